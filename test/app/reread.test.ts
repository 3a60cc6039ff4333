import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../conversations/form.ts';
import { rereadAnswers } from '../../src/app/reread.ts';

const link = (url: string) => ({ id: url, kind: 'link', name: url, mime: null, size: null, url, ref: null });
const photo = { id: 'p', kind: 'photo', name: 'f.jpg', mime: 'image/jpeg', size: 1, url: null, ref: 'r' };
const proof = (...items: object[]) => ({ items, done: true });
const morning = { start: 480, end: 600 };
const noon = { start: 720, end: 780 };

describe('answers after their message was edited', () => {
  it('are replaced by what the message says now', () => {
    expect(
      rereadAnswers(
        { what: 'Rapat', time: morning },
        { what: 'Rapat', time: morning },
        { what: 'Apel', time: noon },
      ),
    ).toEqual({ what: 'Apel', time: noon });
  });

  it('are taken back where only the message had said them', () => {
    const current = { what: 'Rapat', time: morning, qty: { milli: 3000, unit: 'dokumen' } };
    expect(rereadAnswers(current, current, { what: 'Rapat', time: morning })).toMatchObject({ qty: null });
  });

  it('stay where they were answered otherwise', () => {
    const current = { what: 'Rapat', rhk: { kind: 'work_result', number: 1 }, time: noon };
    expect(rereadAnswers(current, { what: 'Rapat', time: morning }, { what: 'Apel' })).toEqual({
      ...current,
      what: 'Apel',
    });
  });

  it('keep files, and exchange links', () => {
    const [a, b] = [link('https://a.id/1'), link('https://b.id/2')];
    expect(
      rereadAnswers({ proof: proof(photo, a) }, { proof: proof(a) }, { proof: proof({ ...b, id: 'new' }) }),
    ).toEqual({ proof: proof(photo, { ...b, id: 'new' }) });
    expect(rereadAnswers({ proof: proof(a) }, { proof: proof(a) }, {})).toEqual({ proof: null });
  });

  it('always hold what the message says now, and nothing changes where it says the same', () => {
    const span = fc.constantFrom(morning, noon);
    const said = fc.record(
      { what: fc.string(), time: span, qty: fc.record({ milli: fc.nat(), unit: fc.string() }) },
      { requiredKeys: ['what'] },
    ) as fc.Arbitrary<Answers>;
    fc.assert(
      fc.property(said, said, said, (current, before, after) => {
        expect(rereadAnswers(current, before, after)).toMatchObject(after);
        expect(rereadAnswers({ ...current, ...before }, before, before)).toEqual({ ...current, ...before });
      }),
    );
  });
});
