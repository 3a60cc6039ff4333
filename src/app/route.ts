import { MAX_WHAT } from '../../conversations/activity.ts';
import { type DraftRow, draftsOf } from '../../db/queries/drafts.ts';
import { setReachable } from '../../db/queries/linking.ts';
import { reviveOutbox } from '../../db/queries/outbox.ts';
import { type PostingRow, postingByMessage } from '../../db/queries/talks.ts';
import { first, type Statement } from '../../db/store.ts';
import { decodeAction } from '../core/action.ts';
import { shorten } from '../core/forwarded.ts';
import type { Event } from '../core/inbound.ts';
import { say, silence } from '../core/message.ts';
import { pressAbsences } from './absence-others.ts';
import { cancelAbsenceById, pressAbsent } from './absence-record.ts';
import { pressAnnouncement } from './announcement-buttons.ts';
import { announcementsFor } from './announcement-reach.ts';
import { bareCommand } from './bare-command.ts';
import { loadRules } from './calendar-facts.ts';
import { command } from './commands.ts';
import { pressDay } from './day-actions.ts';
import { replyToDialogue } from './dialogue/overview.ts';
import { addFile, beginWithFile, isVoice, joinAlbum, takesFile } from './draft-files.ts';
import {
  answerDraft,
  asksForChoice,
  begin,
  confirm,
  pressDraft,
  startActivity,
  submitForm,
} from './drafts.ts';
import { editedMessage } from './edited-message.ts';
import { editedEntry, pressEntry } from './entry-actions.ts';
import { saveComplete } from './evening.ts';
import { fileToFeedback, reactToFeedback, replyToFeedback } from './feedback/reply.ts';
import { bindDraft } from './forms.ts';
import { forwardedEntry } from './forwarded.ts';
import { help, setLanguage } from './info.ts';
import { pressLateness } from './lateness.ts';
import { accept, decline } from './link.ts';
import { unreachableNotices } from './notices.ts';
import { pressObstacle } from './obstacles.ts';
import { answered, edited, type Outcome, toast } from './outcome.ts';
import { pressPrompt } from './prompt-actions.ts';
import { answerTo, appreciate, replyInThread } from './remarks.ts';
import { chooseLevel } from './reminder.ts';
import { quickEntry } from './report.ts';
import { pressRoom } from './rooms.ts';
import type { Session } from './session.ts';
import { pressTemplate } from './templates.ts';

/** Decides what a linked person's message means and what follows from it. */
export async function route(session: Session, event: Event): Promise<Outcome> {
  const { t } = session;
  switch (event.kind) {
    case 'command':
      return command(session, event.name, event.args);
    case 'choice':
      return press(session, event.action, event.messageId);
    case 'text': {
      const outcome = await typed(session, event);
      return session.sender.forms ? inThread(outcome, event.replyTo) : outcome;
    }
    case 'file':
      return file(session, event);
    case 'edited':
      return editedMessage(session, event.messageId, event.text);
    case 'form':
      return submitForm(session, event.token, event.answers);
    case 'reaction': {
      const posting = await postingOf(session, event.messageId);
      if (posting?.kind === 'feedback')
        return { reply: silence, writes: await reactToFeedback(session, posting.subject) };
      return { reply: silence, writes: posting ? await appreciate(session, posting, event.emoji) : [] };
    }
    case 'reachable': {
      return {
        reply: silence,
        writes: [...(await reachable(session, event.reachable)), ...(await tellHr(session, event.reachable))],
      };
    }
    case 'unsupported':
      return answered(say(t.problem.unsupported()));
  }
}

/** Records whether the account can be reached; what could not be delivered meanwhile is tried again. */
export async function reachable(
  { services, account, person, now }: Session,
  can: boolean,
): Promise<Statement[]> {
  if (account.reachable === can) return [];
  const change = setReachable(account.id, can, can ? null : 'blocked');
  if (!can) return [change];
  return [change, reviveOutbox(person.id, now), ...(await announcementsFor(services, person.id, now))];
}

