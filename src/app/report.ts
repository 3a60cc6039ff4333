import { activityForm, fileEvidence } from '../../conversations/activity.ts';
import { deleteDraft, draftsOf, insertDraft } from '../../db/queries/drafts.ts';
import type { InFile } from '../core/inbound.ts';
import { say, withButtons } from '../core/message.ts';
import { evidenceWrites, itemsOf, newActivity } from './activity-draft.ts';
import { draftButton, draftMessage } from './draft-view.ts';
import { startActivity } from './drafts.ts';
import { answered, noted, type Outcome } from './outcome.ts';
import { readQuickly } from './quick.ts';
import type { Session } from './session.ts';

/** The guided way; an unfinished report is offered first. */
export async function report(session: Session): Promise<Outcome> {
  const { services, person, t } = session;
  const open = (await services.store.all(draftsOf({ personId: person.id }))).find(
    (d) => d.form === activityForm.id && !d.subject.entryId,
  );
  if (!open) return startActivity(session, []);
  const what = typeof open.answers.what === 'string' ? open.answers.what : null;
  const empty = Object.keys(open.answers).length <= 1;
  if (empty) return startActivity(session, [deleteDraft(open.id, open.revision)]);
  const op = draftButton(open);
  return answered(
    withButtons(say(t.draft.unfinished(what)), [
      op('resume', t.button.resume()),
      op('restart', t.button.startOver()),
    ]),
  );
}

/** The quick way: one message, or one file with a caption, shown as it will be stored. */
export async function quickEntry(
  session: Session,
  text: string,
  file: { file: InFile; album: string | null } | null,
): Promise<Outcome> {
  const { t, services } = session;
  const draft = newActivity(session, {}, file?.album ? { album: file.album } : {});
  const { answers, problems, timeUnclear, planned, form } = await readQuickly(session, draft, text);
  if (file) {
    const item = fileEvidence(file.file, { t, newId: services.newId });
    if ('problem' in item) problems.push(item.problem);
    else answers.proof = { items: [...itemsOf(answers), ...item.items], done: true };
  }
  // A time that was not understood is asked for; what was not said is left out.
  if (!planned && problems.length === 0) answers.rhk ??= { kind: 'none', number: null };
  draft.answers = { ...(timeUnclear ? {} : { time: null }), qty: null, proof: null, ...answers };
  draft.listening = form.next(draft).kind === 'ask';
  return noted(
    answered(
      draftMessage(session, draft, form),
      insertDraft(draft),
      ...evidenceWrites(session, {}, draft.answers),
    ),
    problems,
  );
}
