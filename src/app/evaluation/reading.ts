import { auditById, insertAudit } from '../../../db/queries/calendar.ts';
import { first, type Statement } from '../../../db/store.ts';
import { stamp } from '../entry-view.ts';
import type { Services } from '../services.ts';
import type { Session } from '../session.ts';
import type { EvaluationCase } from './case.ts';

/** When an employee has read a result; `by` writes it in a reader's language and zone. */
interface Reading {
  at: number;
  by(session: Pick<Session, 't' | 'locale' | 'zone'>): string;
}

/** When the employee marked the newest result as read; null if they have not, or there is none. */
export async function readAt(
  { store }: Pick<Services, 'store'>,
  found: EvaluationCase,
): Promise<Reading | null> {
  const id = readingId(found);
  const row = id && (await first(store, auditById({ id })));
  if (!row) return null;
  return { at: row.at, by: ({ t, locale, zone }) => stamp(t, locale, row.at, zone) };
}

/** Marks the newest result as read, once. */
export function readWrites({ person, now }: Session, found: EvaluationCase): Statement[] {
  const id = readingId(found);
  return id === null
    ? []
    : [
        insertAudit({
          ...{ id, at: now, actorId: person.id, action: 'evaluation_read' },
          ...{ subject: found.row.id, detail: { period: found.row.period } },
        }),
      ];
}

/** Named after the rating that was read, so that the mark is made once, and a new rating can be read anew. */
function readingId({ row, trail }: EvaluationCase): string | null {
  const rated = row.status === 'rated' || row.status === 'locked';
  const rating = rated ? trail.findLast(({ action }) => action === 'rated') : undefined;
  return rating ? `evaluation_read:${row.id}:${rating.revision}` : null;
}
