import { clip } from '../../conversations/announcement-parts.ts';
import {
  type AnnouncementRow,
  announcementById,
  auditAbout,
  insertRounds,
  roundById,
  roundsOf,
} from '../../db/queries/announcements.ts';
import { incompletePage } from '../../db/queries/audience.ts';
import { insertAudit } from '../../db/queries/calendar.ts';
import { acknowledgementsOf, insertAcknowledgement, recipientOf } from '../../db/queries/recipients.ts';
import { first } from '../../db/store.ts';
import type { Action } from '../core/action.ts';
import { roundId } from '../core/announcement.ts';
import { maskEmployeeNumber } from '../core/employee-number.ts';
import { groupBy } from '../core/group.ts';
import { type Block, type Message, say, withButtons } from '../core/message.ts';
import { canAnnounce } from '../core/permissions.ts';
import { cancelWrites } from './announcement-cancel.ts';
import { announcementDraft } from './announcement-draft.ts';
import { completionOf } from './announcement-goal.ts';
import { newRound } from './announcement-plan.ts';
import { reportOf } from './announcement-report.ts';
import { announcementButton, announcementMessage, stamp } from './announcement-view.ts';
import { refreshBoard } from './board-notice.ts';
import { boardMessage } from './board-view.ts';
import { begin } from './drafts.ts';
import { answered, edited, type Outcome, toast } from './outcome.ts';
import type { Session } from './session.ts';

/** Names on a page of those who are missing. */
const PAGE = 20;
const MAX_TEXT = 160;
type Press = Extract<Action, { do: 'announcement' }>;

/** Does what a button of an announcement says. */
export async function pressAnnouncement(session: Session, action: Press): Promise<Outcome> {
  const { services, person, t } = session;
  const announcement = await first(services.store, announcementById({ id: action.announcement }));
  if (!announcement) return toast(t.problem.gone());
  if (action.op === 'read') return acknowledge(session, announcement);
  if (!canAnnounce(person)) return toast(t.announcement.onlyHr());
  switch (action.op) {
    case 'board':
      return answered(await board(session, announcement));
    case 'refresh':
      return edited(await board(session, announcement));
    case 'remind':
      return remind(session, announcement, action.number);
    case 'missing':
      return answered(await missing(session, announcement, 0));
    case 'page':
      return edited(await missing(session, announcement, action.number));
    case 'edit':
      return edit(session, announcement);
    case 'cancel':
    case 'cancel!':
    case 'keep':
      return cancel(session, announcement, action.op);
  }
}

/** How an announcement stands now. */
export async function board({ services, t, locale }: Session, row: AnnouncementRow): Promise<Message> {
  return boardMessage(services, t, locale, await reportOf(services, row));
}

/** Marks an announcement as read, once; whichever of its messages was pressed loses its button. */
async function acknowledge(session: Session, row: AnnouncementRow): Promise<Outcome> {
  const { services, person, t, locale, now, zone, today } = session;
  const { store } = services;
  if (!(await first(store, recipientOf({ announcementId: row.id, personId: person.id }))))
    return toast(t.announcement.message.notForYou());
  const [known] = await store.all(acknowledgementsOf(row.id, [person.id]));
  const readAt = stamp(t, locale, known?.at ?? now, zone);
  const whole = announcementMessage(t, locale, row, { kind: 'first', today, readAt });
  // What filled several messages cannot be shown again in the place of the last of them.
  const short = { ...row, body: clip(row.body, MAX_TEXT) };
  const shown =
    services.pages(session.sender.platform, whole) === 1
      ? whole
      : announcementMessage(t, locale, short, { kind: 'first', today, readAt });
  const outcome = edited(
    shown,
    ...(known ? [] : [insertAcknowledgement(row.id, person.id, now), refreshBoard(row, now)]),
  );
  return { ...outcome, reply: { ...outcome.reply, toast: t.announcement.message.thanksToast() } };
}

