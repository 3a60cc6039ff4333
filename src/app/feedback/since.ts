import { type FeedbackRow, sharedFeedbackAbout } from '../../../db/queries/feedback.ts';
import { remarksAbout } from '../../../db/queries/feedback-facts.ts';
import { peopleByIds, personById } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import { type Actor, canReadFeedback, canReadTalk } from '../../core/permissions.ts';
import type { Behaviour } from '../../core/plan/content.ts';
import type { Services } from '../services.ts';

/** One feedback about an employee, or one remark on one of their days. */
export interface FeedbackItem {
  /** The id of the feedback, or of the remark. */
  id: string;
  source: 'feedback' | 'remark';
  kind: 'praise' | 'improve' | 'feedback' | 'reply' | 'appreciation' | 'returned';
  authorId: string;
  authorName: string;
  relation: FeedbackRow['relation'] | null;
  body: string;
  behaviours: Behaviour[];
  workResultId: string | null;
  entryId: string | null;
  /** Local date of the employee, and the instant (ms UTC). */
  date: string;
  at: number;
}

/**
 * All feedback about an employee in a span of local dates that a reader may see, oldest first: what was shared with them
 * by the visibility that was stated before sending, and remarks that they wrote or received.
 *
 * Drafts, private notes and what was taken back are never among them, whoever reads.
 */
export async function feedbackSince(
  services: Pick<Services, 'store'>,
  employeeId: string,
  reader: Actor,
  from: string,
  to: string,
): Promise<FeedbackItem[]> {
  const { store } = services;
  const [employee, shared, remarks] = await Promise.all([
    first(store, personById({ id: employeeId })),
    sharedFeedbackAbout(store, employeeId, from, to),
    store.all(remarksAbout({ employeeId, from, to })),
  ]);
  if (!employee) return [];
  const readable = shared.filter((row) => canReadFeedback(reader, row, employee));
  const heard = remarks.filter((row) => canReadTalk(reader, row));
  const ids = [...new Set([...readable, ...heard].map((row) => row.authorId))];
  const people = ids.length > 0 ? await store.all(peopleByIds(ids)) : [];
  const name = (id: string) => people.find((one) => one.id === id)?.name ?? '–';
  const items = [
    ...readable.flatMap((row): FeedbackItem[] =>
      row.kind === 'note' || row.sharedAt === null
        ? []
        : [
            {
              ...{ id: row.id, source: 'feedback', kind: row.kind, authorId: row.authorId },
              ...{ authorName: name(row.authorId), relation: row.relation, body: row.body },
              ...{ behaviours: row.behaviours, workResultId: row.workResultId, entryId: row.entryId },
              ...{ date: row.localDate, at: row.sharedAt },
            },
          ],
    ),
    ...heard.flatMap((row): FeedbackItem[] =>
      row.kind === 'approved'
        ? []
        : [
            {
              ...{ id: row.id, source: 'remark', kind: row.kind, authorId: row.authorId },
              ...{ authorName: name(row.authorId), relation: null, body: row.body },
              ...{ behaviours: [], workResultId: null, entryId: row.entryId },
              ...{ date: row.localDate, at: row.at },
            },
          ],
    ),
  ];
  return items.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
