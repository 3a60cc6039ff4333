import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  disputedEvaluations,
  finalEvaluations,
  finalPeriods,
  importedResults,
  importedYears,
} from '../../db/queries/follow-up.ts';
import {
  type PastEvaluationRow,
  pastEvaluationsOf,
  putPastEvaluations,
} from '../../db/queries/past-evaluations.ts';
import type { Store } from '../../db/store.ts';
import { addEvaluation, addObjection, evaluationRow } from '../support/evaluations.ts';
import { addPerson, fresh, NOW } from './rows.ts';
import type { Open, Place } from './store.ts';

/** The queries behind past evaluations and what follows from evaluations. */
export function followUpContract(open: Open): void {
  describe('results of evaluations', () => {
    let place: Place;
    let store: Store;
    beforeAll(async () => {
      place = await open();
      store = place.store;
    });
    afterAll(() => place.close());

    const past = (personId: string, period: string, change: Partial<PastEvaluationRow> = {}) => ({
      ...{ id: fresh('past'), personId, period, regime: 'pp46', valueCenti: 8796, predicate: 'good' },
      ...{ source: null, official: true, at: NOW, ...change },
    });

    it('keeps one imported result for each person and period, the newest', async () => {
      const [one, two] = [await addPerson(store), await addPerson(store)];
      const rows = [past(one, '2019'), past(one, '2020', { source: 'berkas' }), past(two, '2019')];
      await store.commit([putPastEvaluations(rows)]);
      const news = past(one, '2019', {
        valueCenti: null,
        predicate: 'bad',
        official: false,
        source: 'SIASN',
      });
      await store.commit([putPastEvaluations([news])]);
      expect(await store.all(pastEvaluationsOf([one]))).toEqual([{ ...news, id: rows[0]!.id }, rows[1]]);
      expect((await store.all(importedResults(['2019', '2018']))).map((row) => row.personId).sort()).toEqual(
        [one, two].sort(),
      );
      await store.commit([putPastEvaluations([past(two, '2021-H1'), past(two, '2021')])]);
      expect((await store.all(importedYears())).map(({ period }) => period)).toEqual([
        ...['2021', '2020', '2019'],
      ]);
    });

    it('takes rated and locked evaluations for final, and knows which are disputed', async () => {
      const people = [await addPerson(store), await addPerson(store), await addPerson(store)];
      const [a, b, c] = people as [string, string, string];
      await store.commit([
        addEvaluation(evaluationRow(a, '2026', ['above', 'above'])),
        addEvaluation(evaluationRow(a, '2026-Q4', ['meets', 'below'])),
        addEvaluation(evaluationRow(b, '2026', ['below', 'meets'], { status: 'locked', lockedAt: NOW })),
        addEvaluation(evaluationRow(c, '2026', ['meets', 'meets'], { status: 'submitted' })),
        addEvaluation(evaluationRow(c, '2025', ['meets', 'meets'], { status: 'open', resultRating: null })),
        addObjection(`${a}:2026`, a),
        addObjection(`${b}:2026`, b, 'rejected'),
      ]);
      const found = await store.all(finalEvaluations(['2026', '2025']));
      expect(found.map((row) => [row.personId, row.resultRating, row.toDate]).sort()).toEqual(
        [
          [a, 'above', '2026-12-31'],
          [b, 'below', '2026-12-31'],
        ].sort(),
      );
      expect((await store.all(finalPeriods())).map(({ period }) => period)).toEqual(['2026', '2026-Q4']);
      expect(await store.all(disputedEvaluations())).toEqual([{ id: `${a}:2026` }]);
    });
  });
}
