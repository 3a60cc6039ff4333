import { activityForm } from '../../conversations/activity.ts';
import type { BoundForm, BoundStep } from '../../conversations/form.ts';
import type { DraftRow } from '../../db/queries/drafts.ts';
import { type DraftOp, encodeAction } from '../core/action.ts';
import { longDate } from '../core/local-time.ts';
import { type Block, type Button, type FormView, type Message, say, withButtons } from '../core/message.ts';
import { dayMinutesWith } from './day-total.ts';
import type { Session } from './session.ts';

/** Buttons for choices below one message. */
const MAX_CHOICES = 40;

/** The next question of a draft, or its review. */
export async function draftMessage(session: Session, draft: DraftRow, form: BoundForm): Promise<Message> {
  const step = form.next(draft);
  return step.kind === 'ask' ? questionMessage(session, draft, step) : reviewMessage(session, draft, form);
}

/** One question with its place on the path, its choices and the ways out. */
function questionMessage(
  { t, locale, today }: Session,
  draft: DraftRow,
  step: BoundStep & { kind: 'ask' },
): Message {
  const { prompt, index, total } = step;
  const place = total > 1 && !step.aside ? `${t.draft.progress(index + 1, total)} · ` : '';
  const blocks: Block[] = [{ kind: 'line', parts: [{ bold: `${place}${prompt.text}` }] }];
  const choices: Button[] = [];
  if (prompt.input.kind === 'choice' || prompt.input.kind === 'suggest') {
    const { options } = prompt.input;
    if (options.some((o) => o.label !== o.short)) {
      blocks.push({ kind: 'list', items: options.filter((o) => o.label !== o.short).map((o) => [o.label]) });
    }
    for (const { value, short } of reachable(options)) {
      const action = {
        do: 'answer',
        draft: draft.id,
        revision: draft.revision,
        question: step.id,
        value,
      } as const;
      choices.push({ label: short, action: encodeAction(action) });
    }
  }
  const date = draft.answers.date;
  if (draft.form === activityForm.id && !step.aside && typeof date === 'string' && date !== today)
    blocks.push({ kind: 'note', text: t.draft.otherDay(longDate(date, locale)) });
  if (prompt.hint) blocks.push({ kind: 'note', text: prompt.hint });
  const op = draftButton(draft);
  const items = prompt.input.kind === 'files' ? prompt.input.count : 0;
  return withButtons({ blocks, buttons: [], files: [] }, ...rowsOf(choices), [
    // The day is another one more often than the questions before it are to be changed.
    ...(draft.form === activityForm.id && index === 0 && !step.aside
      ? [op('edit', t.window.date.other(), 'date')]
      : []),
    ...(index > 0 ? [op('back', t.button.back())] : []),
    ...(items > 0
      ? [op('done', t.button.done(), step.id), op('clear', t.button.clear(), step.id)]
      : step.optional
        ? [op('skip', t.button.skip(), step.id)]
        : []),
    op('cancel', t.button.cancel()),
  ]);
}

/** Everything as it will be stored. */
async function reviewMessage(session: Session, draft: DraftRow, form: BoundForm): Promise<Message> {
  const { t, locale, today } = session;
  const op = draftButton(draft);
  const date = String(draft.answers.date);
  const rows = form
    .shown(draft)
    // What stood in the way is shown where something did.
    .filter(({ id, value }) => id !== 'obstacle' || value !== null)
    .map(({ id, label, value }): [string, string] => [
      label,
      id === 'date' ? longDate(date, locale) : (value ?? t.draft.empty()),
    ]);
  const blocks: Block[] = [
    { kind: 'title', text: t.draft.review() },
    { kind: 'fields', rows },
  ];
  const assumed = date !== today && date === draft.subject.assumed;
  if (assumed) blocks.push({ kind: 'note', text: t.window.date.assumed(longDate(date, locale)) });
  else if (date !== today) blocks.push({ kind: 'note', text: t.draft.otherDay(longDate(date, locale)) });
  const total = await dayMinutesWith(session, draft.answers, draft.subject.entryId);
  if (total) blocks.push({ kind: 'note', text: t.fieldMode.total.review(total) });
  return withButtons(
    { blocks, buttons: [], files: [] },
    [
      { ...op('confirm', t.button.save()), style: 'primary' },
      op('menu', t.button.change()),
      op('cancel', t.button.cancel()),
    ],
    assumed ? [{ label: t.window.date.toToday(), action: dateAction(draft, today) }] : [],
  );
}

function dateAction(draft: DraftRow, value: string): string {
  const { id, revision } = draft;
  return encodeAction({ do: 'answer', draft: id, revision, question: 'date', value });
}

/** Which answer is to be changed. */
export function menuMessage({ t }: Session, draft: DraftRow, form: BoundForm): Message {
  const op = draftButton(draft);
  const buttons = form
    .fields(draft)
    .map(({ id }) => form.shown(draft).find((answer) => answer.id === id)!)
    .map(({ id, label }) => op('edit', label, id));
  return withButtons(say({ kind: 'line', parts: [{ bold: t.ask.editWhich() }] }), ...rowsOf(buttons), [
    op('review', t.button.back()),
  ]);
}

/** All questions of a draft as one form. */
export function formView({ t }: Session, draft: DraftRow, form: BoundForm): FormView {
  return {
    title: form.title,
    submit: form.submit,
    close: t.button.cancel(),
    token: `${draft.id}:${draft.revision}`,
    fields: form.fields(draft),
    fallback: withButtons(say(t.draft.openForm()), [draftButton(draft)('open', t.button.openForm())]),
  };
}

/** Makes buttons that act on a draft at its present revision. */
export function draftButton(draft: DraftRow) {
  return (op: DraftOp, label: string, question = ''): Button => ({
    label,
    action: encodeAction({ do: 'draft', draft: draft.id, revision: draft.revision, op, question }),
  });
}

/** What fits below a message: the first choices and the last two; the others can be typed by their number. */
function reachable<T>(options: T[]): T[] {
  return options.length <= MAX_CHOICES
    ? options
    : [...options.slice(0, MAX_CHOICES - 2), ...options.slice(-2)];
}

/** Short labels three in a row, long ones alone. */
function rowsOf(buttons: Button[]): Button[][] {
  const rows: Button[][] = [];
  for (const button of buttons) {
    const row = rows.at(-1);
    const fits = row && row.length < 3 && [...row, button].every(({ label }) => label.length <= 14);
    if (fits) row.push(button);
    else rows.push([button]);
  }
  return rows;
}
