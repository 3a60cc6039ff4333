import { absencesOf } from '../../db/queries/calendar.ts';
import { draftById } from '../../db/queries/drafts.ts';
import { entriesBetween, entryById, evidenceById, evidenceOf } from '../../db/queries/entries.ts';
import { accountById } from '../../db/queries/linking.ts';
import type { OutboxRow } from '../../db/queries/outbox.ts';
import { type AccountRow, accountsOf, type PersonRow, personById } from '../../db/queries/people.ts';
import { workResultsById } from '../../db/queries/plans.ts';
import { daySubject, type PostingRow, postingsAbout, talkById } from '../../db/queries/talks.ts';
import { first } from '../../db/store.ts';
import { encodeAction } from '../core/action.ts';
import { maskEmployeeNumber } from '../core/employee-number.ts';
import { localDate, longDate, shortDate } from '../core/local-time.ts';
import { type Message, say, withButtons } from '../core/message.ts';
import { PLATFORM_NAMES, type Platform } from '../core/model.ts';
import { canReadTalk, canReview, isHr } from '../core/permissions.ts';
import { textsOf } from '../i18n/texts.ts';
import { cardMessage } from './card-view.ts';
import { draftMessage } from './draft-view.ts';
import { bindDraft } from './drafts.ts';
import { aboutEntry, clip } from './entry-view.ts';
import type { NoticeKind, NoticePayloads } from './notices.ts';
import { promptMessage } from './prompt-view.ts';
import type { Services } from './services.ts';
import { sessionOf, zoneOf } from './session.ts';

/** A notice ready to leave. */
export interface Rendered {
  account: { id: string | null; personId: string | null; platform: Platform; address: string };
  message: Message;
  /** The message to answer in a thread to. */
  thread: string | null;
  /** The message to change instead of sending a new one. */
  edit: PostingRow | null;
  /** What a reply to it will be about. */
  posting: Pick<PostingRow, 'kind' | 'subject' | 'entryId'> | null;
}

/** Why a notice does not leave: not wanted any more, or its recipient is out of reach until they come back. */
export interface NotRendered {
  skip: string;
  waits: boolean;
}

type Result = Rendered | NotRendered;
type Renderer<K extends NoticeKind> = (
  services: Services,
  row: OutboxRow,
  payload: NoticePayloads[K],
) => Promise<Result>;

const skip = (reason: string): NotRendered => ({ skip: reason, waits: false });

/** Turns a notice into a message at the moment of sending, and checks again whether it is wanted and allowed. */
export function render(services: Services, row: OutboxRow): Promise<Result> {
  const renderer = renderers[row.kind as keyof typeof renderers] as Renderer<NoticeKind> | undefined;
  return renderer ? renderer(services, row, row.payload as never) : Promise.resolve(skip('unknown_kind'));
}

const card: Renderer<'card'> = async (services, row, { employeeId, date }) => {
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
  const resultIds = [...new Set(entries.flatMap((e) => e.workResultId ?? []))];
  const results = resultIds.length > 0 ? await services.store.all(workResultsById(resultIds)) : [];
  const evidence = entries.length > 0 ? await services.store.all(evidenceOf(entries.map((e) => e.id))) : [];
  const message = cardMessage(
    t,
    locale,
    employee,
    date,
    entries,
    new Map(results.map((r) => [r.id, r])),
    evidence,
  );
  return {
    account: to,
    message,
    thread: null,
    edit: posted,
    posting: posted ? null : { kind: 'card', subject, entryId: null },
  };
};

const talk: Renderer<'talk'> = async (services, row, { talkId }) => {
  const recipient = await personOf(services, row.personId);
  const remark = await first(services.store, talkById({ id: talkId }));
  if (!recipient || !remark || !canReadTalk(recipient, remark)) return skip('not_allowed');
  const employee = await personOf(services, remark.employeeId);
  const author = await personOf(services, remark.authorId);
  if (!employee || !author) return skip('not_allowed');
  const isEmployee = recipient.id === employee.id;
  if (!isEmployee && !canReview(recipient, employee)) return skip('not_supervisor');
  const to = await accountFor(services, recipient, isEmployee ? 'employee' : 'supervisor');
  if ('skip' in to) return to;
  const locale = recipient.locale ?? services.agency.locale;
  const t = textsOf(locale);
  const subject = daySubject(employee.id, remark.localDate);
  const today = localDate(services.now(), zoneOf(recipient, services));
  const entry = remark.entryId ? await first(services.store, entryById({ id: remark.entryId })) : null;
  const day = await services.store.all(
    entriesBetween({ personId: employee.id, from: remark.localDate, to: remark.localDate }),
  );
  const about = entry
    ? aboutEntry(t, locale, entry, today)
    : t.talk.aboutDay(
        shortDate(remark.localDate, locale, today),
        day.map((e) => clip(e.what, 60)).join('; '),
      );
  const title = {
    feedback: () => t.talk.feedback(author.name),
    reply: () => t.talk.reply(author.name),
    appreciation: () => t.talk.appreciation(author.name, remark.body),
    returned: () => t.talk.returned(author.name),
    approved: () => t.talk.approved(author.name, Number(remark.body)),
  }[remark.kind]();
  const spoken = remark.kind === 'feedback' || remark.kind === 'reply' || remark.kind === 'returned';
  const message = say(
    { kind: 'title', text: title },
    about,
    ...(spoken ? [{ kind: 'quote' as const, text: remark.body }] : []),
    ...(spoken ? [{ kind: 'note' as const, text: t.talk.howto() }] : []),
  );
  const buttons = [
    ...(remark.kind === 'returned' && entry
      ? [{ label: t.button.repair(), action: encodeAction({ do: 'entry', entry: entry.id, op: 'edit' }) }]
      : []),
    ...(spoken
      ? [{ label: t.button.reply(), action: encodeAction({ do: 'talk', talk: talkId, op: 'reply' }) }]
      : []),
  ];
  const { platform } = to;
  const [root] = await services.store.all(postingsAbout({ subject, personId: recipient.id, platform }));
  return {
    account: to,
    message: withButtons(message, buttons),
    thread: root && root.address === to.address ? root.messageId : null,
    edit: null,
    posting: { kind: 'talk', subject, entryId: remark.entryId },
  };
};