/** HR learns that somebody has blocked the bot. */
async function tellHr({ services, account, now }: Session, can: boolean): Promise<Statement[]> {
  return can || !account.reachable ? [] : unreachableNotices(services, account.id, now);
}

async function press(session: Session, text: string, messageId: string | null): Promise<Outcome> {
  const { services, sender, t } = session;
  const action = decodeAction(text);
  if (!action) return toast(t.problem.unknownButton());
  switch (action.do) {
    case 'answer':
    case 'draft':
      return pressDraft(session, action);
    case 'entry':
      return pressEntry(session, action.entry, action.op);
    case 'day':
      return pressDay(session, action.person, action.date, action.op, messageId);
    case 'talk': {
      const draft = await answerTo(session, action.talk);
      return draft ? begin(session, draft) : toast(t.problem.notYours());
    }
    case 'prompt':
      return pressPrompt(session, action.date, action.op);
    case 'reminder':
      return chooseLevel(session, action.level);
    case 'absence':
      return cancelAbsenceById(session, action.absence);
    case 'absent':
      return pressAbsent(session, action);
    case 'absences':
      return pressAbsences(session, action.person);
    case 'dismiss':
      return edited(say(t.draft.cancelled()));
    case 'lateness':
      return pressLateness(session, action.lateness, action.op);
    case 'drafts':
      return action.op === 'save' ? saveComplete(session, action.state) : startActivity(session, []);
    case 'obstacle':
      return pressObstacle(session, action.obstacle, action.op);
    case 'template':
      return pressTemplate(session, action);
    case 'announcement':
      return pressAnnouncement(session, action);
    case 'claim':
      return action.op === 'yes' ? accept(services, sender) : decline(services, sender);
    case 'language':
      return setLanguage(session, action.locale);
    case 'room':
      return pressRoom(session, action, messageId);
    case 'command':
      return command(session, action.name, '');
  }
}

const SMALL_TALK =
  /^(h(a|e)llo|halo|hai|hi|hey|pagi|siang|sore|malam|selamat (pagi|siang|sore|malam)|assalamu.{0,30}|terima ?kasih|makasih|thanks?( you)?|ok(e|ay)?( siap)?|baik|siap|ya|tidak|tolong|simpan|save|selesai|done|lewati|skip|kembali|back|tes|test|ping|menu)[!.,\s]*$/i;
/** Milliseconds for which a review takes a photo that follows it. */
const REVIEW_WAITS_MS = 15 * 60_000;
/** Milliseconds for which a begun remark waits for its words. */
const REMARK_WAITS_MS = 60 * 60_000;
/** Messages of ours in answer to which something is a remark, or is refused; a reply to any other is a new message. */
const REPLIED_TO = new Set<PostingRow['kind']>([
  'card',
  'talk',
  'announcement',
  'board',
  'dialogue',
  'feedback',
]);
const SAVE = /^(simpan|save|ya,? simpan)$/i;

async function typed(session: Session, event: Extract<Event, { kind: 'text' }>): Promise<Outcome> {
  const { services, person } = session;
  const { text, replyTo, messageId } = event;
  const posting = replyTo === null ? null : await postingOf(session, replyTo);
  if (posting && isOneWay(posting)) return inThread(await refuseReply(session), replyTo);
  if (posting?.kind === 'feedback')
    return inThread(await replyToFeedback(session, posting.subject, text), replyTo);
  if (posting && posting.kind !== 'dialogue')
    return inThread(await replyInThread(session, posting, text), replyTo);
  const drafts = await services.store.all(draftsOf({ personId: person.id }));
  if (event.forwarded) return forwardedEntry(session, text, messageId);
  const listening = drafts.find((draft) => listens(draft, session.now));
  const bare = bareCommand(text, session.today);
  if (listening && !(bare && (await asksForChoice(session, listening)))) {
    const outcome = await answerDraft(session, listening, text);
    if (outcome) return outcome;
  }
  if (posting) return replyToDialogue(session, posting.subject);
  if (bare) return command(session, bare.name, bare.args);
  const review = drafts.find((draft) => draft.form === 'activity');
  if (review && SAVE.test(text.trim())) {
    const form = await bindDraft(session, review);
    if (form) return confirm(session, review, form, 'confirm');
  }
  if (SMALL_TALK.test(text.trim())) return help(session);
  return quickEntry(session, text, null, messageId);
}

