import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit } from '../../../src/core/objection/admissible.ts';
import { handlerOf } from '../../../src/core/objection/handler.ts';
import {
  type Actor,
  canDecideObjection,
  canKnowObjection,
  canReadObjection,
} from '../../../src/core/permissions.ts';

const person = (id: string, change: Partial<Actor> = {}): Actor => ({
  ...{ id, roles: ['pegawai'], supervisorId: null, active: true },
  ...change,
});
const siti = person('siti', { supervisorId: 'budi' });
const budi = person('budi', { supervisorId: 'dewi' });
const dewi = person('dewi');
const hana = person('hana', { roles: ['hr'] });
const base = { employee: siti, superior: dewi, hr: [hana], againstId: 'budi' };

describe('who decides an objection', () => {
  it("is the supervisor's supervisor", () => {
    expect(handlerOf(base)).toEqual({ kind: 'person', id: 'dewi' });
  });

  it('is HR where there is none, where they have left, or where the objection is against them', () => {
    const hr = { kind: 'hr', ids: ['hana'] };
    expect(handlerOf({ ...base, superior: null })).toEqual(hr);
    expect(handlerOf({ ...base, superior: { ...dewi, active: false } })).toEqual(hr);
    expect(handlerOf({ ...base, againstId: 'dewi' })).toEqual(hr);
  });

  it('is nobody where HR is only the one objected to, or the employee', () => {
    const alone = { ...base, superior: null };
    expect(handlerOf({ ...alone, againstId: 'hana' })).toEqual({ kind: 'nobody' });
    expect(handlerOf({ ...alone, employee: { id: 'hana', supervisorId: null } })).toEqual({ kind: 'nobody' });
    expect(handlerOf({ ...alone, hr: [] })).toEqual({ kind: 'nobody' });
  });

  it('is never the one objected to, the employee, or somebody who has left', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const anybody = fc.record({
      id,
      supervisorId: fc.option(id),
      active: fc.boolean(),
      roles: fc.constantFrom<Actor['roles'][]>(['pegawai'], ['hr']),
    });
    const facts = fc.record({
      employee: anybody,
      superior: fc.option(anybody),
      hr: fc.uniqueArray(anybody, { selector: (one) => one.id }),
      againstId: fc.option(id),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const handler = handlerOf(given);
        const ids = handler.kind === 'person' ? [handler.id] : handler.kind === 'hr' ? handler.ids : [];
        const handlerId = handler.kind === 'person' ? handler.id : null;
        const contest = { personId: given.employee.id, handlerId, againstId: given.againstId };
        for (const one of ids) {
          expect([given.employee.id, given.againstId]).not.toContain(one);
          const actor = [given.superior, ...given.hr].find(
            (who) => who?.id === one && canDecideObjection(who, contest),
          );
          expect(actor?.active).toBe(true);
        }
      }),
    );
  });
});

describe('an objection', () => {
  const rejected = { status: 'rejected' as const, createdAt: 100 };

  it('is admitted once at a time, and once for each act', () => {
    expect(admit([], 50)).toBe('admitted');
    expect(admit([{ status: 'open', createdAt: 60 }], 50)).toBe('open');
    expect(admit([rejected], 50)).toBe('decided');
    expect(admit([{ ...rejected, status: 'accepted' }], 50)).toBe('decided');
    expect(admit([rejected], 200)).toBe('admitted');
    expect(admit([{ status: 'withdrawn', createdAt: 60 }], 50)).toBe('admitted');
  });

  it('is decided by its handler or HR, read by both sides, and known to the supervisor and HR', () => {
    const contest = { personId: 'siti', handlerId: 'dewi', againstId: 'rudi' };
    const rudi = person('rudi');
    const all = [siti, budi, dewi, hana, rudi];
    expect(all.map((who) => canDecideObjection(who, contest))).toEqual([false, false, true, false, false]);
    expect(all.map((who) => canReadObjection(who, contest))).toEqual([true, false, true, false, true]);
    expect(all.map((who) => canKnowObjection(who, siti, contest))).toEqual([true, true, true, true, true]);
    expect(canKnowObjection(person('other'), siti, contest)).toBe(false);
    const forHr = { ...contest, handlerId: null };
    expect(all.map((who) => canDecideObjection(who, forHr))).toEqual([false, false, false, true, false]);
    expect(canDecideObjection(hana, { ...forHr, againstId: 'hana' })).toBe(false);
    expect(canDecideObjection({ ...dewi, active: false }, contest)).toBe(false);
  });
});
