import type {
  Achievement,
  EvaluationContent,
  EvaluationStatus,
  Rating,
} from '../src/core/evaluation/content.ts';
import type { Columns } from './columns.ts';

/** Tables of evaluations, units' achievements, objections, and results of older rule books. */
export function defineEvaluationTables(c: Columns) {
  const evaluations = c.table(
    'evaluations',
    {
      id: c.key('id'),
      personId: c.text('person_id').notNull(),
      /** `2026-03`, `2026-Q1`, or `2026` for the annual one. */
      period: c.text('period').notNull(),
      fromDate: c.text('from_date').notNull(),
      toDate: c.text('to_date').notNull(),
      unitId: c.text('unit_id').notNull(),
      evaluatorId: c.text('evaluator_id').notNull(),
      /** The version of the plan that is evaluated; null: a plan from before there were versions. */
      planVersionId: c.text('plan_version_id'),
      status: c.text('status').$type<EvaluationStatus>().notNull(),
      resultRating: c.text('result_rating').$type<Rating>(),
      behaviourRating: c.text('behaviour_rating').$type<Rating>(),
      content: c.json('content').$type<EvaluationContent>().notNull(),
      revision: c.int('revision').notNull(),
      openedAt: c.int('opened_at').notNull(),
      submittedAt: c.int('submitted_at'),
      ratedAt: c.int('rated_at'),
      ratedBy: c.text('rated_by'),
      lockedAt: c.int('locked_at'),
    },
    (t) => [
      c.unique('evaluations_person_period').on(t.personId, t.period),
      c.index('evaluations_evaluator').on(t.evaluatorId, t.status),
      c.index('evaluations_unit').on(t.unitId, t.period),
    ],
  );

  /** Each step of an evaluation, with what it said before. */
  const evaluationTrail = c.table(
    'evaluation_trail',
    {
      id: c.key('id'),
      evaluationId: c.text('evaluation_id').notNull(),
      revision: c.int('revision').notNull(),
      action: c
        .text('action')
        .$type<'opened' | 'submitted' | 'returned' | 'rated' | 'locked' | 'reopened' | 'handed_over'>()
        .notNull(),
      actorId: c.text('actor_id'),
      at: c.int('at').notNull(),
      reason: c.text('reason'),
      resultRating: c.text('result_rating').$type<Rating>(),
      behaviourRating: c.text('behaviour_rating').$type<Rating>(),
      content: c.json('content').$type<EvaluationContent>(),
    },
    (t) => [c.unique('evaluation_trail_revision').on(t.evaluationId, t.revision)],
  );

  const unitAchievements = c.table(
    'unit_achievements',
    {
      id: c.key('id'),
      unitId: c.text('unit_id').notNull(),
      period: c.text('period').notNull(),
      level: c.text('level').$type<Achievement>().notNull(),
      note: c.text('note'),
      setBy: c.text('set_by').notNull(),
      at: c.int('at').notNull(),
      revision: c.int('revision').notNull(),
    },
    (t) => [c.unique('unit_achievements_period').on(t.unitId, t.period)],
  );

  /** Periods that are closed for a unit and those below it, or for the agency; the newest row of a period decides. */
  const periodLocks = c.table(
    'period_locks',
    {
      id: c.key('id'),
      unitId: c.text('unit_id'),
      period: c.text('period').notNull(),
      locked: c.bool('locked').notNull(),
      reason: c.text('reason'),
      actorId: c.text('actor_id').notNull(),
      at: c.int('at').notNull(),
    },
    (t) => [c.index('period_locks_period').on(t.period)],
  );

  /** Objections (keberatan) of an employee to an evaluation, a returned activity, or feedback. */
  const objections = c.table(
    'objections',
    {
      id: c.key('id'),
      personId: c.text('person_id').notNull(),
      subjectKind: c.text('subject_kind').$type<'evaluation' | 'entry' | 'feedback'>().notNull(),
      subjectId: c.text('subject_id').notNull(),
      reason: c.text('reason').notNull(),
      status: c.text('status').$type<'open' | 'accepted' | 'rejected' | 'withdrawn'>().notNull(),
      /** Who decides. */
      handlerId: c.text('handler_id'),
      /** Local date until which it has to be decided. */
      dueOn: c.text('due_on').notNull(),
      answer: c.text('answer'),
      revision: c.int('revision').notNull(),
      createdAt: c.int('created_at').notNull(),
      decidedAt: c.int('decided_at'),
      decidedBy: c.text('decided_by'),
    },
    (t) => [
      c.index('objections_subject').on(t.subjectId),
      c.index('objections_person').on(t.personId),
      c.index('objections_status').on(t.status, t.dueOn),
    ],
  );

  /** Results of periods under older rule books, as imported or computed. */
  const pastEvaluations = c.table(
    'past_evaluations',
    {
      id: c.key('id'),
      personId: c.text('person_id').notNull(),
      /** `2019`, `2021-H1`, `2021-H2`, or `2021` for the integrated one. */
      period: c.text('period').notNull(),
      regime: c.text('regime').notNull(),
      /** Hundredths; null where only a predicate is known. */
      valueCenti: c.int('value_centi'),
      predicate: c.text('predicate'),
      /** Where it was taken from, as the file says. */
      source: c.text('source'),
      /** False where it was computed here, with an unverified conversion for example. */
      official: c.bool('official').notNull(),
      at: c.int('at').notNull(),
    },
    (t) => [c.unique('past_evaluations_period').on(t.personId, t.period)],
  );

  return { evaluations, evaluationTrail, unitAchievements, periodLocks, objections, pastEvaluations };
}