async function file(session: Session, event: Extract<Event, { kind: 'file' }>): Promise<Outcome> {
  const { services, person, now } = session;
  const caption = event.forwarded ? shorten(event.caption, MAX_WHAT) : event.caption;
  const drafts = await services.store.all(draftsOf({ personId: person.id }));
  const album = drafts.find((draft) => event.album !== null && draft.subject.album === event.album);
  if (album) return joinAlbum(session, album, event.file);
  const posting = event.replyTo === null ? null : await postingOf(session, event.replyTo);
  if (posting && isOneWay(posting)) return refuseReply(session);
  if (posting?.kind === 'feedback') return fileToFeedback(session, posting.subject, caption);
  if (posting && posting.kind !== 'dialogue') return fileInThread(session, posting, event);
  const listening = drafts.find((draft) => listens(draft, now));
  if (listening && (await takesFile(session, listening, event.file, caption)))
    return addFile(session, listening, event.file, caption);
  // A photo that follows a review without a word belongs to it; a voice message is a report of its own.
  const fresh = drafts.find((draft) => draft.form === 'activity' && now - draft.updatedAt < REVIEW_WAITS_MS);
  if (fresh && caption.trim() === '' && !isVoice(event.file)) return addFile(session, fresh, event.file, '');
  return quickEntry(session, caption, event, event.messageId);
}

/** A file in answer to a remark: evidence for the activity that it is about; its caption is an answer in words. */
async function fileInThread(
  session: Session,
  posting: PostingRow,
  event: Extract<Event, { kind: 'file' }>,
): Promise<Outcome> {
  const said = event.caption.trim() === '' ? null : await replyInThread(session, posting, event.caption);
  const own = posting.subject.startsWith(`${session.person.id}:`);
  const draft = own ? await editedEntry(session, posting) : null;
  if (!draft) return said ?? answered(say(session.t.problem.unsupported()));
  const shown = await beginWithFile(session, draft, event.file);
  const messages = [...(said?.reply.messages ?? []), ...shown.reply.messages];
  return { reply: { ...shown.reply, messages }, writes: [...(said?.writes ?? []), ...shown.writes] };
}

/** Messages whose replies are neither remarks nor activities. */
const isOneWay = ({ kind }: PostingRow) => kind === 'announcement' || kind === 'board';

/** Says that a reply to an announcement goes nowhere, and whom to turn to instead. */
async function refuseReply({ services, person, t, today, locale }: Session): Promise<Outcome> {
  const rules = (await loadRules(services.store))(today, person.unitId);
  return answered(say(t.announcement.message.noReply(rules.contact?.[locale] ?? t.link.contact())));
}

/** A reply that was begun and forgotten must not swallow what is typed hours later; an activity waits. */
function listens(draft: DraftRow, now: number): boolean {
  return draft.listening && (draft.form === 'activity' || now - draft.updatedAt < REMARK_WAITS_MS);
}

function inThread(outcome: Outcome, thread: string | null): Outcome {
  return { ...outcome, reply: { ...outcome.reply, thread } };
}

/**
 * Our message about a day that a reply or reaction points at; it may have been answered before it was written down.
 *
 * What answers any other message of ours, a prompt for example, is taken as it stands.
 */
async function postingOf({ services, sender }: Session, messageId: string): Promise<PostingRow | null> {
  const { platform, address } = sender;
  const find = () => first(services.store, postingByMessage({ platform, address, messageId }));
  let posting = await find();
  if (!posting) {
    await services.arrived(platform, address);
    posting = await find();
  }
  return posting && REPLIED_TO.has(posting.kind) ? posting : null;
}
