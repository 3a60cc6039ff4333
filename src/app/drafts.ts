import { activityForm } from '../../conversations/activity.ts';
import type { BoundForm, FormState } from '../../conversations/form.ts';
import { type DraftRow, deleteDraft, draftById, insertDraft, saveDraft } from '../../db/queries/drafts.ts';
import { first, type Statement } from '../../db/store.ts';
import type { Action } from '../core/action.ts';
import type { Answer } from '../core/inbound.ts';
import { type Message, replyWith, say, silence } from '../core/message.ts';
import { evidenceWrites } from './activity-draft.ts';
import { formView, menuMessage } from './draft-view.ts';
import { bindDraft, finishDraft, showDraft } from './forms.ts';
import { freshActivity } from './fresh-activity.ts';
import { answered, edited, noted, type Outcome, toast } from './outcome.ts';
import { readQuickly } from './quick.ts';
import type { Session } from './session.ts';

/** Begins a conversation: as a form where the platform has forms, else with its first question. */
export async function begin(session: Session, draft: DraftRow): Promise<Outcome> {
  const form = await bindDraft(session, draft);
  if (!form) return toast(session.t.problem.gone());
  const { forms } = session.sender;
  const row = { ...draft, listening: !forms && form.next(draft).kind === 'ask' };
  const reply = forms
    ? { ...silence, form: formView(session, row, form) }
    : replyWith(await showDraft(session, row, form));
  return { reply, writes: [insertDraft(row)] };
}

/** Starts the guided way of an activity anew, together with other writes. */
export async function startActivity(session: Session, writes: Statement[]): Promise<Outcome> {
  const outcome = await begin(session, await freshActivity(session));
  return { ...outcome, writes: [...writes, ...outcome.writes] };
}

/**
 * Gives typed words to the question that a draft is waiting with.
 *
 * Null where a choice is asked for and the words are no answer to it but say something of their own.
 */
export async function answerDraft(session: Session, draft: DraftRow, text: string): Promise<Outcome | null> {
  const form = await bindDraft(session, draft);
  const step = form?.next(draft);
  // What it was about is gone, perhaps with its supervisor; it must not swallow what is typed next.
  if (!form) return answered(say(session.t.problem.gone()), deleteDraft(draft.id, draft.revision));
  if (step?.kind !== 'ask') return null;
  const word = waysOut(text);
  if (word === 'cancel') return cancel(session, draft);
  if (word === 'back') return proceed(session, draft, form, form.back(draft));
  if (word === 'skip' && step.optional) return proceed(session, draft, form, form.skip(draft, step.id));
  if (draft.form === activityForm.id && step.id === 'what' && draft.editing === null) {
    const { answers, problems, dated, editing } = await readQuickly(session, draft, text);
    if (answers.what !== undefined || dated)
      return noted(await proceed(session, draft, form, { answers, editing }), problems);
  }
  const result = form.answer(draft, step.id, { text });
  if (!('problem' in result)) return proceed(session, draft, form, result);
  if (step.prompt.input.kind === 'choice' && saysMore(text)) return null;
  return noted(answered(await showDraft(session, draft, form)), [result.problem]);
}

/** Whether a draft waits for one of several choices or for files, where a command cannot be an answer. */
export async function asksForChoice(session: Session, draft: DraftRow): Promise<boolean> {
  const step = (await bindDraft(session, draft))?.next(draft);
  return step?.kind === 'ask' && (step.prompt.input.kind === 'choice' || step.prompt.input.kind === 'files');
}

/** Does what a button of a draft says; a button of an older revision changes nothing. */
export async function pressDraft(
  session: Session,
  action: Extract<Action, { do: 'answer' | 'draft' }>,
): Promise<Outcome> {
  const { t, person, services, sender } = session;
  const draft = await first(services.store, draftById({ id: action.draft, personId: person.id }));
  if (!draft) return toast(t.draft.alreadyDone());
  const form = await bindDraft(session, draft);
  if (!form) return toast(t.problem.gone());
  if (action.do === 'draft' && (action.op === 'resume' || action.op === 'open'))
    return show(session, draft, form);
  if (action.revision !== draft.revision) {
    const outcome = toast(t.draft.alreadyAnswered());
    // A second tap needs no more; on a button from further up, the present question is shown again.
    if (session.now - draft.updatedAt < DOUBLE_TAP_MS) return outcome;
    return { ...outcome, reply: { ...outcome.reply, messages: [await showDraft(session, draft, form)] } };
  }
  if (action.do === 'answer') {
    const result = form.answer(draft, action.question, { choice: action.value });
    if ('problem' in result) return toast(result.problem);
    return inPlace(await proceed(session, draft, form, result));
  }
  switch (action.op) {
    case 'resume':
    case 'open':
      return show(session, draft, form);
    case 'cancel':
      return inPlace(cancel(session, draft));
    case 'restart':
      return startActivity(session, [deleteDraft(draft.id, draft.revision)]);
    case 'back':
      return inPlace(await proceed(session, draft, form, form.back(draft)));
    case 'skip':
    case 'done':
      return inPlace(await proceed(session, draft, form, form.skip(draft, action.question)));
    case 'clear':
      return inPlace(await proceed(session, draft, form, form.clear(draft, action.question)));
    case 'menu':
      if (sender.forms) return { reply: { ...silence, form: formView(session, draft, form) }, writes: [] };
      return edited(menuMessage(session, draft, form));
    case 'review':
      return edited(await showDraft(session, draft, form));
    case 'edit':
      return inPlace(await proceed(session, draft, form, { ...draft, editing: action.question }));
    case 'confirm':
    case 'add':
    case 'replace':
      return inPlace(await confirm(session, draft, form, action.op));
  }
}

