import { describe, expect, it } from 'vitest';
import { defaultRules, type RulesVersion, rulesAt } from '../../src/core/rules.ts';

const UNITS = new Map(
  [
    { id: 'root', parentId: null },
    { id: 'office', parentId: 'root' },
    { id: 'desk', parentId: 'office' },
  ].map((unit) => [unit.id, unit]),
);
const version = (unitId: string | null, effectiveFrom: string, body: RulesVersion['body']): RulesVersion => ({
  unitId,
  effectiveFrom,
  body,
});

describe('the rules of a unit at a date', () => {
  it('are the defaults where nothing is set', () => {
    expect(rulesAt('2026-11-23', 'desk', UNITS, [])).toEqual(defaultRules);
  });

  it('come from the nearest unit that sets them, setting by setting', () => {
    const versions = [
      version(null, '2026-01-01', { promptAt: '15:00', promptLateness: 30 }),
      version('office', '2026-01-01', { promptAt: '14:00' }),
      version('desk', '2026-01-01', { workDays: [1, 2, 3, 4, 5, 6] }),
    ];
    expect(rulesAt('2026-11-23', 'desk', UNITS, versions)).toMatchObject({
      promptAt: '14:00',
      promptLateness: 30,
      workDays: [1, 2, 3, 4, 5, 6],
    });
  });

  it('change on their date and not before; the newest version in force wins', () => {
    const versions = [
      version(null, '2026-12-01', { promptAt: '16:00' }),
      version(null, '2026-11-01', { promptAt: '15:00' }),
    ];
    expect(rulesAt('2026-10-31', 'root', UNITS, versions).promptAt).toBe('15:30');
    expect(rulesAt('2026-11-30', 'root', UNITS, versions).promptAt).toBe('15:00');
    expect(rulesAt('2026-12-01', 'root', UNITS, versions).promptAt).toBe('16:00');
  });
});
