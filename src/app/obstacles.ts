import { obstacleForm } from '../../conversations/obstacle.ts';
import { type DraftRow, deleteDraft } from '../../db/queries/drafts.ts';
import { type EntryRow, entryById } from '../../db/queries/entries.ts';
import {
  insertObstacle,
  type ObstacleRow,
  obstacleById,
  openObstaclesOf,
  updateObstacle,
} from '../../db/queries/obstacles.ts';
import { first, type Statement } from '../../db/store.ts';
import { encodeAction } from '../core/action.ts';
import { shortDate } from '../core/local-time.ts';
import { type Block, type Button, type Message, say, withButtons } from '../core/message.ts';
import { clip } from './entry-view.ts';
import { refreshCard } from './notices.ts';
import { answered, edited, type Outcome, toast } from './outcome.ts';
import type { Services } from './services.ts';
import type { Session } from './session.ts';

/** Obstacles that are shown with their buttons at once. */
const MAX_SHOWN = 10;

/** What a person is hindered by and has not closed, oldest first. */
export function openObstacles(
  { store }: Pick<Services, 'store'>,
  person: { id: string },
): Promise<ObstacleRow[]> {
  return store.all(openObstaclesOf({ personId: person.id }));
}

/** Answers `kendala`: every open obstacle, with the buttons that close it or keep it. */
export async function obstacles(session: Session): Promise<Outcome> {
  return answered(listOf(session, await openObstacles(session.services, session.person)));
}

/** Does what a button at an obstacle says. */
export async function pressObstacle(session: Session, id: string, op: 'close' | 'keep'): Promise<Outcome> {
  const { services, person, t, today, now } = session;
  const found = await first(services.store, obstacleById({ id }));
  if (!found) return toast(t.problem.gone());
  if (found.personId !== person.id) return toast(t.problem.notYours());
  if (found.closedOn !== null) return toast(t.fieldMode.obstacle.alreadyClosed());
  if (op === 'keep') return toast(t.fieldMode.obstacle.kept());
  const rest = (await openObstacles(services, person)).filter((one) => one.id !== id);
  const { reply } = edited(listOf(session, rest));
  return {
    reply: { ...reply, toast: t.fieldMode.obstacle.closed() },
    writes: [
      updateObstacle(id, { closedOn: today }),
      ...[...new Set([found.openedOn, today])].flatMap((date) => refreshCard(person, date, now)),
    ],
  };
}

/** The one question about what stood in the way of a stored activity. */
export function newObstacleDraft(session: Session, entryId: string): DraftRow {
  return {
    id: session.services.newId(),
    personId: session.person.id,
    form: obstacleForm.id,
    subject: { entryId },
    answers: {},
    editing: null,
    listening: false,
    revision: 1,
    updatedAt: session.now,
  };
}

/** Notes the obstacle that was asked for behind a receipt. */
export async function finishObstacle(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, person, t, now } = session;
  const entry = await first(services.store, entryById({ id: draft.subject.entryId ?? '' }));
  const done = deleteDraft(draft.id, draft.revision);
  if (!entry || entry.personId !== person.id || entry.status === 'withdrawn')
    return answered(say(t.entry.alreadyWithdrawn()), done);
  const text = String(draft.answers.text);
  return answered(
    say(t.fieldMode.obstacle.noted(text), { kind: 'note', text: t.fieldMode.obstacle.howto() }),
    done,
    ...(await obstacleWrites(session, entry, text)),
    ...refreshCard(person, entry.localDate, now),
  );
}

/**
 * What has to be written for the obstacle that an activity is said to have.
 *
 * @param said the obstacle, null where there is none any more, undefined where nothing is said about it
 */
export async function obstacleWrites(
  session: Session,
  entry: EntryRow,
  said: string | null | undefined,
): Promise<Statement[]> {
  if (said === undefined) return [];
  const open = await obstacleOf(session, entry.id);
  if (said === null) return open ? [updateObstacle(open.id, { closedOn: session.today })] : [];
  if (open) return open.text === said ? [] : [updateObstacle(open.id, { text: said })];
  return [insertObstacle(newObstacle(session, entry, said))];
}

/** The obstacle that is flagged with an activity. */
export function newObstacle({ services, now }: Session, entry: EntryRow, text: string): ObstacleRow {
  const { id: entryId, personId, localDate: openedOn } = entry;
  return { id: services.newId(), personId, entryId, text, openedOn, closedOn: null, createdAt: now };
}

/** The open obstacle of an activity. */
export async function obstacleOf(
  { services, person }: Session,
  entryId: string,
): Promise<ObstacleRow | null> {
  const open = await openObstacles(services, person);
  return open.find((obstacle) => obstacle.entryId === entryId) ?? null;
}

/** What carries over from earlier days, in a sentence, with the button that shows all of it; null: nothing. */
export async function carriedOver(session: Session): Promise<{ note: string; button: Button } | null> {
  const { services, person, t, today } = session;
  const carried = (await openObstacles(services, person)).filter(({ openedOn }) => openedOn < today);
  if (carried.length === 0) return null;
  const texts = carried.slice(0, 3).map((obstacle) => since(session, obstacle, 80));
  const more = carried.length - texts.length;
  return {
    note: t.fieldMode.obstacle.carried(texts.join('; '), more),
    button: {
      label: t.fieldMode.obstacle.button(carried.length),
      action: encodeAction({ do: 'command', name: 'kendala' }),
    },
  };
}

function listOf(session: Session, open: ObstacleRow[]): Message {
  const texts = session.t.fieldMode.obstacle;
  if (open.length === 0) return say(texts.none());
  const shown = open.slice(0, MAX_SHOWN);
  const blocks: Block[] = [{ kind: 'title', text: texts.title(open.length) }];
  shown.forEach((obstacle, index) => {
    blocks.push({ kind: 'line', parts: [`${index + 1}. ${since(session, obstacle, 500)}`] });
  });
  if (open.length > shown.length) blocks.push({ kind: 'note', text: texts.more(open.length - shown.length) });
  const button = (id: string, op: 'close' | 'keep', label: string): Button => ({
    label,
    action: encodeAction({ do: 'obstacle', obstacle: id, op }),
  });
  return withButtons(
    { blocks, buttons: [], files: [] },
    ...shown.map(({ id }, index) => {
      const number = shown.length > 1 ? index + 1 : null;
      return [button(id, 'close', texts.close(number)), button(id, 'keep', texts.keep(number))];
    }),
  );
}

function since({ t, locale, today }: Session, { text, openedOn }: ObstacleRow, max: number): string {
  return t.fieldMode.obstacle.since(clip(text, max), shortDate(openedOn, locale, today));
}