/** Carries out what a finished draft holds; what has become unanswered meanwhile, such as a date that is over, is asked first. */
export async function confirm(
  session: Session,
  draft: DraftRow,
  form: BoundForm,
  op: 'confirm' | 'add' | 'replace',
): Promise<Outcome> {
  if (form.next(draft).kind === 'end') return finishDraft(session, draft, op);
  return proceed(session, draft, form, draft);
}

/** Takes all answers of a form at once; problems are shown at their questions and nothing typed is lost. */
export async function submitForm(
  session: Session,
  token: string,
  answers: Record<string, Answer[]>,
): Promise<Outcome> {
  const { t, person, services } = session;
  const [id = '', revision = ''] = token.split(':');
  const draft = await first(services.store, draftById({ id, personId: person.id }));
  if (!draft || draft.revision !== Number(revision)) return answered(say(t.draft.alreadyDone()));
  const form = await bindDraft(session, draft);
  if (!form) return answered(say(t.problem.gone()));
  const problems: Record<string, string> = {};
  let state: FormState = { answers: draft.answers, editing: null };
  const fields = form.fields(draft);
  for (const { id: question, input, optional } of fields) {
    const given = answers[question] ?? [];
    // What a form shows replaces what was there; files cannot be shown again, and what is required cannot be emptied.
    if (given.length === 0 && optional && input.kind !== 'files')
      state = { ...state, answers: { ...state.answers, [question]: null } };
    for (const one of given) {
      const result = form.answer(state, question, one);
      if ('problem' in result) problems[question] = result.problem;
      else state = result;
    }
    if (!problems[question]) state = form.skip(state, question);
  }
  const step = form.next(state);
  // What only these answers bring up was not in the form; it is asked in the conversation.
  const missing = step.kind === 'ask' && !step.optional && !problems[step.id];
  if (missing && fields.some(({ id: asked }) => asked === step.id)) {
    problems[step.id] = step.prompt.input.kind === 'choice' ? t.problem.chooseOne() : t.problem.required();
  }
  if (Object.keys(problems).length > 0) return { reply: { ...silence, formErrors: problems }, writes: [] };
  return proceed(session, draft, form, state);
}

/** Ends a draft; nothing of it is stored. */
export function cancel(session: Session, draft: DraftRow): Outcome {
  return answered(say(session.t.draft.cancelled()), deleteDraft(draft.id, draft.revision));
}

/** Stores the new state and shows what comes next; the last answer of a form without review finishes it. */
export async function proceed(
  session: Session,
  draft: DraftRow,
  form: BoundForm,
  state: FormState,
): Promise<Outcome> {
  const step = form.next(state);
  const evidence = evidenceWrites(session, draft.answers, state.answers);
  if (step.kind === 'end' && !form.review) return finishDraft(session, { ...draft, ...state }, 'confirm');
  const changed: DraftRow = {
    ...draft,
    answers: state.answers,
    editing: state.editing,
    listening: step.kind === 'ask',
    updatedAt: session.now,
  };
  const shown = { ...changed, revision: draft.revision + 1 };
  return answered(await showDraft(session, shown, form), saveDraft(changed), ...evidence);
}

/** Shows a draft where it stands, as a form where there are forms. */
async function show(session: Session, draft: DraftRow, form: BoundForm): Promise<Outcome> {
  if (session.sender.forms && form.next(draft).kind === 'ask') {
    return { reply: { ...silence, form: formView(session, draft, form) }, writes: [] };
  }
  const changed = { ...draft, listening: form.next(draft).kind === 'ask', updatedAt: session.now };
  return answered(
    await showDraft(session, { ...changed, revision: draft.revision + 1 }, form),
    saveDraft(changed),
  );
}

/** Shows the only message of an outcome in the place of the message whose button was pressed. */
function inPlace(outcome: Outcome): Outcome {
  const [message, ...more]: Message[] = outcome.reply.messages;
  return message && more.length === 0
    ? { ...outcome, reply: { ...outcome.reply, messages: [], edit: message } }
    : outcome;
}

/** Milliseconds within which a second press of an old button is taken for a double tap. */
const DOUBLE_TAP_MS = 5_000;

const WORDS: Record<string, 'cancel' | 'back' | 'skip'> = {
  batal: 'cancel',
  cancel: 'cancel',
  kembali: 'back',
  back: 'back',
  lewati: 'skip',
  skip: 'skip',
  selesai: 'skip',
  done: 'skip',
  '-': 'skip',
  nihil: 'skip',
  'tidak ada': 'skip',
  'belum ada': 'skip',
  none: 'skip',
};

/** More than a slip of the finger: at least two words. */
function saysMore(text: string): boolean {
  return text.split(/\s+/).filter((word) => /\p{L}{3}/u.test(word)).length >= 2;
}

function waysOut(text: string): 'cancel' | 'back' | 'skip' | null {
  return WORDS[text.trim().toLowerCase().replace(/^\//, '')] ?? null;
}
