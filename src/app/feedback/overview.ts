import {
  draftFeedback,
  givenFeedback,
  privateNotes,
  receivedFeedback,
} from '../../../db/queries/feedback.ts';
import { requestsOf, requestsWaitingFor } from '../../../db/queries/feedback-requests.ts';
import { type PersonRow, peopleByIds, subordinatesOf } from '../../../db/queries/people.ts';
import { inChunks } from '../../core/chunks.ts';
import { localDate, shortDate } from '../../core/local-time.ts';
import { type Block, type Button, type Message, replyWith, withButtons } from '../../core/message.ts';
import { clip } from '../entry-view.ts';
import type { Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { gaugeOf } from './gauge.ts';
import { teamHighlights } from './highlights.ts';
import { peersAllowed } from './people.ts';
import { feedbackButton } from './view.ts';

/** People of the gauge, and people with a button, in one message. */
const MAX_NAMES = 12;
const SHORT = 80;

/** Answers `umpanbalik`: for a supervisor their private gauge first; for everybody what they received, asked and owe. */
export async function feedbackOverview(session: Session): Promise<Outcome> {
  const { services, person } = session;
  const team = await services.store.all(subordinatesOf({ supervisorId: person.id }));
  const messages = [
    ...(team.length > 0 ? [await teamMessage(session, team)] : []),
    await ownMessage(session),
  ];
  return { reply: replyWith(...messages), writes: [] };
}

/** The supervisor's part: who waits for feedback, what stands out, and a button for each person. */
async function teamMessage(session: Session, team: readonly PersonRow[]): Promise<Message> {
  const { services, person, t, locale, today } = session;
  const texts = t.feedback.overview;
  const [{ gaps, gapDays }, highlights] = await Promise.all([
    gaugeOf(services, person, team, today),
    teamHighlights(session, team),
  ]);
  const day = (date: string) => shortDate(date, locale, today);
  const named = gaps
    .slice(0, MAX_NAMES)
    .map(({ name, last }) => [texts.gap(name, last === null ? null : day(last))]);
  const more = gaps.length - named.length;
  const blocks: Block[] = [
    { kind: 'title', text: t.feedback.title() },
    { kind: 'note', text: texts.private() },
    line(gaps.length > 0 ? texts.gaps(gaps.length, gapDays) : texts.noGaps(gapDays)),
    ...(named.length > 0
      ? [{ kind: 'list' as const, items: more > 0 ? [...named, [texts.more(more)]] : named }]
      : []),
    ...(highlights.length > 0 ? [{ kind: 'gap' as const }, bold(texts.highlights())] : []),
    ...highlights.flatMap(({ entry, employee, reason, detail }, index) => [
      line(texts.highlight(index + 1, employee.name, clip(entry.what, SHORT), day(entry.localDate))),
      note(texts.reason(reason, detail)),
    ]),
    note(texts.choose()),
  ];
  const waiting = new Set(gaps.map(({ id }) => id));
  const people = [...team.filter(({ id }) => waiting.has(id)), ...team.filter(({ id }) => !waiting.has(id))];
  return withButtons(
    { blocks, buttons: [], files: [] },
    highlights.map(({ entry }, index) =>
      feedbackButton('about', t.feedback.button.about(index + 1), entry.id),
    ),
    ...inChunks(
      people.slice(0, MAX_NAMES).map(({ id, name }) => feedbackButton('give', name, id)),
      2,
    ),
  );
}

/** Everybody's part: requests that wait, feedback that came, what was given and asked. */
async function ownMessage(session: Session): Promise<Message> {
  const { services, person, t, locale, zone, today } = session;
  const { store } = services;
  const texts = t.feedback.overview;
  const [waiting, received, given, asked, drafts, notes, peers] = await Promise.all([
    store.all(requestsWaitingFor({ askedId: person.id })),
    store.all(receivedFeedback({ employeeId: person.id })),
    store.all(givenFeedback({ authorId: person.id })),
    store.all(requestsOf({ employeeId: person.id })),
    store.all(draftFeedback({ authorId: person.id })),
    store.all(privateNotes({ authorId: person.id })),
    peersAllowed(services, person, today),
  ]);
  const ids = [
    ...waiting.map((row) => row.employeeId),
    ...received.map((row) => row.authorId),
    ...given.map((row) => row.employeeId),
    ...asked.map((row) => row.askedId),
  ];
  const people = ids.length > 0 ? await store.all(peopleByIds([...new Set(ids)])) : [];
  const name = (id: string) => people.find((one) => one.id === id)?.name ?? '–';
  const day = (at: number) => shortDate(localDate(at, zone), locale, today);
  const owed = waiting.slice(0, 5);
  const blocks: Block[] = [
    { kind: 'title', text: texts.own() },
    ...section(
      texts.waiting(),
      owed.map((row, index) =>
        texts.waitingLine(index + 1, name(row.employeeId), clip(row.about, SHORT), day(row.createdAt)),
      ),
    ),
    ...section(
      texts.received(),
      received.map((row, index) => {
        const what = `${t.feedback.kind(row.kind)} · ${clip(row.body, SHORT)}`;
        const at = day(row.sharedAt ?? row.createdAt);
        return texts.receivedLine(index + 1, at, name(row.authorId), what, row.readAt !== null);
      }),
    ),
    ...(received.length === 0 ? [line(texts.nothing())] : []),
    ...section(
      texts.given(),
      given.map((row, index) => {
        const read = row.readAt === null ? null : day(row.readAt);
        return texts.givenLine(index + 1, day(row.sharedAt ?? row.createdAt), name(row.employeeId), read);
      }),
    ),
    ...section(
      texts.asked(),
      asked.map((row, index) => {
        const status = texts.status(row.status, day(row.settledAt ?? row.createdAt));
        return texts.askedLine(index + 1, name(row.askedId), clip(row.about, SHORT), status);
      }),
    ),
    ...(peers ? [note(texts.howto())] : []),
  ];
  const { button } = t.feedback;
  return withButtons(
    { blocks, buttons: [], files: [] },
    ...inChunks(
      owed.map(({ id }, index) => feedbackButton('answer', button.answerNumber(index + 1), id)),
      2,
    ),
    ...inChunks(
      received.map(({ id }, index) => feedbackButton('open', button.open(index + 1), id)),
      5,
    ),
    ...inChunks(
      asked.flatMap(({ id, status }, index): Button[] =>
        status === 'open' ? [feedbackButton('take_back', button.takeBack(index + 1), id)] : [],
      ),
      2,
    ),
    [
      feedbackButton('ask', button.request(), null),
      ...(drafts.length > 0 ? [feedbackButton('drafts', button.drafts(drafts.length), null)] : []),
      ...(notes.length > 0 ? [feedbackButton('notes', button.notes(notes.length), null)] : []),
    ],
  );
}

const section = (title: string, lines: readonly string[]): Block[] =>
  lines.length === 0 ? [] : [bold(title), ...lines.map(line)];
const line = (text: string): Block => ({ kind: 'line', parts: [text] });
const bold = (text: string): Block => ({ kind: 'line', parts: [{ bold: text }] });
const note = (text: string): Block => ({ kind: 'note', text });
