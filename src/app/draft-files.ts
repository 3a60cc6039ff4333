import { activityForm } from '../../conversations/activity.ts';
import { type DraftRow, fillDraft, insertDraft } from '../../db/queries/drafts.ts';
import type { InFile } from '../core/inbound.ts';
import { say, silence } from '../core/message.ts';
import type { Texts } from '../i18n/texts.ts';
import { evidenceWrites, itemsOf } from './activity-draft.ts';
import { draftMessage } from './draft-view.ts';
import { proceed } from './drafts.ts';
import { bindDraft } from './forms.ts';
import { refresh } from './notices.ts';
import { answered, noted, type Outcome } from './outcome.ts';
import type { Session } from './session.ts';

/** Milliseconds after its last file at which an album is shown. */
const ALBUM_MS = 1_200;

/** Whether a file tells something by itself, so that it begins an activity rather than proving one. */
export const isVoice = (file: InFile): boolean => file.mime.startsWith('audio/');

/** What is said about a recording without words: nobody listens to it, so the activity has to be described. */
export function received({ fieldMode }: Texts, { mime }: InFile): string[] {
  if (mime.startsWith('audio/')) return [fieldMode.recording.voice()];
  return mime.startsWith('video/') ? [fieldMode.recording.video()] : [];
}

/**
 * Whether a draft that listens takes a file, or the file begins an activity of its own.
 *
 * Whoever works in the field sends one photo with its caption after the other, and one voice message after the other;
 * each is an activity. A draft takes what it can use: words and files while it has none, files while it asks for them.
 */
export async function takesFile(
  session: Session,
  draft: DraftRow,
  file: InFile,
  caption: string,
): Promise<boolean> {
  const step = (await bindDraft(session, draft))?.next(draft);
  if (draft.form !== activityForm.id || step?.kind !== 'ask' || step.id === 'proof') return true;
  if (caption.trim() !== '') return step.id === 'what';
  return !isVoice(file) || (step.id === 'what' && itemsOf(draft.answers).length === 0);
}

/** Begins with a draft that gets a file right away. */
export async function beginWithFile(session: Session, draft: DraftRow, file: InFile): Promise<Outcome> {
  const form = await bindDraft(session, draft);
  const added = form?.answer(draft, 'proof', { file });
  if (!form || !added) return answered(say(session.t.problem.gone()));
  if ('problem' in added) return answered(say(added.problem));
  const row = { ...draft, answers: form.skip(added, 'proof').answers };
  const writes = [insertDraft(row), ...evidenceWrites(session, draft.answers, added.answers)];
  return answered(await draftMessage(session, row, form), ...writes);
}

/** Adds a file to a draft's evidence, whatever it asks at the moment; a caption can answer what is asked. */
export async function addFile(
  session: Session,
  draft: DraftRow,
  file: InFile,
  caption: string,
): Promise<Outcome> {
  const form = await bindDraft(session, draft);
  if (!form || draft.form !== activityForm.id) return answered(say(session.t.problem.unsupported()));
  const step = form.next(draft);
  const added = form.answer(draft, 'proof', { file });
  const problem = 'problem' in added ? added.problem : null;
  let state = 'problem' in added ? draft : added;
  // What joins a review is complete with it; a question for more would hide the review.
  if (step.kind === 'end') state = form.skip(state, 'proof');
  if (caption.trim() !== '' && step.kind === 'ask' && step.id === 'what') {
    const told = form.answer(state, 'what', { text: caption });
    if (!('problem' in told)) state = told;
  }
  const outcome = await proceed(session, draft, form, state);
  if (problem !== null) return noted(outcome, [problem]);
  return state.answers.what === undefined ? noted(outcome, received(session.t, file)) : outcome;
}

/** Adds another file of an album; when the last one has come, the draft is shown once more with all of them. */
export async function joinAlbum(session: Session, draft: DraftRow, file: InFile): Promise<Outcome> {
  const form = await bindDraft(session, draft);
  const added = form?.answer(draft, 'proof', { file });
  if (!added || 'problem' in added) return answered(say(added?.problem ?? session.t.problem.gone()));
  return {
    reply: silence,
    writes: [
      fillDraft(draft, added.answers),
      ...evidenceWrites(session, draft.answers, added.answers),
      refresh('album', `album:${draft.id}`, session.person.id, { draftId: draft.id }, session.now + ALBUM_MS),
    ],
  };
}
