import { actionPlansById } from '../../db/queries/action-plans.ts';
import { type EntryRow, entriesBetween, evidenceOf } from '../../db/queries/entries.ts';
import { latenessBetween } from '../../db/queries/lateness.ts';
import { obstaclesOn } from '../../db/queries/obstacles.ts';
import type { PersonRow } from '../../db/queries/people.ts';
import { workResultsById } from '../../db/queries/plans.ts';
import { daySubject, postingsAbout } from '../../db/queries/talks.ts';
import { longDate } from '../core/local-time.ts';
import { type Message, say } from '../core/message.ts';
import { canReview } from '../core/permissions.ts';
import { textsOf } from '../i18n/texts.ts';
import { cardMessage } from './card-view.ts';
import { dayNote } from './lateness-view.ts';
import { accountFor, personOf, type Renderer, skip } from './rendered.ts';
import type { Services } from './services.ts';
import type { Session } from './session.ts';
import { windowOn } from './windows.ts';

/** The card of an employee's day, for their supervisor. */
export const card: Renderer<'card'> = async (services, row, { employeeId, date }) => {
  const supervisor = await personOf(services, row.personId);
  const employee = await personOf(services, employeeId);
  if (!supervisor || !employee) return skip('not_supervisor');
  const to = await accountFor(services, supervisor, 'supervisor');
  if ('skip' in to) return to;
  const subject = daySubject(employeeId, date);
  const { platform } = to;
  const postings = await services.store.all(postingsAbout({ subject, personId: supervisor.id, platform }));
  const posted = postings.find((p) => p.kind === 'card' && p.address === to.address) ?? null;
  const locale = supervisor.locale ?? services.agency.locale;
  const t = textsOf(locale);
  if (!canReview(supervisor, employee)) {
    const next = await personOf(services, employee.supervisorId);
    if (!posted || !next) return skip('not_supervisor');
    // The card stays where it was, without buttons that would be refused.
    const moved = say(
      { kind: 'title', text: employee.name },
      longDate(date, locale),
      t.card.moved(next.name),
    );
    return { account: to, message: moved, thread: null, edit: posted, posting: null };
  }
  const entries = await services.store.all(entriesBetween({ personId: employeeId, from: date, to: date }));
  if (entries.length === 0 && !posted) return skip('no_entries');
  const message = await dayCard(services, { t, locale }, employee, date, entries);
  return {
    account: to,
    message,
    thread: null,
    edit: posted,
    posting: posted ? null : { kind: 'card', subject, entryId: null },
  };
};

/** The card of an employee's day with these activities, in the words of whoever reads it. */
export async function dayCard(
  services: Pick<Services, 'store' | 'agency' | 'now'>,
  { t, locale }: Pick<Session, 't' | 'locale'>,
  employee: PersonRow,
  date: string,
  entries: EntryRow[],
): Promise<Message> {
  const [window, [late = null]] = await Promise.all([
    windowOn(services, employee, date),
    services.store.all(latenessBetween({ personId: employee.id, from: date, to: date })),
  ]);
  const note = dayNote(t, entries[0]?.submittedAt ?? null, window, late, services.now());
  const resultIds = [...new Set(entries.flatMap((e) => e.workResultId ?? []))];
  const results = resultIds.length > 0 ? await services.store.all(workResultsById(resultIds)) : [];
  const actionIds = [...new Set(entries.flatMap((e) => e.actionPlanId ?? []))];
  const actions = actionIds.length > 0 ? await services.store.all(actionPlansById(actionIds)) : [];
  const evidence = entries.length > 0 ? await services.store.all(evidenceOf(entries.map((e) => e.id))) : [];
  const obstacles = await services.store.all(obstaclesOn({ personId: employee.id, date }));
  return cardMessage(
    t,
    locale,
    employee,
    date,
    entries,
    new Map(results.map((r) => [r.id, r])),
    actions,
    evidence,
    note,
    obstacles,
  );
}
