import type { todoId } from './todo-id.ts';

/** What waits for somebody, in English. */
export const todoEn: typeof todoId = {
  title: () => 'Waiting for you',
  none: () => 'Nothing is waiting. Thank you.',
  more: (n) => `and ${n} more`,
  due: (date) => `by ${date}`,
  overdue: (date) => `overdue since ${date}`,
  since: (date) => `since ${date}`,
  line: (kind, about, count) =>
    ({
      returned_entry: `Repair the returned activity: ${about}`,
      objection: `Decide the objection of ${about}`,
      plan_proposal: `Decide about the plan of ${about}`,
      evaluation_to_rate: `Rate the evaluation of ${about}`,
      dialogue: `Dialogue: ${about}`,
      feedback_request: `Answer the feedback request of ${about}`,
      days: `Check the reports of ${about}: ${count} ${count === 1 ? 'day' : 'days'}`,
      commitment: `Commitment: ${about}`,
      plan_returned: `Repair the returned plan of ${about}`,
      evaluation_open: `Submit the evaluation of ${about}`,
    })[kind],
};
