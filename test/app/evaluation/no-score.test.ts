import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqliteTables } from '../../../db/tables.ts';
import { predicateOf, ratings } from '../../../src/core/evaluation/predicate.ts';
import { textsOf } from '../../../src/i18n/texts.ts';
import type { World } from '../../support/world.ts';
import { type Agency, entriesFor, foundAgency, rate, stored, submitted } from './agency.ts';

/** Words for a number that sums up how well somebody worked. */
const SCORE = /\b(skor|score|nilai (?:skp|angka|akhir)|npk|capaian skp|poin|points?)\b/i;
let agency: Agency;
let world: World;

beforeEach(async () => {
  agency = await foundAgency();
  world = agency.world;
});
afterEach(() => world.close());

describe('from 2022 on no number is ever computed about somebody', () => {
  it('an evaluation has no column for one', () => {
    const numbers = Object.entries(sqliteTables.evaluations)
      .filter(([, column]) => (column as { dataType?: string })?.dataType === 'number')
      .map(([name]) => name);
    expect(numbers.sort()).toEqual(['lockedAt', 'openedAt', 'ratedAt', 'revision', 'submittedAt']);
  });

  it('nothing that people read about evaluations speaks of one', async () => {
    const { siti, budi, hana, results } = agency;
    await entriesFor(world, siti.id, results[0]!, [['2026-10-05', 5, 'laporan']]);
    await submitted(siti);
    await rate(budi, 'above', 'meets');
    await siti.press('Riwayat', siti.last());
    await budi.say('/pola');
    await hana.say('/evaluasi unit 2026-Q4');
    for (const person of [siti, budi, hana])
      for (const { text } of person.messages) expect(text).not.toMatch(SCORE);
    const content = (await stored(world, siti))!.content;
    const values = Object.values(content).flatMap((part) => (typeof part === 'number' ? [part] : []));
    expect(values).toEqual([]);
  });

  it('no text of evaluations speaks of one, in either language', () => {
    const words = (value: unknown): string[] =>
      typeof value === 'function'
        ? [String(value)]
        : Object.values((value ?? {}) as Record<string, unknown>).flatMap(words);
    for (const locale of ['id', 'en'] as const)
      for (const text of words(textsOf(locale).evaluation)) expect(text).not.toMatch(SCORE);
  });

  it('the predicate that is shown depends on the two ratings alone, whatever was reported', async () => {
    const { siti, budi, results } = agency;
    const t = textsOf('id').evaluation;
    let done = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ratings),
        fc.constantFrom(...ratings),
        fc.integer({ min: 0, max: 100 }),
        async (result, behaviour, amount) => {
          await entriesFor(world, siti.id, results[0]!, [['2026-10-05', amount, 'laporan']]);
          if (done === 0) await submitted(siti);
          else await budi.press('Ubah rating');
          const review = done++ === 0 ? await rate(budi, result, behaviour) : await again(result, behaviour);
          expect(review).toContain(`Predikat kinerja: ${t.predicate(predicateOf(result, behaviour))}`);
          expect(await stored(world, siti)).toMatchObject({
            resultRating: result,
            behaviourRating: behaviour,
          });
        },
      ),
      { numRuns: 25 },
    );

    async function again(result: string, behaviour: string): Promise<string> {
      await budi.send({
        kind: 'form',
        token: budi.form?.token ?? '',
        answers: {
          result: [{ choice: result }],
          behaviour: [{ choice: behaviour }],
          remark: [{ text: 'Catatan.' }],
        },
      });
      const review = budi.last().text;
      await budi.press('Simpan', budi.last());
      return review;
    }
  });
});
