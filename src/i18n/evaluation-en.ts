import type { Achievement, EvaluationStatus } from '../core/evaluation/content.ts';
import { evaluationBoardEn } from './evaluation-board-en.ts';
import type { evaluationId } from './evaluation-id.ts';
import { evaluationProblemEn } from './evaluation-problem-en.ts';
import { predicateEn, ratingEn } from './rating-en.ts';
import { stop } from './stop.ts';

const achievements: Record<Achievement, string> = {
  excellent: 'Excellent (Istimewa)',
  good: 'Good (Baik)',
  needs_improvement: 'Needs improvement (Butuh Perbaikan)',
  poor: 'Poor (Kurang)',
  very_poor: 'Very poor (Sangat Kurang)',
};
const statuses: Record<EvaluationStatus, string> = {
  open: 'Not submitted',
  submitted: 'Waiting for the ratings',
  returned: 'Returned to be put right',
  rated: 'Rated',
  locked: 'Rated and locked',
};

const based = (evidence: number) =>
  evidence === 0 ? 'without evidence' : `based on ${evidence} pieces of evidence`;

/** English texts about evaluations. */
export const evaluationEn: typeof evaluationId = {
  board: evaluationBoardEn,
  rating: (rating) => ratingEn[rating],
  predicate: (predicate) => predicateEn[predicate],
  achievement: (achievement) => achievements[achievement],
  status: (status) => statuses[status],
  hr: () => 'HR',
  field: {
    evaluator: () => 'Rated by',
    due: () => 'Due',
    result: () => 'Rating of results',
    behaviour: () => 'Rating of behaviour',
    predicate: () => 'Predicate',
    remark: () => 'Remark',
    achievement: () => 'Achievement of the organisation',
    realisation: () => 'Realisation',
    source: () => 'Source',
    target: () => 'Target',
    indicator: () => 'Indicator (IKI)',
    about: () => 'About',
    feedback: () => 'Feedback',
    read: () => 'Read',
    reason: () => 'Reason',
  },
  page: {
    title: (period) => `Evaluation: ${period}`,
    titleOf: (period, name) => `Evaluation: ${period}, ${name}`,
    due: (date, over) => (over ? `${date} (past)` : date),
    howto: () =>
      'The realisations are proposed from your reports. Tap a number to see the activities behind it or to correct it; when all is right, submit.',
    corrected: () => 'corrected by the employee',
    feedback: (text) => `Feedback: ${text}`,
    given: (n) => `Feedback of this period (${n})`,
    expectation: (text) => `Special expectation: ${text}`,
    behaviours: () => 'Behaviour (BerAKHLAK)',
    returned: (reason) => stop(`Returned: ${reason}`),
    reopened: (reason) => stop(`Opened again: ${reason}`),
    contested: (date) => `An objection is open; it is decided by ${date}.`,
    follows: () => 'The predicate follows from the two ratings (quadrant of PermenPANRB 6/2022).',
    periodic: () => 'Periodic evaluations of the year',
    periodicLine: (period, state) => `${period}: ${state}`,
    periodicMissing: () => 'none yet',
    unitAchievement: (unit, level) => `Achievement of ${unit}: ${level}`,
    mine: () => 'My evaluations',
  },
  proposal: {
    none: () => 'No activity was recorded in this period.',
    main: (amount, evidence) => `${amount}, ${based(evidence)}`,
    activities: (count, evidence) => `${count} activities, ${based(evidence)}`,
    count: (count) => `${count} activities`,
    source: () => 'Daily activity reports',
  },
  item: {
    title: (number) => `Realisation ${number}`,
    proposed: () => 'Proposed from the reports',
    behind: (count) => `Activities behind it (${count})`,
    list: (number, count) => `Activities behind realisation ${number}: ${count}`,
    nothing: () => 'No activity supports this result in this period.',
    evidence: (count) => `${count} pieces of evidence`,
    returned: () => 'returned',
    waiting: () => 'waiting for a check',
    more: (count) => `Next (${count})`,
  },
  button: {
    correct: () => 'Correct',
    accept: () => 'Use the proposal',
    back: () => 'Back to the evaluation',
    submit: (to) => `Submit to ${to}`,
    feedback: () => 'Feedback',
    rate: () => 'Rate',
    rateAgain: () => 'Change the ratings',
    return: () => 'Return',
    read: () => 'I have read it',
    open: () => 'See the evaluation',
    trail: () => 'History',
    team: (waiting) => (waiting > 0 ? `Team evaluations (${waiting} waiting)` : 'Team evaluations'),
    begin: (period) => `Evaluation: ${period}`,
    plan: () => 'See the plan',
  },
  ask: {
    realisation: (number) => `What is the real realisation ${number}?`,
    realisationHint: (proposed) => stop(`Proposed: ${proposed}`),
    realisationExample: () => '12 reports, based on 9 pieces of evidence',
    source: () => 'Where do the figures come from?',
    sourceExample: () => 'Correspondence system, minutes, a link',
    about: () => 'Feedback on which part?',
    feedback: () => 'Write feedback that rests on evidence.',
    feedbackExample: () => 'What was good, what to add',
    result: () => 'Rating of the results?',
    resultHint: () => 'Against the expectations agreed in the plan.',
    behaviour: () => 'Rating of the behaviour?',
    behaviourHint: () => 'One rating for all seven BerAKHLAK values.',
    remark: () => 'A remark for the employee?',
    remarkExample: () => 'Reasons of the ratings, advice for development',
    explain: () => 'A rating is below expectations. What is the reason?',
    explainHint: () => 'Required, so that the employee knows what to improve.',
    return: () => 'What has to be put right before it can be rated?',
    fromUnit: (unit, rating) => stop(`The rating of results follows the achievement of ${unit}: ${rating}`),
  },
  form: {
    realisation: () => 'Realisation',
    feedback: () => 'Feedback',
    rating: () => 'Ratings',
    return: () => 'Return an evaluation',
    review: () => 'Check before saving',
  },
  done: {
    corrected: () => 'The realisation was corrected.',
    accepted: () => 'The proposal is used.',
    submitted: (to) => stop(`The evaluation was submitted to ${to}`),
    feedback: () => 'The feedback is kept; the employee sees it with the result.',
    returned: (to) => stop(`The evaluation was returned to ${to}`),
    rated: (to, predicate) => `${to}: ${predicate}. The employee is told.`,
    read: (name) => `Thank you. ${name} can see that you have read it.`,
    readAlready: () => 'It is marked as read already.',
  },
  notice: {
    due: (period, date) =>
      `The evaluation of ${period} is open, until ${date}. Its realisations are proposed from your reports; please check them.`,
    dueWithoutPlan: (period, date) =>
      `The evaluation of ${period} is open, until ${date}. There is no agreed plan yet; please propose one first with the command plan.`,
    reminder: (period, date) =>
      `A reminder: the evaluation of ${period} is not submitted yet; it is due on ${date}.`,
    submitted: (name, period) =>
      stop(`${name} submitted the evaluation of ${period}. Please check and rate it`),
    handedOver: (name, period) => stop(`You now rate the evaluation of ${name} for ${period}`),
    followed: (name, period, unit) =>
      stop(`The achievement of ${unit} changed, and with it the rating of results of ${name} (${period})`),
    reopened: (name, period, reason) =>
      stop(`The evaluation of ${name} for ${period} was opened again: ${reason}`),
    yourReopened: (period, reason) => stop(`The evaluation of ${period} was opened again: ${reason}`),
    yourReturned: (period, by, reason) => stop(`${by} returned the evaluation of ${period}: ${reason}`),
    yourRated: (period, by) => stop(`Result of the evaluation of ${period}, rated by ${by}`),
    unlocked: (period, scope, reason) =>
      stop(`The evaluation of ${period} is open again for ${scope}: ${reason}`),
    waiting: (period, count) => `Evaluation of ${period}: ${count} people wait for your ratings.`,
  },
  trail: {
    title: () => 'History of the evaluation',
    line: (action, by, at) => `${at} · ${action} by ${by}`,
    system: () => 'Tutur',
    action: (action) =>
      ({
        opened: 'opened',
        submitted: 'submitted',
        returned: 'returned',
        rated: 'rated',
        locked: 'locked',
        reopened: 'opened again',
        handed_over: 'handed over to another rater',
      })[action],
  },
  team: {
    title: () => 'Team evaluations',
    none: () => 'No evaluation waits for your ratings.',
    waiting: (n) => `Waiting for ratings: ${n}`,
    more: (n) => `and ${n} more`,
    of: (name) => `Evaluations of ${name}`,
    noneOf: (name) => `There is no evaluation of ${name} yet.`,
  },
  problem: evaluationProblemEn,
};
