import { answersForm, type PreparingContext } from '../../../conversations/dialogue-answers.ts';
import {
  answersId,
  answersOfDialogue,
  type DialogueAnswersRow,
  insertAnswers,
  updateAnswers,
} from '../../../db/queries/dialogues.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { type DialogueKind, guidedQuestions, type Side } from '../../core/dialogue/kinds.ts';
import { nextStep } from '../../core/dialogue/life.ts';
import { type Block, type Message, say, withButtons } from '../../core/message.ts';
import type { Texts } from '../../i18n/texts.ts';
import { notify } from '../notices.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { dialogueButton } from './card-buttons.ts';
import { nextText } from './card-view.ts';
import { openForm, resumeForm } from './form-draft.ts';
import { type Meeting, meetingOf, placeIn } from './meeting.ts';
import { refreshDialogue } from './writes.ts';

/** Begins or goes on with what a side prepares. */
export async function prepare(session: Session, id: string | null): Promise<Outcome> {
  const found = await preparing(session, id);
  if ('refused' in found) return found.refused;
  const { meeting, own } = found;
  const begun = await resumeForm(session, answersForm.id, meeting.row.id);
  return begun ?? openForm(session, answersForm.id, { about: meeting.row.id }, own?.answers ?? {});
}

/** What the guided questions need to know; null for whoever is not part of the dialogue. */
export async function preparingContext(session: Session, draft: DraftRow): Promise<PreparingContext | null> {
  const meeting = await meetingOf(session.services.store, draft.subject.about ?? null);
  const place = meeting && placeIn(meeting, session.person.id);
  return place ? { t: session.t, kind: meeting.row.kind, side: place.side } : null;
}

/** Saves what was prepared; nobody else sees it before it is shared, or shared again. */
export async function finishAnswers(session: Session, draft: DraftRow): Promise<Outcome> {
  const { person, t, now } = session;
  const done = deleteDraft(draft.id, draft.revision);
  const found = await preparing(session, draft.subject.about ?? null);
  if ('refused' in found) return answered(say(found.refused.reply.toast ?? t.problem.gone()), done);
  const { meeting, side, own } = found;
  const { row } = meeting;
  const answers = Object.fromEntries(
    guidedQuestions(row.kind, side).flatMap((name) => {
      const said = draft.answers[name];
      return typeof said === 'string' ? [[name, said]] : [];
    }),
  );
  const id = answersId(row.id, person.id);
  const saved: DialogueAnswersRow = {
    ...{ id, dialogueId: row.id, personId: person.id, answers, shared: false },
    revision: (own?.revision ?? 0) + 1,
    updatedAt: now,
  };
  const { other } = placeIn(meeting, person.id)!;
  const text = own?.shared ? t.dialogue.said.savedAgain(other.name) : t.dialogue.said.saved();
  return answered(
    ownAnswers(session, row.kind, side, saved, text),
    done,
    own ? updateAnswers(id, own.revision, { answers, shared: false, updatedAt: now }) : insertAnswers(saved),
    ...(await refreshDialogue(session.services, row.id, now)),
  );
}

/** Shares what a side prepared, as it was shown with the pressed button. */
export async function share(session: Session, id: string | null, revision: string): Promise<Outcome> {
  const { services, person, t, now } = session;
  const found = await preparing(session, id);
  if ('refused' in found) return found.refused;
  const { meeting, side, own } = found;
  const { other } = placeIn(meeting, person.id)!;
  if (!own) return toast(t.dialogue.problem.nothingToShare());
  if (own.shared) return toast(t.dialogue.said.alreadyShared(other.name));
  if (String(own.revision) !== revision) {
    const shown = edited(
      ownAnswers(session, meeting.row.kind, side, own, t.dialogue.problem.answersChanged()),
    );
    return { ...shown, reply: { ...shown.reply, toast: t.dialogue.problem.answersChanged() } };
  }
  const shared = { ...own, shared: true, revision: own.revision + 1 };
  const { id: dialogueId } = meeting.row;
  return edited(
    ownAnswers(session, meeting.row.kind, side, shared, t.dialogue.said.shared(other.name)),
    updateAnswers(own.id, own.revision, { shared: true, updatedAt: now }),
    notify(
      'dialogue_answers',
      `dialogue_answers:${dialogueId}:${person.id}:${shared.revision}`,
      other.id,
      { dialogueId, authorId: person.id, revision: shared.revision },
      now,
    ),
    ...(await refreshDialogue(services, dialogueId, now)),
  );
}

/** Shows what the other side has shared. */
export async function theirAnswers(session: Session, id: string | null): Promise<Outcome> {
  const { services, person, t } = session;
  const meeting = await meetingOf(services.store, id);
  const place = meeting && placeIn(meeting, person.id);
  if (!place) return toast(t.problem.notYours());
  const rows = await services.store.all(answersOfDialogue(meeting.row));
  const theirs = rows.find(({ personId, shared }) => personId === place.other.id && shared);
  if (!theirs) return toast(t.dialogue.problem.notShared(place.other.name));
  const side = place.side === 'employee' ? 'leader' : 'employee';
  return answered(
    withButtons(
      say(
        { kind: 'title', text: t.dialogue.answers.of(place.other.name) },
        ...answerBlocks(t, meeting.row.kind, side, theirs.answers),
      ),
      [
        dialogueButton(
          'show',
          t.dialogue.with(t.dialogue.kind(meeting.row.kind), place.other.name),
          meeting.row.id,
        ),
      ],
    ),
  );
}

/** Questions with their answers. */
export function answerBlocks(
  t: Texts,
  kind: DialogueKind,
  side: Side,
  answers: Record<string, string>,
): Block[] {
  const given = guidedQuestions(kind, side).filter((name) => answers[name] !== undefined);
  if (given.length === 0) return [{ kind: 'line', parts: [t.dialogue.answers.empty()] }];
  return given.flatMap((name): Block[] => [
    { kind: 'line', parts: [{ bold: t.dialogue.question(name) }] },
    { kind: 'quote', text: answers[name]! },
  ]);
}

function ownAnswers(
  { t }: Session,
  kind: DialogueKind,
  side: Side,
  { dialogueId, answers, shared, revision }: DialogueAnswersRow,
  text: string,
): Message {
  const b = t.dialogue.button;
  return withButtons(
    say({ kind: 'title', text: t.dialogue.answers.own() }, ...answerBlocks(t, kind, side, answers), {
      kind: 'note',
      text,
    }),
    [
      ...(shared
        ? []
        : [
            {
              ...dialogueButton('share', b.share(), dialogueId, String(revision)),
              style: 'primary' as const,
            },
          ]),
      dialogueButton('prepare', b.changeAnswers(), dialogueId),
    ],
  );
}

/** Whether the person may prepare a dialogue now, with what they have prepared. */
async function preparing(
  session: Session,
  id: string | null,
): Promise<{ meeting: Meeting; side: Side; own: DialogueAnswersRow | null } | { refused: Outcome }> {
  const { services, person, t } = session;
  const meeting = await meetingOf(services.store, id);
  const place = meeting && placeIn(meeting, person.id);
  if (!place) return { refused: toast(t.problem.notYours()) };
  const { status } = meeting.row;
  if (status === 'confirmed') return { refused: toast(t.dialogue.problem.answersClosed()) };
  if (status === 'declined' || status === 'cancelled')
    return { refused: toast(nextText(session, meeting, nextStep(meeting.row))) };
  const rows = await services.store.all(answersOfDialogue(meeting.row));
  return { meeting, side: place.side, own: rows.find(({ personId }) => personId === person.id) ?? null };
}
