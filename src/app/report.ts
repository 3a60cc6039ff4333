import {
  activityForm,
  type Contribution,
  type EvidenceList,
  fileEvidence,
  linkItem,
} from '../../conversations/activity.ts';
import { bind } from '../../conversations/form.ts';
import { deleteDraft, draftsOf, insertDraft } from '../../db/queries/drafts.ts';
import type { InFile } from '../core/inbound.ts';
import { type Block, say, withButtons } from '../core/message.ts';
import { parseQuickEntry } from '../core/quick-entry.ts';
import { activityContext, evidenceWrites, newActivity } from './activity-draft.ts';
import { draftButton, draftMessage } from './draft-view.ts';
import { startActivity } from './drafts.ts';
import { answered, type Outcome } from './outcome.ts';
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
  const said = parseQuickEntry(text);
  const problems: string[] = [];
  const evidence: EvidenceList = {
    items: said.links.map((url) => linkItem(url, services.newId())),
    done: true,
  };
  if (file) {
    const item = fileEvidence(file.file, { t, newId: services.newId });
    if ('problem' in item) problems.push(item.problem);
    else evidence.items.push(...item.items);
  }
  const draft = newActivity(session, {}, file?.album ? { album: file.album } : {});
  const context = await activityContext(session, draft);
  const number = said.workResultNumber;
  const known = context.workResults.some((r) => r.number === number);
  if (said.timeProblem) {
    problems.push(
      said.timeProblem === 'across_midnight' ? t.problem.acrossMidnight() : t.problem.timeUnclear(),
    );
  }
  if (number !== null && !known) problems.push(t.draft.unknownWorkResult(number));
  const form = bind(activityForm, context);
  const what = form.answer(draft, 'what', { text: said.what });
  if ('problem' in what && said.what !== '') problems.push(what.problem);
  const contribution: Contribution | undefined = known
    ? { kind: 'work_result', number }
    : number === null && context.workResults.length === 0
      ? { kind: 'none', number: null }
      : undefined;
  draft.answers = {
    ...draft.answers,
    ...('problem' in what ? {} : { what: what.answers.what }),
    ...(contribution && { rhk: contribution }),
    // A time that was not understood is asked for; one that was not given is left out.
    ...(said.time ? { time: said.time } : said.timeProblem ? {} : { time: null }),
    qty: said.quantity,
    proof: evidence.items.length > 0 ? evidence : null,
  };
  draft.listening = form.next(draft).kind === 'ask';
  const message = draftMessage(session, draft, form);
  const notes = problems.map((problem): Block => ({ kind: 'line', parts: [problem] }));
  return answered(
    { ...message, blocks: [...notes, ...message.blocks] },
    insertDraft(draft),
    ...evidenceWrites(session, {}, draft.answers),
  );
}
