import { entriesBetween, evidenceOf, updateEntry } from '../../db/queries/entries.ts';
import { personById } from '../../db/queries/people.ts';
import { daySubject } from '../../db/queries/talks.ts';
import { first } from '../../db/store.ts';
import type { DayOp } from '../core/action.ts';
import { longDate } from '../core/local-time.ts';
import { say, withButtons } from '../core/message.ts';
import { canReview } from '../core/permissions.ts';
import { begin } from './drafts.ts';
import { history } from './entries.ts';
import { entryHistory } from './entry-actions.ts';
import { clip } from './entry-view.ts';
import { refreshCard } from './notices.ts';
import { answered, type Outcome, toast } from './outcome.ts';
import { entryButton } from './receipt.ts';
import { refreshDigests } from './refresh-digests.ts';
import { newRemark, remark } from './remarks.ts';
import { dayCard } from './render-card.ts';
import type { Session } from './session.ts';

/** Does what a button on the card of an employee's day says, for their supervisor only. */
export async function pressDay(
  session: Session,
  employeeId: string,
  date: string,
  op: DayOp,
  card: string | null,
): Promise<Outcome> {
  const { services, person, t } = session;
  const employee = await first(services.store, personById({ id: employeeId }));
  if (!employee || !canReview(person, employee)) return toast(t.problem.notAllowed());
  if (op === 'feedback') return begin(session, newRemark(session, 'feedback', { employeeId, date }));
  const entries = await services.store.all(entriesBetween({ personId: employeeId, from: date, to: date }));
  if (entries.length === 0) return toast(t.talk.noEntries());
  switch (op) {
    case 'show': {
      const { reply, writes } = answered(await dayCard(services, session, employee, date, entries));
      return { reply: { ...reply, about: { subject: daySubject(employeeId, date), entryId: null } }, writes };
    }
    case 'return':
      return begin(session, newRemark(session, 'return', { employeeId, date }));
    case 'approve': {
      const open = entries.filter((entry) => entry.status === 'submitted');
      const [only] = open;
      if (!only) return toast(t.talk.nothingToApprove());
      const topic = { employee, date, entryId: open.length === 1 ? only.id : null };
      return toast(
        t.talk.approvedToast(open.length),
        ...open.flatMap((entry) => [
          updateEntry(entry.id, entry.revision, { status: 'approved' }),
          history(session, { ...entry, status: 'approved', revision: entry.revision + 1 }, 'approved', null),
        ]),
        ...remark(session, topic, employee.id, 'approved', String(open.length)),
        ...refreshCard(employee, date, session.now),
        ...(await refreshDigests(services, employee.id, date)),
      );
    }
    case 'evidence': {
      const { reply, writes } = await showEvidence(
        session,
        employee.name,
        date,
        entries.map((entry) => entry.id),
      );
      const about = { subject: daySubject(employeeId, date), entryId: null };
      return { reply: { ...reply, thread: card, about }, writes };
    }
    case 'history': {
      if (entries.length === 1) return entryHistory(session, entries[0]!.id);
      const rows = entries.map((entry) => [
        entryButton(entry.id, 'history', `${entry.number} ${clip(entry.what, 40)}`),
      ]);
      return answered(withButtons(say(t.ask.whichActivity()), ...rows));
    }
  }
}

async function showEvidence(
  session: Session,
  name: string,
  date: string,
  entryIds: string[],
): Promise<Outcome> {
  const { services, t, locale } = session;
  const rows = await services.store.all(evidenceOf(entryIds));
  const files = rows.filter((row) => row.status === 'stored' && row.path !== null);
  const links = rows.filter((row) => row.url !== null);
  const pending = rows.filter((row) => row.status === 'pending');
  if (files.length + links.length + pending.length === 0) return toast(t.talk.noEvidence());
  const message = say(
    { kind: 'title', text: t.talk.evidenceOf(name, longDate(date, locale)) },
    ...links.map((row) => ({ kind: 'line' as const, parts: [{ link: row.url!, url: row.url! }] })),
    ...pending.map((row) => t.talk.evidencePending(row.name)),
  );
  const out = files.map((row) => ({
    path: row.path!,
    name: row.name,
    mime: row.mime ?? 'application/octet-stream',
  }));
  return answered({ ...message, files: out });
}