/** Sends a reminder to those who are not complete; its number is in the button, so pressing it again sends nothing. */
async function remind(session: Session, row: AnnouncementRow, number: number): Promise<Outcome> {
  const { services, person, t, locale, now } = session;
  const texts = t.announcement.remind;
  if (row.cancelledAt !== null) return answered(say(t.announcement.cancel.already()));
  const id = roundId(row.id, 'reminder', number);
  if (await first(services.store, roundById({ id }))) {
    const by = await first(services.store, auditAbout(id, 'announcement.reminded'));
    const when = stamp(t, locale, by?.at ?? now, services.agency.zone);
    return answered(say(texts.already(by?.name ?? '–', when)));
  }
  const report = await reportOf(services, row);
  if (number !== report.nextReminder) return toast(t.problem.unknownButton());
  if (!report.current) return answered(say(texts.over()));
  if (report.remindable === 0) return answered(say(texts.nobody()));
  return answered(
    say(texts.sent(report.remindable, t.announcement.seconds(report.remindSeconds))),
    insertRounds([newRound(row.id, 'reminder', number, now)]),
    insertAudit({
      id: services.newId(),
      at: now,
      actorId: person.id,
      action: 'announcement.reminded',
      subject: id,
      detail: { people: report.remindable },
    }),
  );
}

async function missing(session: Session, row: AnnouncementRow, page: number): Promise<Message> {
  const { services, t } = session;
  const completion = completionOf(services, row);
  const { incomplete } = await reportOf(services, row);
  const pages = Math.max(1, Math.ceil(incomplete / PAGE));
  const at = Math.min(page, pages - 1);
  const source = { id: roundId(row.id, 'first', 0) };
  const people = await services.store.all(
    incompletePage(source, completion, { offset: at * PAGE, limit: PAGE }),
  );
  if (people.length === 0) return say(t.announcement.missing.none());
  const blocks: Block[] = [{ kind: 'title', text: t.announcement.missing.title(incomplete, at + 1, pages) }];
  for (const [unit, members] of groupBy(people, (one) => one.unitName)) {
    blocks.push({ kind: 'line', parts: [{ bold: unit }] });
    blocks.push({
      kind: 'list',
      items: members.map(({ name, nip, outcome }) => [
        `${name} (${maskEmployeeNumber(nip)})${outcome === 'delivered' ? '' : `: ${t.announcement.missing.state(outcome)}`}`,
      ]),
    });
  }
  const op = announcementButton(row.id);
  return withButtons({ blocks, buttons: [], files: [] }, [
    ...(at > 0 ? [op('page', t.announcement.button.earlier(), at - 1)] : []),
    ...(at < pages - 1 ? [op('page', t.announcement.button.later(), at + 1)] : []),
  ]);
}

async function edit(session: Session, row: AnnouncementRow): Promise<Outcome> {
  const { services, t } = session;
  if (row.cancelledAt !== null) return answered(say(t.announcement.cancel.already()));
  const rounds = await services.store.all(roundsOf([row.id]));
  if (rounds.find((round) => round.kind === 'first')?.status !== 'scheduled')
    return answered(say(t.announcement.edit.started()));
  return begin(session, await announcementDraft(session, { announcement: row, rounds }));
}

async function cancel(
  session: Session,
  row: AnnouncementRow,
  op: 'cancel' | 'cancel!' | 'keep',
): Promise<Outcome> {
  const { services, person, t, now } = session;
  const texts = t.announcement.cancel;
  if (op === 'keep') return edited(say(texts.kept()));
  if (row.cancelledAt !== null) return answered(say(texts.already()));
  const rounds = await services.store.all(roundsOf([row.id]));
  if (!rounds.some(({ status }) => status === 'scheduled' || status === 'sending'))
    return answered(say(texts.finished()));
  if (op === 'cancel') {
    const button = announcementButton(row.id);
    return answered(
      withButtons(say(texts.ask(clip(row.body, MAX_TEXT))), [
        { ...button('cancel!', t.announcement.button.cancelYes()), style: 'danger' },
        button('keep', t.announcement.button.keep()),
      ]),
    );
  }
  const started = rounds.some((round) => round.startedAt !== null);
  return edited(say(texts.done(started)), ...cancelWrites(services, row, rounds, person.id, now));
}
