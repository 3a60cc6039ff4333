import { entryById } from '../../../db/queries/entries.ts';
import type { FeedbackRow } from '../../../db/queries/feedback.ts';
import { feedbackRequestById } from '../../../db/queries/feedback-requests.ts';
import { type PersonRow, personById } from '../../../db/queries/people.ts';
import { workResultsById } from '../../../db/queries/plans.ts';
import { first } from '../../../db/store.ts';
import { encodeAction } from '../../core/action.ts';
import { canBeWithdrawn, type FeedbackVisibility } from '../../core/feedback/kinds.ts';
import { localDate, shortDate } from '../../core/local-time.ts';
import { type Block, type Button, type Message, say, withButtons } from '../../core/message.ts';
import type { Locale } from '../../core/model.ts';
import { canAnswerFeedback } from '../../core/permissions.ts';
import type { Texts } from '../../i18n/texts.ts';
import { clip } from '../entry-view.ts';
import { planOn } from '../plan/in-force.ts';
import type { Services } from '../services.ts';
import { type Audience, audienceOf } from './people.ts';

/** Whoever looks at feedback, and how they read. */
export interface Viewer {
  t: Texts;
  locale: Locale;
  person: PersonRow;
  zone: string;
  now: number;
}

/** A button of this part. */
export const feedbackButton = (op: string, label: string, id: string | null, arg = ''): Button => ({
  label,
  action: encodeAction({ do: 'room', room: 'feedback', op, id, arg }),
});

/** Who reads feedback of a visibility, in words, whoever looks at it last: `Siti dan Anda`. */
export function readersText(
  t: Texts,
  viewerId: string,
  author: Pick<PersonRow, 'id' | 'name'>,
  employee: Pick<PersonRow, 'id' | 'name'>,
  { leader, team }: Pick<Audience, 'leader' | 'team'>,
  visibility: FeedbackVisibility,
): string {
  const texts = t.feedback.readers;
  const wide = visibility === 'leader' || visibility === 'team';
  const people = [
    ...(visibility === 'author' ? [] : [{ id: employee.id, name: employee.name }]),
    { id: author.id, name: author.name },
    ...(wide && leader ? [{ id: leader.id, name: texts.leader(leader.name, employee.name) }] : []),
  ];
  const others = people.filter(({ id }) => id !== viewerId).map(({ name }) => name);
  const mine = visibility === 'team' && team.some(({ id }) => id === viewerId) ? 1 : 0;
  const rest = visibility === 'team' ? team.length - mine : 0;
  return texts.all([...others, ...(rest > 0 ? [texts.team(rest)] : []), texts.you()]);
}

/** What feedback is about, in a line; null where it names nothing or what it named is gone. */
export async function topicText(
  services: Pick<Services, 'store'>,
  { t, locale }: Pick<Viewer, 't' | 'locale'>,
  feedback: Pick<FeedbackRow, 'entryId' | 'workResultId' | 'employeeId' | 'localDate'>,
): Promise<string | null> {
  const { entryId, workResultId, employeeId, localDate: date } = feedback;
  if (entryId) {
    const entry = await first(services.store, entryById({ id: entryId }));
    if (entry) return `${clip(entry.what, 120)} (${shortDate(entry.localDate, locale, date)})`;
  }
  if (!workResultId) return null;
  const plan = await planOn(services.store, employeeId, date);
  const result =
    plan?.content.results.find(({ id }) => id === workResultId) ??
    (await first(services.store, workResultsById([workResultId])));
  return result ? t.workResult.named(result.number, clip(result.title, 120)) : null;
}

/** Feedback as its author and its recipient see it, with what they can do about it. */
export async function feedbackMessage(
  services: Services,
  viewer: Viewer,
  feedback: FeedbackRow,
): Promise<Message | null> {
  const { t, locale, person, zone, now } = viewer;
  const { store } = services;
  const [author, employee, request] = await Promise.all([
    first(store, personById({ id: feedback.authorId })),
    first(store, personById({ id: feedback.employeeId })),
    feedback.requestId ? first(store, feedbackRequestById({ id: feedback.requestId })) : null,
  ]);
  if (!author || !employee) return null;
  const texts = t.feedback;
  const today = localDate(now, zone);
  const audience = await audienceOf(services, author.id, employee, today);
  const about = await topicText(services, viewer, feedback);
  const own = person.id === author.id;
  const { kind, visibility, body, readAt, sharedAt } = feedback;
  const title = own ? texts.review.title(kind, employee.name) : texts.notice.title(kind, author.name);
  const readers = readersText(t, person.id, author, employee, audience, visibility);
  const day = (at: number) => shortDate(localDate(at, zone), locale, today);
  const blocks: Block[] = [
    { kind: 'title', text: title },
    ...contextLines(t, about, request?.about ?? null),
    { kind: 'quote', text: body },
    ...tagLines(t, feedback),
    { kind: 'note', text: texts.notice.readers(readers) },
    ...(readAt === null ? [] : [note(texts.notice.read(day(readAt)))]),
    ...(canAnswerFeedback(person, feedback) && !own ? [note(texts.notice.howto())] : []),
  ];
  const { id } = feedback;
  const receiving = person.id === employee.id;
  return withButtons(
    { blocks, buttons: [], files: [] },
    receiving
      ? [
          ...(readAt === null
            ? [{ ...feedbackButton('read', texts.button.read(), id), style: 'primary' as const }]
            : []),
          feedbackButton('reply', t.button.reply(), id),
          ...(kind === 'improve' ? [objectButton(t, id)] : []),
        ]
      : [],
    own && sharedAt !== null && canBeWithdrawn(sharedAt, now)
      ? [feedbackButton('withdraw', texts.button.withdraw(), id)]
      : [],
  );
}

/** What feedback is about and which request it answers. */
export function contextLines(t: Texts, about: string | null, request: string | null): Block[] {
  const asked = request === null ? null : clip(request, 120);
  return [
    ...(about === null || about === asked ? [] : [line(t.feedback.notice.about(about))]),
    ...(asked === null ? [] : [line(t.feedback.notice.request(asked))]),
  ];
}

/** The BerAKHLAK values that feedback names. */
export function tagLines(t: Texts, { behaviours }: Pick<FeedbackRow, 'behaviours'>): Block[] {
  if (behaviours.length === 0) return [];
  const names = behaviours.map((name) => t.plan.behaviour[name].name).join(', ');
  return [line(`${t.feedback.field.values()}: ${names}`)];
}

/** What is left of feedback that was taken back. */
export function withdrawnMessage(t: Texts, author: string, when: string): Message {
  return say({ kind: 'title', text: t.feedback.title() }, t.feedback.notice.withdrawn(author, when));
}

function objectButton(t: Texts, id: string): Button {
  return {
    label: t.feedback.button.object(),
    action: encodeAction({ do: 'room', room: 'objection', op: 'object', id, arg: 'feedback' }),
  };
}

const line = (text: string): Block => ({ kind: 'line', parts: [text] });
const note = (text: string): Block => ({ kind: 'note', text });
