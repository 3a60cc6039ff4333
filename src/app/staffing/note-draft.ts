import {
  EVERYBODY,
  type HandoverNoteContext,
  handoverNoteForm,
} from '../../../conversations/handover-note.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import {
  type HandoverRow,
  handoversByIds,
  handoversTogether,
  noteHandover,
} from '../../../db/queries/handovers.ts';
import { first } from '../../../db/store.ts';
import { say } from '../../core/message.ts';
import { begin } from '../drafts.ts';
import { notify } from '../notices.ts';
import { answered, type Outcome, toast } from '../outcome.ts';
import type { RoomAction } from '../rooms.ts';
import type { Session } from '../session.ts';
import { namesOf } from './assessed-view.ts';

/** Begins the note of a former supervisor about everybody whom they handed over at one moment. */
export async function writeNote(session: Session, { id }: RoomAction): Promise<Outcome> {
  const { services, person, t, now } = session;
  const handover = id === null ? null : await first(services.store, handoversByIds([id]));
  if (!handover) return toast(t.problem.gone());
  if (handover.fromId !== person.id) return toast(t.staffing.handover.notYours());
  return begin(session, {
    ...{ id: services.newId(), personId: person.id, form: handoverNoteForm.id },
    ...{ subject: { handover: handover.id }, answers: {} },
    ...{ editing: null, listening: false, revision: 1, updatedAt: now },
  });
}

/** What the questions about a note need to know; null where there is nothing to write about any more. */
export async function noteContext(session: Session, draft: DraftRow): Promise<HandoverNoteContext | null> {
  const rows = await together(session, draft);
  if (rows.length === 0) return null;
  const names = await namesOf(
    session.services,
    rows.map(({ personId }) => personId),
  );
  // Numbered, because a button has no room for the id.
  const people = rows.map(({ personId }, index) => ({
    value: String(index + 1),
    name: names.get(personId) ?? '–',
  }));
  return { t: session.t, people };
}

/** Keeps the note, and passes it on to whoever follows. */
export async function saveNote(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, t, now } = session;
  const done = deleteDraft(draft.id, draft.revision);
  const rows = await together(session, draft);
  const { whom = EVERYBODY, note } = draft.answers;
  const about = whom === EVERYBODY ? rows : rows.filter((_, index) => String(index + 1) === whom);
  const [one] = about;
  if (!one) return answered(say(t.problem.gone()), done);
  const names = await namesOf(services, [one.toId]);
  const handovers = about.map(({ id }) => id);
  const key = `handover_note:${one.id}:${about.length}:${one.revision}`;
  const texts = t.staffing.handover;
  return answered(
    say(one.toId === null ? texts.kept() : texts.sent(names.get(one.toId) ?? '–')),
    done,
    ...about.map((row) => noteHandover(row, String(note))),
    ...(one.toId === null ? [] : [notify('handover_note', key, one.toId, { handovers }, now)]),
  );
}

async function together({ services, person }: Session, draft: DraftRow): Promise<HandoverRow[]> {
  const handover = await first(services.store, handoversByIds([draft.subject.handover ?? '']));
  if (!handover || handover.fromId !== person.id) return [];
  return handover.toId === null ? [handover] : services.store.all(handoversTogether(handover));
}
