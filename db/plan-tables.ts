import type { CascadeMethod, PlanContent } from '../src/core/plan/content.ts';
import type { PlanReason, PlanStatus } from '../src/core/plan/version.ts';
import type { Columns } from './columns.ts';

/** A measure of a unit's goal (indikator kinerja utama, IKU). */
export interface GoalIndicator {
  title: string;
  target: string | null;
  unit: string | null;
}

/** Tables of plans (SKP) in their versions, and of the cascade from a unit's agreement down to everybody. */
export function definePlanTables(c: Columns) {
  const planVersions = c.table(
    'plan_versions',
    {
      id: c.key('id'),
      planId: c.text('plan_id').notNull(),
      personId: c.text('person_id').notNull(),
      year: c.int('year').notNull(),
      number: c.int('number').notNull(),
      status: c.text('status').$type<PlanStatus>().notNull(),
      reason: c.text('reason').$type<PlanReason>().notNull(),
      /** First and last local date in force; the last is null while it is open. */
      fromDate: c.text('from_date').notNull(),
      toDate: c.text('to_date'),
      /** Unit, position and supervisor as they were agreed upon. */
      unitId: c.text('unit_id').notNull(),
      position: c.text('position').notNull(),
      supervisorId: c.text('supervisor_id'),
      content: c.json('content').$type<PlanContent>().notNull(),
      /** What the supervisor said when it was returned or agreed. */
      remark: c.text('remark'),
      revision: c.int('revision').notNull(),
      createdAt: c.int('created_at').notNull(),
      proposedAt: c.int('proposed_at'),
      decidedAt: c.int('decided_at'),
      decidedBy: c.text('decided_by'),
    },
    (t) => [
      c.unique('plan_versions_number').on(t.planId, t.number),
      c.index('plan_versions_person').on(t.personId, t.year),
      c.index('plan_versions_supervisor').on(t.supervisorId, t.status),
    ],
  );

  /** Goals of a unit: of its strategic plan (renstra), or of its performance agreement (perjanjian kinerja). */
  const unitGoals = c.table(
    'unit_goals',
    {
      id: c.key('id'),
      unitId: c.text('unit_id').notNull(),
      year: c.int('year').notNull(),
      kind: c.text('kind').$type<'strategy' | 'agreement'>().notNull(),
      number: c.int('number').notNull(),
      title: c.text('title').notNull(),
      /** The goal that this one supports, of the same unit or of one above it. */
      parentId: c.text('parent_id'),
      indicators: c.json('indicators').$type<GoalIndicator[]>().notNull(),
      current: c.bool('current').notNull(),
    },
    (t) => [c.unique('unit_goals_number').on(t.unitId, t.year, t.kind, t.number)],
  );

  /** Cells of role matrices (matriks peran hasil): what somebody contributes to a result of their leader. */
  const roleCells = c.table(
    'role_cells',
    {
      id: c.key('id'),
      leaderId: c.text('leader_id').notNull(),
      personId: c.text('person_id').notNull(),
      year: c.int('year').notNull(),
      /** The leader's work result. */
      workResultId: c.text('work_result_id').notNull(),
      contribution: c.text('contribution').notNull(),
      method: c.text('method').$type<CascadeMethod>().notNull(),
      /** What a direct division goes by: aspect, region, or share of the target. */
      divided: c.text('divided').$type<'aspect' | 'region' | 'share'>(),
      status: c.text('status').$type<'draft' | 'shared' | 'taken' | 'withdrawn'>().notNull(),
      revision: c.int('revision').notNull(),
      createdAt: c.int('created_at').notNull(),
      updatedAt: c.int('updated_at').notNull(),
    },
    (t) => [
      c.index('role_cells_leader').on(t.leaderId, t.year),
      c.index('role_cells_person').on(t.personId, t.year),
      c.index('role_cells_result').on(t.workResultId),
    ],
  );

  /** Action plans (rencana aksi) of a work result in a month (`2026-03`) or quarter (`2026-Q1`). */
  const actionPlans = c.table(
    'action_plans',
    {
      id: c.key('id'),
      personId: c.text('person_id').notNull(),
      year: c.int('year').notNull(),
      workResultId: c.text('work_result_id').notNull(),
      period: c.text('period').notNull(),
      /** Counts the person's action plans of the year; `RA3` names it. */
      number: c.int('number').notNull(),
      title: c.text('title').notNull(),
      target: c.text('target'),
      unit: c.text('unit'),
      current: c.bool('current').notNull(),
      revision: c.int('revision').notNull(),
      updatedAt: c.int('updated_at').notNull(),
    },
    (t) => [
      c.unique('action_plans_number').on(t.personId, t.year, t.number),
      c.index('action_plans_result').on(t.workResultId),
    ],
  );

  return { planVersions, unitGoals, roleCells, actionPlans };
}
