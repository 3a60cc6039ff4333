import { inChunks } from '../../core/chunks.ts';
import { shortDate } from '../../core/local-time.ts';
import { type Button, type Inline, type Message, say, withButtons } from '../../core/message.ts';
import { byUrgency, type Todo } from '../../core/todo.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { todosAboutOthers } from './others.ts';
import { ownTodos } from './own.ts';

/** So many things are listed, each with a button. */
const MAX_SHOWN = 10;
/** Buttons in a row. */
const EACH = 5;

/** Answers `tugas`: everything that waits for the person, the most urgent first. */
export async function todos(session: Session): Promise<Outcome> {
  return answered(await todoMessage(session));
}

/** Everything that waits for the person as a message; reads only. */
export async function todoMessage(session: Session): Promise<Message> {
  const { t } = session;
  const all = byUrgency([...(await ownTodos(session)), ...(await todosAboutOthers(session))]);
  const title = { kind: 'title' as const, text: t.todo.title() };
  if (all.length === 0) return say(title, t.todo.none());
  const shown = all.slice(0, MAX_SHOWN);
  const more = all.length - shown.length;
  const message = say(
    title,
    ...shown.map((todo, index) => ({ kind: 'line' as const, parts: lineOf(session, todo, index + 1) })),
    ...(more > 0 ? [{ kind: 'note' as const, text: t.todo.more(more) }] : []),
  );
  const buttons = shown.map(({ action }, index): Button => ({ label: String(index + 1), action }));
  return withButtons(message, ...inChunks(buttons, EACH));
}

function lineOf(
  { t, locale, today }: Session,
  { kind, about, count, dueOn, since }: Todo,
  n: number,
): Inline[] {
  const line = `${n}. ${t.todo.line(kind, about, count)}`;
  const day = (date: string) => shortDate(date, locale, today);
  if (dueOn !== null && dueOn < today) return [line, ' · ', { bold: t.todo.overdue(day(dueOn)) }];
  if (dueOn !== null) return [line, ` · ${t.todo.due(day(dueOn))}`];
  return since === null ? [line] : [line, ` · ${t.todo.since(day(since))}`];
}
