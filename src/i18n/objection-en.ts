import type { objectionId } from './objection-id.ts';
import { stop } from './stop.ts';

const KINDS = {
  entry: 'Returned activity',
  evaluation: 'Performance evaluation',
  feedback: 'Feedback',
};

/** English texts about objections. */
export const objectionEn: typeof objectionId = {
  title: () => 'Objections',
  decisionTitle: () => 'Decision',
  hr: () => 'HR',
  kind: (kind) => KINDS[kind],
  subject: {
    entry: (what, date) => `Returned: ${what} (${date})`,
    evaluation: (period) => `Performance evaluation ${period}`,
    feedback: (date) => `Feedback of ${date}`,
  },
  field: {
    reason: () => 'Reason for the objection',
    returnReason: () => 'Returned because',
    answer: () => 'Decision',
    period: () => 'Period',
    result: () => 'Work results',
    behaviour: () => 'Behaviour',
  },
  by: (name) => `Filed by ${name}`,
  waiting: (handler, due) => `Waits for the decision of ${handler}, by ${due} at the latest.`,
  overdue: (handler, due) => `The deadline ${due} has passed; waits for the decision of ${stop(handler)}`,
  status: (status, name) =>
    stop(
      {
        accepted: `Accepted by ${name}`,
        rejected: `Not accepted by ${name}`,
        withdrawn: `Withdrawn by ${name}`,
      }[status],
    ),
  contested: (n) => `${n} activit${n === 1 ? 'y is' : 'ies are'} contested`,
  ask: {
    reason: () => 'What is the reason for your objection?',
    example: () => 'What is not right, and what shows it',
    decision: (verdict) =>
      verdict === 'accepted' ? 'Why is the objection accepted?' : 'Why is the objection not accepted?',
    handler: (name, due) =>
      `${name} decides, by ${due} at the latest. Your supervisor is told that there is an objection.`,
    feedbackIsShown: () => 'Whoever decides will read the feedback.',
    effect: (kind) =>
      ({
        entry: 'An activity that is still returned counts as approved.',
        evaluation: 'The evaluation is opened again for the evaluator.',
        feedback: 'Its author is asked to withdraw the feedback.',
      })[kind],
    noEffect: () => 'Nothing changes; the employee reads the reason.',
  },
  filed: () => 'Objection filed',
  filedNote: () => 'Until it is decided it is marked as contested. The command objection shows its status.',
  decided: (verdict, name) =>
    verdict === 'accepted'
      ? stop(`Objection accepted; the decision goes to ${name}`)
      : stop(`Objection not accepted; the decision goes to ${name}`),
  askWithdraw: () => 'Please take this feedback back with the button below.',
  withdrawAsk: () => 'Withdraw this objection? Whoever decides and your supervisor will be told.',
  withdrawn: () => 'The objection has been withdrawn.',
  kept: () => 'Not withdrawn; the objection goes on.',
  notice: (step) =>
    ({
      new: 'New objection',
      due: 'Objection due today',
      late: 'Objection past its deadline',
      settled: 'Objection settled',
    })[step],
  section: {
    own: () => 'Your objections',
    toDecide: () => 'For you to decide',
    others: () => 'For your information',
    returned: () => 'Returned activities',
  },
  none: () => 'There are no objections.',
  howto: () => 'Object with the button at a returned activity, an evaluation, or feedback.',
  button: {
    object: () => 'Object',
    objectTo: (index) => `Object to ${index}`,
    accept: () => 'Accept',
    reject: () => 'Do not accept',
    examine: (index) => `Examine ${index}`,
    withdraw: (name) => `Withdraw: ${name}`,
    withdrawYes: () => 'Yes, withdraw',
  },
  problem: {
    reasonUnclear: () => 'I could not read the reason. Use words, a sentence or two.',
    notContestable: (kind) =>
      ({
        entry: 'Only an activity that is returned can be objected to; this one is not any more.',
        evaluation: 'This evaluation has not been rated; please wait for the evaluator first.',
        feedback: 'This feedback has been withdrawn, so there is no need to object.',
      })[kind],
    open: () => 'There is an objection to this already; the command objection shows its status.',
    decided: () => 'The objection to this has been decided; the command objection shows the decision.',
    nobody: () => 'Nobody can decide this objection yet; please contact HR.',
    notHandler: (name) => stop(`This objection is decided by ${name}`),
  },
};
