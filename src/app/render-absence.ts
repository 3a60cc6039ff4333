import { absencesOf, auditById } from '../../db/queries/calendar.ts';
import { daySubject } from '../../db/queries/talks.ts';
import { first } from '../../db/store.ts';
import { BACK_DAYS } from '../core/absence-limits.ts';
import { type Message, say } from '../core/message.ts';
import { canRecordAbsence } from '../core/permissions.ts';
import { textsOf } from '../i18n/texts.ts';
import { absenceLine } from './absence-view.ts';
import type { AbsenceNews } from './absence-writes.ts';
import { accountFor, personOf, plain, type Renderer, type RenderResult, skip } from './rendered.ts';

/** A notice that waited longer than this for its recipient is of no use any more. */
const USEFUL_MS = BACK_DAYS * 24 * 60 * 60_000;

/** A change of absences: for the employee, or for whoever recorded what an employee changed. */
export const absence: Renderer<'absence'> = async (services, row, { change }): Promise<RenderResult> => {
  const recipient = await personOf(services, row.personId);
  const line = await first(services.store, auditById({ id: change }));
  const news = line?.detail as unknown as (AbsenceNews & { inserted: string[] }) | null | undefined;
  const employee = line && (await personOf(services, line.subject.split('|')[1] ?? null));
  const actor = line && (await personOf(services, line.actorId));
  if (!recipient?.active || !news || !employee || !actor) return skip('gone');
  if (!canRecordAbsence(recipient, employee)) return skip('not_allowed');
  if (services.now() - line.at > USEFUL_MS) return skip('too_late');
  const { kind, from, to } = news;
  const present = await services.store.all(absencesOf({ personId: employee.id, from, to }));
  const holds = present.some((a) => a.kind === kind);
  // It was taken back, or recorded again, before anybody was told.
  if (holds !== (news.action === 'recorded')) return skip('changed_again');
  const own = recipient.id === employee.id;
  const account = await accountFor(services, recipient, own ? 'employee' : 'supervisor');
  if ('skip' in account) return account;
  const locale = recipient.locale ?? services.agency.locale;
  const t = textsOf(locale);
  const what = await absenceLine({ services, t, locale }, employee, news);
  if (!own) {
    const { changedBy, backToWork } = t.absence.notice;
    return plain(account, say((news.action === 'ended' ? backToWork : changedBy)(employee.name, what)));
  }
  const supervisor = await personOf(services, employee.supervisorId);
  const { contest, contestHr } = t.absence.notice;
  const message: Message = say(
    t.absence.notice[news.action === 'recorded' ? 'recorded' : 'cancelled'](actor.name, what),
    news.action === 'recorded' ? t.absence.notice.silent() : t.absence.notice.counted(),
    { kind: 'note', text: supervisor ? contest(supervisor.name) : contestHr() },
  );
  return {
    ...plain(account, message),
    posting: { kind: 'talk', subject: daySubject(employee.id, from), entryId: null },
  };
};