const prompt: Renderer<'prompt'> = async (services, row, { date }) => {
  const person = await personOf(services, row.personId);
  if (!person?.active) return skip('inactive');
  if (localDate(services.now(), zoneOf(person, services)) !== date) return skip('day_passed');
  const entries = await services.store.all(entriesBetween({ personId: person.id, from: date, to: date }));
  if (entries.length > 0) return skip('reported');
  const absences = await services.store.all(absencesOf({ personId: person.id, from: date, to: date }));
  if (absences.length > 0) return skip('absent');
  const to = await accountFor(services, person, 'employee');
  if ('skip' in to) return skip(to.skip);
  const locale = person.locale ?? services.agency.locale;
  return plain(to, promptMessage(textsOf(locale), locale, person.name, date));
};

const album: Renderer<'album'> = async (services, row, { draftId }) => {
  const person = await personOf(services, row.personId);
  const draft = person && (await first(services.store, draftById({ id: draftId, personId: person.id })));
  if (!person || !draft) return skip('saved_or_cancelled');
  const to = await accountFor(services, person, 'employee');
  if ('skip' in to) return to;
  const session = sessionOf(services, to, person);
  const form = await bindDraft(session, draft);
  return form ? plain(to, draftMessage(session, draft, form)) : skip('gone');
};

const unreachable: Renderer<'unreachable'> = async (services, row, { accountId }) => {
  const hr = await personOf(services, row.personId);
  const account = await first(services.store, accountById({ id: accountId }));
  const person = account && (await personOf(services, account.personId));
  if (!hr || !isHr(hr) || !account || !person) return skip('not_allowed');
  if (account.reachable || !account.current) return skip('reachable');
  const to = await accountFor(services, hr, 'supervisor');
  if ('skip' in to) return to;
  const t = textsOf(hr.locale ?? services.agency.locale);
  return plain(
    to,
    say(t.notice.unreachable(person.name, maskEmployeeNumber(person.nip), PLATFORM_NAMES[account.platform])),
  );
};

const evidenceFailed: Renderer<'evidence_failed'> = async (services, row, { evidenceId }) => {
  const person = await personOf(services, row.personId);
  const evidence = await first(services.store, evidenceById({ id: evidenceId }));
  if (!person || !evidence) return skip('gone');
  const to = await accountFor(services, person, 'employee');
  if ('skip' in to) return to;
  const t = textsOf(person.locale ?? services.agency.locale);
  return plain(to, say(t.notice.evidenceFailed(evidence.name)));
};

const replaced: Renderer<'replaced'> = async (services, row, { platform, address }) => {
  const person = await personOf(services, row.personId);
  const t = textsOf(person?.locale ?? services.agency.locale);
  return plain({ id: null, personId: null, platform, address }, say(t.link.replaced()));
};

const renderers = { card, talk, prompt, album, unreachable, evidence_failed: evidenceFailed, replaced };

function plain(account: Rendered['account'], message: Message): Rendered {
  return { account, message, thread: null, edit: null, posting: null };
}

async function personOf(services: Services, id: string | null): Promise<PersonRow | null> {
  return id === null ? null : first(services.store, personById({ id }));
}

/** Employees are reached in Telegram first, supervisors and HR in Slack first; either platform serves every role. */
async function accountFor(
  services: Services,
  person: PersonRow,
  role: 'employee' | 'supervisor',
): Promise<AccountRow | NotRendered> {
  const accounts = await services.store.all(accountsOf({ personId: person.id }));
  if (accounts.length === 0) return { skip: 'not_linked', waits: true };
  const order: Platform[] =
    role === 'employee' ? ['telegram', 'slack', 'playground'] : ['slack', 'telegram', 'playground'];
  const reachable = accounts.filter((a) => a.reachable);
  const best = order.flatMap((platform) => reachable.filter((a) => a.platform === platform))[0];
  return best ?? { skip: 'unreachable', waits: true };
}
