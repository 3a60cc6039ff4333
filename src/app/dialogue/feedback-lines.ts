import { saidSince } from '../../../db/queries/dialogues.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import type { Store } from '../../../db/store.ts';

/** A piece of feedback that both sides of a dialogue have read; never a private note. */
export interface FeedbackLine {
  /** Local date of the employee. */
  date: string;
  author: string;
  text: string;
  /** An activity was returned with it. */
  returned: boolean;
}

/** What a leader has said to an employee from a local date on, oldest first. */
export async function feedbackLines(
  store: Store,
  employee: PersonRow,
  leader: PersonRow,
  from: string,
): Promise<FeedbackLine[]> {
  const said = await store.all(saidSince({ employeeId: employee.id, authorId: leader.id, from }));
  return said.map(({ localDate, body, kind }) => ({
    date: localDate,
    author: leader.name,
    text: body,
    returned: kind === 'returned',
  }));
}
