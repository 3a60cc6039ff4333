import type { Answers } from '../../../conversations/form.ts';
import { type DraftRow, deleteDraft, draftsOf } from '../../../db/queries/drafts.ts';
import { begin, pressDraft } from '../drafts.ts';
import type { Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';

/** Begins a form about something (`about`, an id); what was begun about it before is replaced. */
export async function openForm(
  session: Session,
  form: string,
  subject: { about: string } & Record<string, string>,
  answers: Answers = {},
): Promise<Outcome> {
  const { services, person, now } = session;
  const old = await begunAbout(session, form, subject.about);
  const outcome = await begin(session, {
    id: services.newId(),
    personId: person.id,
    ...{ form, subject, answers: answers as DraftRow['answers'] },
    editing: null,
    listening: false,
    revision: 1,
    updatedAt: now,
  });
  const writes = old.map((draft) => deleteDraft(draft.id, draft.revision));
  return { ...outcome, writes: [...writes, ...outcome.writes] };
}

/** Goes on with what was begun about something; null where nothing was. */
export async function resumeForm(session: Session, form: string, about: string): Promise<Outcome | null> {
  const [draft] = await begunAbout(session, form, about);
  if (!draft) return null;
  const { id, revision } = draft;
  return pressDraft(session, { do: 'draft', draft: id, revision, op: 'resume', question: '' });
}

async function begunAbout({ services, person }: Session, form: string, about: string): Promise<DraftRow[]> {
  const drafts = await services.store.all(draftsOf({ personId: person.id }));
  return drafts.filter((draft) => draft.form === form && draft.subject.about === about);
}
