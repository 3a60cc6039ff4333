import type { BoundForm } from '../../../conversations/form.ts';
import type { PlanFormContext } from '../../../conversations/plan-parts.ts';
import type { DraftRow } from '../../../db/queries/drafts.ts';
import type { PlanVersionRow } from '../../../db/queries/plan-versions.ts';
import type { Session } from '../session.ts';
import { earliestOf, versionFor } from './access.ts';
import type { PlanFacts } from './facts.ts';

/** Ties a form to the version that it is about; null where that is gone. */
export async function bindFrame(
  session: Session,
  draft: DraftRow,
  make: (context: PlanFormContext, version: PlanVersionRow) => BoundForm,
): Promise<BoundForm | null> {
  const found = await versionFor(session, draft.subject.versionId ?? null);
  return found && make(frameOf(session, found.version, found.facts), found.version);
}

/** What every question about a version of a plan needs to know. */
export function frameOf({ t, locale }: Session, version: PlanVersionRow, facts: PlanFacts): PlanFormContext {
  const { today } = facts.dates;
  const earliest = earliestOf(facts, version) ?? `${version.year}-12-31`;
  return { t, locale, today, year: version.year, earliest };
}
