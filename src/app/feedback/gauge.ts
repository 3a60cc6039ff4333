import { lastShared } from '../../../db/queries/feedback.ts';
import { lastRemarks, supervisedSince } from '../../../db/queries/feedback-facts.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import { GAP_LOOKBACK, type Gap, gapsOf } from '../../core/feedback/gaps.ts';
import { addDays, instantOf, localDate } from '../../core/local-time.ts';
import { isExpectedToReport } from '../../core/permissions.ts';
import { daysOfMany, loadRules } from '../calendar-facts.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';

/** A supervisor's gauge of feedback, which nobody else ever sees. */
export interface Gauge {
  /** Days without feedback that are long, by the rules of the supervisor's unit. */
  gapDays: number;
  gaps: Gap[];
}

/**
 * Whom of their staff a supervisor has given no feedback for long, up to a local date.
 *
 * Shared feedback and what was remarked on a day, a reaction included, count; approvals, drafts and private notes do not.
 */
export async function gaugeOf(
  services: Pick<Services, 'store' | 'agency'>,
  supervisor: PersonRow,
  team: readonly PersonRow[],
  today: string,
): Promise<Gauge> {
  const { store } = services;
  const gapDays = (await loadRules(store))(today, supervisor.unitId).feedbackGapDays;
  const staff = team.filter(isExpectedToReport);
  if (staff.length === 0) return { gapDays, gaps: [] };
  const ids = staff.map(({ id }) => id);
  const from = addDays(today, -GAP_LOOKBACK);
  const earliest = instantOf(from, 0, zoneOf(supervisor, services));
  const [shared, remarks, supervised, days] = await Promise.all([
    store.all(lastShared(supervisor.id, ids, earliest)),
    store.all(lastRemarks(supervisor.id, ids, from, earliest)),
    store.all(supervisedSince(supervisor.id, ids)),
    daysOfMany(services, staff, { from, to: today }),
  ]);
  // A new supervisor has a fortnight as well.
  const since = ({ id, activeFrom }: PersonRow) => {
    const from = supervised.find(({ personId }) => personId === id)?.since ?? activeFrom;
    return from > activeFrom ? from : activeFrom;
  };
  const facts = staff.map((person) => {
    const said = [...shared, ...remarks].filter(({ employeeId }) => employeeId === person.id);
    const { absences } = days(person).facts;
    return {
      id: person.id,
      name: person.name,
      since: since(person),
      last:
        said.length > 0 ? localDate(Math.max(...said.map(({ at }) => at)), zoneOf(person, services)) : null,
      isAbsent: (date: string) => absences.some((a) => a.fromDate <= date && date <= a.toDate),
    };
  });
  return { gapDays, gaps: gapsOf(facts, gapDays, today) };
}
