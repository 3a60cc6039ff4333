import { targetText } from '../../conversations/action-plan.ts';
import { shortDate } from '../core/local-time.ts';
import { formatQuantity } from '../core/quantity.ts';
import type { SummaryLine } from '../core/summary.ts';
import { progressText } from './actions/view.ts';
import { clip } from './entry-view.ts';
import type { PersonSummary } from './recap.ts';
import type { Session } from './session.ts';

/** What was done for one work result, for its action plans, and how much of it is contested. */
export function detailsOf(item: SummaryLine, found: PersonSummary, session: Session): string[] {
  const { t, locale, today } = session;
  return [
    t.recap.line(item.count, t.duration(item.minutes)),
    ...item.quantities.map((q) => formatQuantity(q.milli, q.unit, locale)),
    ...(item.evidence > 0 ? [t.recap.evidence(item.evidence)] : []),
    t.recap.last(shortDate(item.lastDate, locale, today)),
    ...actionsOf(item, found, session),
    ...contestOf(item, found, session),
  ];
}

/** What was done for the action plans of a work result. */
function actionsOf(item: SummaryLine, { actions }: PersonSummary, { t, locale }: Session): string[] {
  return actions
    .filter(({ plan }) => plan.workResultId === item.workResultId)
    .map(({ plan, progress }) => {
      const name = t.actions.named(plan.number, clip(plan.title, 100));
      return t.actions.recap(name, progressText(t, locale, progress), targetText(plan));
    });
}

/** Activities whose return is contested are marked until the objection is settled. */
function contestOf(item: SummaryLine, { entries, contested }: PersonSummary, { t }: Session): string[] {
  const count = entries.filter(
    ({ id, kind, workResultId }) =>
      contested.has(id) && kind === item.kind && workResultId === item.workResultId,
  ).length;
  return count > 0 ? [t.objection.contested(count)] : [];
}
