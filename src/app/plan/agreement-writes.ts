import {
  insertPlanVersion,
  type PlanVersionRow,
  updatePlanVersion,
} from '../../../db/queries/plan-versions.ts';
import {
  dropIndicators,
  insertIndicator,
  insertPlan,
  insertWorkResult,
  updateWorkResult,
} from '../../../db/queries/plans.ts';
import { expecting, type Statement } from '../../../db/store.ts';
import { type Agreement, agree } from '../../core/plan/agreement.ts';
import type { PlanResult } from '../../core/plan/content.ts';
import { type Projection, project } from '../../core/plan/projection.ts';
import type { Services } from '../services.ts';
import type { PlanFacts } from './facts.ts';

/** Who agreed, when, and what was said with it; nobody where HR imported it. */
export interface Decision {
  at: number;
  by: string | null;
  remark: string | null;
}

/**
 * Everything that an agreed version writes besides its step in the trail: itself, the end of the one before, and the work
 * results that activities name; or why that date is not possible.
 */
export function agreementWrites(
  { newId }: Pick<Services, 'newId'>,
  facts: PlanFacts,
  version: PlanVersionRow,
  from: string,
  { at, by, remark }: Decision,
): { writes: Statement[] } | Extract<Agreement, { problem: string }> {
  const agreement = agree(facts.versions, version, from, facts.dates);
  if ('problem' in agreement) return agreement;
  const { close, supersede } = agreement;
  const projection = project(version.content, facts.known);
  const change = {
    ...{ status: 'agreed' as const, fromDate: from, toDate: null, content: projection.content },
    ...{ decidedAt: at, decidedBy: by, remark },
  };
  const stored = facts.versions.some(({ id }) => id === version.id);
  const planId = facts.planId ?? version.planId;
  const revisionOf = (id: string) => facts.versions.find((one) => one.id === id)!.revision;
  return {
    writes: [
      ...(facts.planId === null
        ? [insertPlan({ id: planId, personId: facts.owner.id, year: facts.year })]
        : []),
      stored
        ? updatePlanVersion(version.id, version.revision, change)
        : insertPlanVersion({ ...version, ...change }),
      ...(close ? [updatePlanVersion(close.id, revisionOf(close.id), { toDate: close.toDate })] : []),
      ...(supersede
        ? [updatePlanVersion(supersede, revisionOf(supersede), { status: 'withdrawn' as const })]
        : []),
      ...projectionWrites(newId, planId, projection),
    ],
  };
}

function projectionWrites(
  newId: () => string,
  planId: string,
  { content, added, retired }: Projection,
): Statement[] {
  return [
    ...content.results.flatMap((result) => {
      const { id, number, indicators } = result;
      const isNew = added.includes(id);
      return [
        isNew
          ? insertWorkResult({ id, planId, number, ...columnsOf(result) })
          : expecting(1, updateWorkResult(id, columnsOf(result))),
        ...(isNew ? [] : [dropIndicators(id)]),
        ...indicators.map((indicator, position) =>
          insertIndicator({ id: newId(), workResultId: id, position, ...indicator }),
        ),
      ];
    }),
    ...retired.map((id) => expecting(1, updateWorkResult(id, { current: false }))),
  ];
}

function columnsOf({ additional, title, supports, method, perspective }: PlanResult) {
  const superior = supports?.kind === 'result' ? supports.number : null;
  return {
    ...{ additional, title, method, perspective, current: true },
    superiorNumber: superior,
    supportsId: supports?.id ?? null,
  };
}
