import { openCommitmentsWith } from '../../../db/queries/commitments.ts';
import { answersOfPerson, dialoguesBetween, openDialoguesOf } from '../../../db/queries/dialogues.ts';
import { subordinatesOf } from '../../../db/queries/people.ts';
import type { Store } from '../../../db/store.ts';
import { nextStep } from '../../core/dialogue/life.ts';
import { peopleMeant } from '../../core/find-person.ts';
import { addDays, instantOf, longDate, longRange } from '../../core/local-time.ts';
import { type Block, type Message, say, withButtons } from '../../core/message.ts';
import { parsePeriod } from '../../core/period.ts';
import { canReadDialogue } from '../../core/permissions.ts';
import { answered, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { dialogueButton } from './card-buttons.ts';
import { dialogueCard } from './card-view.ts';
import { commitments } from './commitments.ts';
import { lastConfirmedDialogue } from './facts.ts';
import { itemText, listed, MAX_LISTED, openButton } from './listing.ts';
import { type Meeting, meetingOf, placeIn, withPeople } from './meeting.ts';
import { partnersOf, propose } from './propose.ts';

/** Past minutes go back so many days. */
const PAST_DAYS = 3 * 366;

/** What somebody has to do about a dialogue. */
export type Duty = 'answer' | 'prepare' | 'hold' | 'write' | 'confirm';

/** Answers `dialog`: what waits and what is next; with a name a proposal, with a date what was agreed then. */
export async function dialogues(session: Session, args: string): Promise<Outcome> {
  const { t, today } = session;
  const said = args.trim();
  if (said === '') return answered(await overview(session));
  if (/^(baru|usul(kan)?|new|propose)$/i.test(said)) return propose(session, null);
  if (/^(tindak ?lanjut|komitmen|commitments?)$/i.test(said)) return commitments(session);
  if (/^(lalu|catatan|past|minutes)$/i.test(said)) return past(session);
  const period = parsePeriod(said, today);
  if (period) return onDates(session, period.from, period.to);
  const partners = await partnersOf(session);
  const found = peopleMeant(said, partners);
  const [only] = found;
  if (only && found.length === 1) return propose(session, only.id);
  if (found.length === 0)
    return answered(
      say(partners.length === 0 ? t.dialogue.problem.noSupervisor() : t.dialogue.problem.notFound(said)),
    );
  const buttons = found.slice(0, MAX_LISTED).map(({ id, name }) => [dialogueButton('new', name, id)]);
  return answered(withButtons(say(t.dialogue.ask.whom()), ...buttons));
}

/** Shows one dialogue to whoever may read it. */
export async function showDialogue(session: Session, id: string | null): Promise<Outcome> {
  const meeting = await meetingOf(session.services.store, id);
  if (!meeting) return toast(session.t.problem.gone());
  if (!canReadDialogue(session.person, meeting.employee, meeting.row))
    return toast(session.t.problem.notYours());
  return answered(await dialogueCard(session, meeting));
}

/** A reply to a message that shows a dialogue goes nowhere; it is shown again with what can be done. */
export async function replyToDialogue(session: Session, id: string): Promise<Outcome> {
  const { services, person, t } = session;
  const meeting = await meetingOf(services.store, id);
  const other = meeting && placeIn(meeting, person.id)?.other;
  return other
    ? answered(await dialogueCard(session, meeting, t.dialogue.problem.noReply(other.name)))
    : showDialogue(session, id);
}

/** Lists the dialogues whose minutes are confirmed, the newest first. */
export async function past(session: Session): Promise<Outcome> {
  const { t, zone, today } = session;
  const from = instantOf(addDays(today, -PAST_DAYS), 0, zone);
  const all = await readable(session, from, session.now);
  const done = all.filter(({ row }) => row.status === 'confirmed');
  if (done.length === 0) return answered(say(t.dialogue.overview.noPast()));
  return answered(listed(session, t.dialogue.overview.past(), done));
}

async function onDates(session: Session, from: string, to: string): Promise<Outcome> {
  const { t, locale, zone } = session;
  const found = await readable(session, instantOf(from, 0, zone), instantOf(addDays(to, 1), 0, zone));
  const [only] = found;
  const when = longRange(from, to, locale);
  if (!only) return answered(say(t.dialogue.problem.noDialogueOn(when)));
  if (found.length === 1) return answered(await dialogueCard(session, only));
  return answered(listed(session, `${t.dialogue.title()}: ${when}`, found));
}

/** Dialogues that begin in a span of instants, as far as the person may read them. */
async function readable(session: Session, from: number, to: number): Promise<Meeting[]> {
  const { services, person } = session;
  const team = await services.store.all(subordinatesOf({ supervisorId: person.id }));
  const ids = team.map(({ id }) => id);
  const rows = await services.store.all(dialoguesBetween(person.id, ids, from, to));
  const meetings = await withPeople(services.store, rows);
  return meetings.filter(({ row, employee }) => canReadDialogue(person, employee, row));
}

async function overview(session: Session): Promise<Message> {
  const { services, person, t, locale, today } = session;
  const { store } = services;
  const texts = t.dialogue.overview;
  const meetings = await withPeople(store, await store.all(openDialoguesOf({ personId: person.id })));
  const [duties, promised, last] = await Promise.all([
    dutiesOf(store, person.id, meetings, session.now),
    store.all(openCommitmentsWith({ personId: person.id })),
    lastConfirmedDialogue(services, person.id),
  ]);
  const waiting = meetings.filter(({ row }) => duties.has(row.id));
  const others = meetings.filter((meeting) => !waiting.includes(meeting));
  const shown = [...waiting, ...others].slice(0, MAX_LISTED);
  const number = (meeting: Meeting) => shown.indexOf(meeting) + 1;
  const items = (list: readonly Meeting[], text: (meeting: Meeting) => string) =>
    list.filter((one) => shown.includes(one)).map((one) => line(`${number(one)}. ${text(one)}`));
  const blocks: Block[] = [
    { kind: 'title', text: t.dialogue.title() },
    ...(meetings.length === 0 ? [line(texts.none())] : []),
    ...(waiting.length > 0 ? [bold(texts.waiting())] : []),
    ...items(waiting, (one) => texts.toDo[duties.get(one.row.id)!](itemText(session, one))),
    ...(others.some((one) => shown.includes(one)) ? [bold(texts.next())] : []),
    ...items(others, (one) => texts.state(itemText(session, one), t.dialogue.status(one.row.status))),
    ...(meetings.length > shown.length ? [line(texts.more(meetings.length - shown.length))] : []),
    ...(last?.heldOn
      ? [
          {
            kind: 'note' as const,
            text: texts.last(t.dialogue.kind(last.kind), longDate(last.heldOn, locale)),
          },
        ]
      : []),
  ];
  const own = promised.filter(({ commitment }) => commitment.ownerId === person.id);
  const late = own.filter(({ commitment }) => commitment.dueOn < today).length;
  const b = t.dialogue.button;
  return withButtons(
    { blocks, buttons: [], files: [] },
    ...shown.map((one) => [openButton(session, one, number(one))]),
    promised.length > 0
      ? [
          {
            ...dialogueButton('todo', t.dialogue.commitment.button(promised.length), null),
            ...(late > 0 ? { style: 'danger' as const } : {}),
          },
        ]
      : [],
    [dialogueButton('new', b.propose(), null), dialogueButton('past', b.past(), null)],
  );
}

/** What a person has to do about their dialogues, by dialogue. */
export async function dutiesOf(
  store: Store,
  personId: string,
  meetings: readonly Meeting[],
  now: number,
): Promise<Map<string, Duty>> {
  const ids = meetings.map(({ row }) => row.id);
  const prepared = ids.length === 0 ? [] : await store.all(answersOfPerson(personId, ids));
  const duties = new Map<string, Duty>();
  for (const meeting of meetings) {
    const { row } = meeting;
    const step = nextStep(row);
    const side = placeIn(meeting, personId)?.side;
    if (!side || !step.by.includes(side)) continue;
    if (step.what === 'hold') {
      const shared = prepared.some((one) => one.dialogueId === row.id && one.shared);
      if (now >= row.startsAt) duties.set(row.id, 'hold');
      else if (!shared) duties.set(row.id, 'prepare');
    } else if (step.what !== 'propose' && step.what !== 'nothing') duties.set(row.id, step.what);
  }
  return duties;
}

const line = (text: string): Block => ({ kind: 'line', parts: [text] });
const bold = (text: string): Block => ({ kind: 'line', parts: [{ bold: text }] });
