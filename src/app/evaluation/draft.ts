import type { DraftRow } from '../../../db/queries/drafts.ts';
import type { Session } from '../session.ts';

/** A form about evaluations that is about to begin. */
export function newDraft(
  { services, person, now }: Session,
  form: string,
  subject: Record<string, string>,
  answers: DraftRow['answers'] = {},
): DraftRow {
  return {
    id: services.newId(),
    personId: person.id,
    ...{ form, subject, answers },
    editing: null,
    listening: false,
    revision: 1,
    updatedAt: now,
  };
}
