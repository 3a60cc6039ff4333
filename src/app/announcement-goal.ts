import type { AnnouncementRow } from '../../db/queries/announcements.ts';
import { type Completion, planYearsOf } from '../../db/queries/audience.ts';
import { firstReports } from '../../db/queries/entries.ts';
import type { PersonRow } from '../../db/queries/people.ts';
import { acknowledgementsOf } from '../../db/queries/recipients.ts';
import { isComplete, planYear } from '../core/announcement.ts';
import { addDays, localDate } from '../core/local-time.ts';
import type { Services } from './services.ts';
import { zoneOf } from './session.ts';

type Reading = Pick<Services, 'store' | 'agency' | 'now'>;

/** What makes somebody complete at this moment, for queries over many people. */
export function completionOf(
  { agency, now }: Pick<Services, 'agency' | 'now'>,
  announcement: AnnouncementRow,
): Completion {
  return {
    goal: announcement.goal,
    year: planYear(announcement.deadline, localDate(announcement.createdAt, agency.zone)),
    date: localDate(now(), agency.zone),
  };
}

/** Which of some people have done what an announcement wants, each by their own day. */
export async function completeAmong(
  services: Reading,
  announcement: AnnouncementRow,
  people: readonly PersonRow[],
): Promise<Set<string>> {
  const { goal, year, date } = completionOf(services, announcement);
  const { store } = services;
  const ids = people.map((person) => person.id);
  if (ids.length === 0) return new Set();
  const [marks, plans, reports] = await Promise.all([
    goal === 'read' ? store.all(acknowledgementsOf(announcement.id, ids)) : [],
    goal === 'plan' ? store.all(planYearsOf(ids)) : [],
    goal === 'report' ? store.all(firstReports(ids, addDays(date, -1), addDays(date, 1))) : [],
  ]);
  const read = new Set(marks.map((mark) => mark.personId));
  const planned = new Set(plans.filter((plan) => plan.year === year).map((plan) => plan.personId));
  const reported = new Set(reports.map((report) => `${report.personId}|${report.localDate}`));
  const now = services.now();
  return new Set(
    people
      .filter((person) =>
        isComplete(goal, {
          acknowledged: read.has(person.id),
          planned: planned.has(person.id),
          reportedToday: reported.has(`${person.id}|${localDate(now, zoneOf(person, services))}`),
        }),
      )
      .map((person) => person.id),
  );
}
