import {
  activityForm,
  type Contribution,
  type EvidenceList,
  linkItem,
} from '../../conversations/activity.ts';
import { type Answers, type BoundForm, bind } from '../../conversations/form.ts';
import type { DraftRow } from '../../db/queries/drafts.ts';
import { parseQuickEntry } from '../core/quick-entry.ts';
import { activityContext } from './activity-draft.ts';
import type { Session } from './session.ts';

/** Characters of a message that is read as an activity. */
const MAX_TEXT = 2_000;

/** What was read out of one message. */
export interface QuickReading {
  /** The draft's answers, with those that the message gives. */
  answers: Answers;
  problems: string[];
  /** A time was meant but not understood, so it has to be asked for. */
  timeUnclear: boolean;
  /** Whether there are work results to choose from. */
  planned: boolean;
  form: BoundForm;
}

/** What one message says about an activity, as answers; what it does not say is not among them. */
export async function readQuickly(session: Session, draft: DraftRow, text: string): Promise<QuickReading> {
  const { t, services } = session;
  // Nobody describes an activity in so many characters, and patterns are slow on them.
  const said = parseQuickEntry(text.length > MAX_TEXT ? '' : text);
  const context = await activityContext(session, draft);
  const form = bind(activityForm, context);
  const problems: string[] = [];
  const answers: Answers = { ...draft.answers };
  if (text.length > MAX_TEXT) problems.push(t.problem.tooLong(text.length, MAX_TEXT));
  if (said.timeProblem === 'across_midnight') problems.push(t.problem.acrossMidnight());
  else if (said.timeProblem) problems.push(t.problem.timeUnclear());
  const number = said.workResultNumber;
  const known = context.workResults.some((r) => r.number === number);
  if (number !== null && !known) problems.push(t.draft.unknownWorkResult(number));
  if (known) answers.rhk = { kind: 'work_result', number } satisfies Contribution;
  const what = form.answer(draft, 'what', { text: said.what });
  if (!('problem' in what)) answers.what = what.answers.what;
  else if (said.what !== '') problems.push(what.problem);
  if (said.time) answers.time = said.time;
  if (said.quantity) answers.qty = said.quantity;
  if (said.links.length > 0) {
    answers.proof = {
      items: said.links.map((url) => linkItem(url, services.newId())),
      done: true,
    } satisfies EvidenceList;
  }
  const planned = context.workResults.length > 0;
  return { answers, problems, timeUnclear: said.timeProblem !== null, planned, form };
}
