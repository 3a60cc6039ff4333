import {
  type ActivityContext,
  activityForm,
  type Contribution,
  type EvidenceList,
  linkItem,
} from '../../conversations/activity.ts';
import { closedDate, isPossible } from '../../conversations/activity-date.ts';
import { type Answers, type BoundForm, bind } from '../../conversations/form.ts';
import type { DraftRow } from '../../db/queries/drafts.ts';
import { isOpenOn } from '../core/actions/period.ts';
import { leadingDate } from '../core/quick-date.ts';
import { parseQuickEntry } from '../core/quick-entry.ts';
import { activityContext } from './activity-draft.ts';
import { rereadAnswers } from './reread.ts';
import type { Session } from './session.ts';

/** Characters of a message that is read as an activity. */
export const MAX_TEXT = 2_000;

/** What was read out of one message. */
export interface QuickReading {
  /** What the message says; what it leaves open is not among it. */
  said: Answers;
  /** The draft's answers, with those that the message gives. */
  answers: Answers;
  problems: string[];
  /** The message begins with a date. */
  dated: boolean;
  /** The question to put first: the date, where the one that was said is not possible. */
  editing: string | null;
  /** A time was meant but not understood, so it has to be asked for. */
  timeUnclear: boolean;
  /** Whether there are work results to choose from. */
  planned: boolean;
  form: BoundForm;
}

/** What `RA3` says: the action plan, and with it the work result where no other one is named. */
function namedAction(
  number: number,
  { date }: Answers,
  workResultNumber: number | null,
  { t, actionPlans }: ActivityContext,
): { answers: Answers; problem: string | null } {
  const open = actionPlans.find((one) => one.number === number && isOpenOn(one.period, String(date)));
  if (!open) return { answers: {}, problem: t.actions.problem.notOpen(number) };
  if (workResultNumber !== null && workResultNumber !== open.workResultNumber)
    return {
      answers: {},
      problem: t.actions.problem.otherWorkResult(number, open.workResultNumber, workResultNumber),
    };
  const rhk = { kind: 'work_result', number: open.workResultNumber } satisfies Contribution;
  return { answers: { rhk, ra: open.id }, problem: null };
}

/** Reads what one message says about an activity. */
export async function readQuickly(session: Session, draft: DraftRow, text: string): Promise<QuickReading> {
  const { t, services } = session;
  // Nobody describes an activity in so many characters, and patterns are slow on them.
  const whole = text.length > MAX_TEXT ? '' : text;
  const dated = leadingDate(whole, session.today);
  const asked = await activityContext(session, draft);
  const possible = dated && isPossible(dated.date, asked) ? dated.date : null;
  // The plan that is in force on the date that was said.
  const context = possible === null ? asked : await activityContext(session, on(draft, possible));
  const read = parseQuickEntry(dated?.rest ?? whole, context.actionPlans.length > 0, context.units);
  const form = bind(activityForm, context);
  const problems: string[] = [];
  const said: Answers = {};
  if (text.length > MAX_TEXT) problems.push(t.problem.tooLong(text.length, MAX_TEXT));
  if (possible !== null) said.date = possible;
  else if (dated) problems.push(closedDate(dated.date, context));
  if (read.timeProblem === 'across_midnight') problems.push(t.problem.acrossMidnight());
  else if (read.timeProblem) problems.push(t.problem.timeUnclear());
  const number = read.workResultNumber;
  const known = context.workResults.some((r) => r.number === number);
  if (number !== null && !known) problems.push(t.draft.unknownWorkResult(number));
  if (known) said.rhk = { kind: 'work_result', number } satisfies Contribution;
  if (read.actionNumber !== null) {
    const { answers, problem } = namedAction(
      read.actionNumber,
      { ...draft.answers, ...said },
      number,
      context,
    );
    Object.assign(said, answers);
    if (problem !== null) problems.push(problem);
  }
  const what = form.answer(draft, 'what', { text: read.what });
  if (!('problem' in what)) said.what = what.answers.what;
  else if (read.what !== '') problems.push(what.problem);
  if (read.time) said.time = read.time;
  if (read.quantity) said.qty = read.quantity;
  if (read.obstacle) {
    const obstacle = form.answer(draft, 'obstacle', { text: read.obstacle });
    if ('problem' in obstacle) problems.push(obstacle.problem);
    else said.obstacle = obstacle.answers.obstacle;
  }
  if (read.links.length > 0) {
    said.proof = {
      items: read.links.map((url) => linkItem(url, services.newId())),
      done: true,
    } satisfies EvidenceList;
  }
  const planned = context.workResults.length > 0;
  const answers = rereadAnswers(draft.answers, {}, said);
  // A date that is not possible is asked for, with everything else that was typed kept.
  const closed = dated !== null && said.date === undefined;
  if (closed) delete answers.date;
  return {
    ...{ said, answers, problems, planned, form },
    timeUnclear: read.timeProblem !== null,
    dated: dated !== null,
    editing: closed ? 'date' : null,
  };
}

const on = (draft: DraftRow, date: string): DraftRow => ({ ...draft, answers: { ...draft.answers, date } });
