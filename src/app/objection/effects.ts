import { entryById, insertRevision, updateEntry } from '../../../db/queries/entries.ts';
import { personById } from '../../../db/queries/people.ts';
import { first, type Statement } from '../../../db/store.ts';
import type { SubjectKind } from '../../core/objection/admissible.ts';
import { snapshot } from '../entry-content.ts';
import { reopenForObjection } from '../evaluation/reopen.ts';
import { refreshCard } from '../notices.ts';
import { refreshDigests } from '../refresh-digests.ts';
import type { Services } from '../services.ts';

/** An objection that was accepted: by whom, why, and when (ms UTC). */
export interface Acceptance {
  objectionId: string;
  decidedBy: string;
  reason: string;
  now: number;
}

/** What is written with the acceptance of an objection to something. */
export type Effect = (services: Services, subjectId: string, accepted: Acceptance) => Promise<Statement[]>;

/**
 * What follows from an objection that was accepted, by what it was about; a kind without an effect is only said.
 *
 * Feedback stays its author's: they are asked to withdraw it.
 */
const effects: Partial<Record<SubjectKind, Effect>> = {
  entry: approveReturned,
  evaluation: (services, evaluationId, { decidedBy, reason, now }) =>
    reopenForObjection(services, evaluationId, decidedBy, reason, now),
};

/** What is written because an objection was accepted. */
export async function effectOf(
  services: Services,
  kind: SubjectKind,
  subjectId: string,
  accepted: Acceptance,
): Promise<Statement[]> {
  return (await effects[kind]?.(services, subjectId, accepted)) ?? [];
}

/** A return that was not justified counts as approved; an activity that was changed meanwhile goes its own way. */
async function approveReturned(
  services: Services,
  entryId: string,
  { decidedBy, reason, now }: Acceptance,
): Promise<Statement[]> {
  const entry = await first(services.store, entryById({ id: entryId }));
  const employee = entry && (await first(services.store, personById({ id: entry.personId })));
  if (!entry || !employee || entry.status !== 'returned') return [];
  return [
    updateEntry(entry.id, entry.revision, { status: 'approved' }),
    insertRevision({
      ...{ id: services.newId(), entryId, revision: entry.revision + 1, action: 'approved' },
      ...{ actorId: decidedBy, at: now, content: snapshot(entry), reason },
    }),
    ...refreshCard(employee, entry.localDate, now),
    ...(await refreshDigests(services, employee.id, entry.localDate)),
  ];
}
