import { type ActionPlanRow, actionPlansFrom } from '../../../db/queries/action-plans.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import { toBeCopied } from '../../core/actions/action-plan.ts';
import { type ActionPeriod, overlaps, readActionPeriod } from '../../core/actions/period.ts';
import type { Message } from '../../core/message.ts';
import type { Session } from '../session.ts';
import { type PeriodActions, periodActions } from './facts.ts';
import { radarNotes } from './radar.ts';
import { actionsMessage } from './view.ts';

/**
 * The action plans of whoever is talking, by work result.
 *
 * @param change action plans as they will be once the present commit has been made; one that is not current is left out
 */
export async function listActions(
  session: Session,
  period: ActionPeriod,
  change: readonly ActionPlanRow[] = [],
): Promise<Message> {
  const { services, person, today } = session;
  const facts = withChange(await periodActions(services, person, period, today), change);
  const present = period.from <= today && today <= period.to;
  const [copies, notes] = await Promise.all([
    present ? copiesFor(session, facts, change) : [],
    present ? radarNotes(session) : [],
  ]);
  return actionsMessage(session, facts, null, copies.length, notes);
}

/** The action plans of an employee, for whoever may read them. */
export async function listActionsOf(
  session: Session,
  employee: PersonRow,
  period: ActionPeriod,
  today: string,
): Promise<Message> {
  const facts = await periodActions(session.services, employee, period, today);
  return actionsMessage(session, facts, employee, 0, []);
}

/** The action plans of the last periods that the present ones lack. */
export async function copiesFor(
  { services, person, today }: Session,
  { results }: Pick<PeriodActions, 'results'>,
  change: readonly ActionPlanRow[] = [],
): Promise<{ plan: ActionPlanRow; period: string }[]> {
  const year = Number(today.slice(0, 4)) - 1;
  const rows = await services.store.all(actionPlansFrom({ personId: person.id, year }));
  return toBeCopied(changedRows(rows, change), today, new Set(results.map(({ id }) => id)));
}

function withChange(facts: PeriodActions, change: readonly ActionPlanRow[]): PeriodActions {
  const inPeriod = (row: ActionPlanRow) => {
    const own = readActionPeriod(row.period);
    return row.current && own !== null && overlaps(own, facts.period);
  };
  return { ...facts, plans: changedRows(facts.plans, change).filter(inPeriod) };
}

function changedRows(rows: readonly ActionPlanRow[], change: readonly ActionPlanRow[]): ActionPlanRow[] {
  const ids = new Set(change.map(({ id }) => id));
  return [...rows.filter(({ id }) => !ids.has(id)), ...change].sort(
    (a, b) => a.year - b.year || a.number - b.number,
  );
}
