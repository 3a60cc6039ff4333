import { putPastEvaluations } from '../../db/queries/past-evaluations.ts';
import { type Statement, type Store, statement } from '../../db/store.ts';
import type { Tables } from '../../db/tables.ts';
import type { Rating } from '../../src/core/evaluation/content.ts';
import { readNamedPeriod } from '../../src/core/named-period.ts';

type EvaluationRow = Tables['evaluations']['$inferSelect'];

/** A rated evaluation of a person, as a supervisor would have left it. */
export function evaluationRow(
  personId: string,
  period: string,
  [resultRating, behaviourRating]: [Rating, Rating],
  change: Partial<EvaluationRow> = {},
): EvaluationRow {
  const { from: fromDate, to: toDate } = readNamedPeriod(period)!;
  return {
    ...{
      id: `${personId}:${period}`,
      personId,
      period,
      fromDate,
      toDate,
      unitId: 'unit',
      evaluatorId: 'boss',
    },
    ...{ planVersionId: null, status: 'rated', resultRating, behaviourRating, revision: 3 },
    content: {
      ...{ results: [], expectations: {}, realisations: [], remark: null },
      ...{ resultFeedback: {}, behaviourFeedback: {} },
    },
    ...{ openedAt: 1, submittedAt: 2, ratedAt: 3, ratedBy: 'boss', lockedAt: null },
    ...change,
  };
}

/** Stores an evaluation. */
export const addEvaluation = (row: EvaluationRow): Statement =>
  statement('addEvaluation', (db, t) =>
    db.insert(t.evaluations).values(row).returning({ id: t.evaluations.id }),
  );

/** Stores an objection to an evaluation. */
export const addObjection = (
  subjectId: string,
  personId: string,
  status: Tables['objections']['$inferSelect']['status'] = 'open',
): Statement =>
  statement('addObjection', (db, t) =>
    db
      .insert(t.objections)
      .values({
        ...{
          id: `objection:${subjectId}`,
          personId,
          subjectKind: 'evaluation',
          subjectId,
          reason: 'Capaian',
          status,
        },
        ...{ handlerId: null, dueOn: '2027-01-15', answer: null, revision: 1, createdAt: 1 },
        ...{ decidedAt: null, decidedBy: null },
      })
      .returning({ id: t.objections.id }),
  );

/** Stores an imported predicate of a year since 2022. */
export const addPastPredicate = (store: Store, personId: string, year: number, predicate: string) =>
  store.commit([
    putPastEvaluations([
      {
        ...{
          id: `${personId}:${year}:past`,
          personId,
          period: String(year),
          regime: 'p2022',
          valueCenti: null,
        },
        ...{ predicate, source: null, official: true, at: 1 },
      },
    ]),
  ]);
