import type { PersonRow } from '../../../db/queries/people.ts';
import type { Store } from '../../../db/store.ts';
import { feedbackSince } from '../feedback/since.ts';

/** A piece of feedback that both sides of a dialogue have read; never a private note. */
export interface FeedbackLine {
  /** Local date of the employee. */
  date: string;
  author: string;
  text: string;
  /** An activity was returned with it. */
  returned: boolean;
}

/** No feedback is of a later date. */
const ALWAYS = '9999-12-31';

/** What an employee was told from a local date on and their leader may read as well, oldest first; both get the same. */
export async function feedbackLines(
  store: Store,
  employee: PersonRow,
  leader: PersonRow,
  from: string,
): Promise<FeedbackLine[]> {
  const [theirs, leaders] = await Promise.all(
    [employee, leader].map((reader) => feedbackSince({ store }, employee.id, reader, from, ALWAYS)),
  );
  const both = new Set(leaders?.map(({ id }) => id));
  return (theirs ?? [])
    .filter(({ id, kind }) => both.has(id) && kind !== 'reply')
    .map(({ date, authorName, body, kind }) => ({
      date,
      author: authorName,
      text: body,
      returned: kind === 'returned',
    }));
}
