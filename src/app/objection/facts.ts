import type { ObjectionRow } from '../../../db/queries/objections.ts';
import { type PersonRow, personById } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import type { Contest } from '../../core/permissions.ts';
import type { Services } from '../services.ts';
import { loadSubject, type Subject } from './subject.ts';

/** An objection with everything that is asked about it. */
export interface ObjectionFacts {
  row: ObjectionRow;
  employee: PersonRow;
  /** Null where what it is about is gone. */
  subject: Subject | null;
  contest: Contest;
  /** The name of whoever decides, or has decided; null: HR. */
  handlerName: string | null;
}

/** Loads what is asked about an objection; null where its employee is gone. */
export async function objectionFacts(
  { store }: Pick<Services, 'store'>,
  row: ObjectionRow,
): Promise<ObjectionFacts | null> {
  const by = row.decidedBy ?? row.handlerId;
  const [employee, subject, handler] = await Promise.all([
    first(store, personById({ id: row.personId })),
    loadSubject(store, row.subjectKind, row.subjectId),
    by ? first(store, personById({ id: by })) : null,
  ]);
  if (!employee) return null;
  const { personId, handlerId } = row;
  const contest = { personId, handlerId, againstId: subject?.againstId ?? null };
  return { row, employee, subject, contest, handlerName: handler?.name ?? null };
}
