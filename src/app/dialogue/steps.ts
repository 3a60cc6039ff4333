import {
  cancelForm,
  declineForm,
  type HeldContext,
  heldForm,
  moveForm,
} from '../../../conversations/dialogue.ts';
import { momentIn } from '../../../conversations/dialogue-parts.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { type DialogueProblem, type DialogueStep, takeStep } from '../../core/dialogue/life.ts';
import { MAX_LINES } from '../../core/dialogue/minutes.ts';
import { localDate, longDate } from '../../core/local-time.ts';
import { say } from '../../core/message.ts';
import type { DialogueEvent } from '../notices.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import { type Session, zoneOf } from '../session.ts';
import { dialogueCard, nextText } from './card-view.ts';
import { openForm } from './form-draft.ts';
import { type Meeting, meetingOf, placeIn, whenText } from './meeting.ts';
import { stepWrites } from './writes.ts';

/** Steps that are asked about with a form. */
const FORMS = {
  move: moveForm.id,
  decline: declineForm.id,
  cancel: cancelForm.id,
  held: heldForm.id,
} as const;

/** A step that a button begins. */
export type AskedStep = keyof typeof FORMS;

/** Agrees to a dialogue, unless what was pressed showed another time. */
export async function agree(session: Session, id: string | null, revision: string): Promise<Outcome> {
  const meeting = await meetingOf(session.services.store, id);
  if (!meeting || !placeIn(meeting, session.person.id)) return toast(session.t.problem.notYours());
  const { row } = meeting;
  const waits = row.status === 'proposed' && row.proposedBy !== session.person.id;
  if (waits && String(row.revision) !== revision) {
    const shown = edited(await dialogueCard(session, meeting));
    return { ...shown, reply: { ...shown.reply, toast: session.t.dialogue.problem.changed() } };
  }
  return pressed(session, meeting, { do: 'agree' }, 'agreed');
}

/** Begins a step with its form, or says at once why it cannot be taken. */
export async function askStep(session: Session, id: string | null, step: AskedStep): Promise<Outcome> {
  const { services, person, now, zone, today } = session;
  const meeting = await meetingOf(services.store, id);
  if (!meeting || !placeIn(meeting, person.id)) return toast(session.t.problem.notYours());
  const { row } = meeting;
  if (step === 'held' && localDate(row.startsAt, zone) === today)
    return pressed(session, meeting, { do: 'hold', on: today, zone }, 'held');
  // Tried with an answer that any such step accepts, so that nobody fills in a form for nothing.
  const attempt: DialogueStep = {
    move: { do: 'move' as const, startsAt: Math.max(now, row.startsAt) + 1, reason: null },
    decline: { do: 'decline' as const, reason: '-' },
    cancel: { do: 'cancel' as const, reason: '-' },
    held: { do: 'hold' as const, on: today, zone },
  }[step];
  const tried = takeStep(row, attempt, person.id, now);
  if ('problem' in tried) return refused(session, meeting, tried);
  return openForm(session, FORMS[step], { about: row.id });
}

/** What the questions of a step need to know; null for whoever is not part of the dialogue. */
export async function stepContext(session: Session, draft: DraftRow): Promise<HeldContext | null> {
  const { services, person, t, locale, now, zone, today } = session;
  const meeting = await meetingOf(services.store, draft.subject.about ?? null);
  const other = meeting && placeIn(meeting, person.id)?.other;
  if (!meeting || !other) return null;
  return {
    ...{ t, locale, now, zone, today },
    other: { name: other.name, zone: zoneOf(other, services) },
    startsAt: meeting.row.startsAt,
  };
}

/** Takes the step that a filled form asks for. */
export async function finishStep(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, t, zone } = session;
  const done = deleteDraft(draft.id, draft.revision);
  const meeting = await meetingOf(services.store, draft.subject.about ?? null);
  if (!meeting) return answered(say(t.problem.gone()), done);
  const { at, on, reason } = draft.answers;
  const why = typeof reason === 'string' ? reason : null;
  const taken: Record<string, [DialogueStep, DialogueEvent & keyof Session['t']['dialogue']['said']]> = {
    [FORMS.move]: [{ do: 'move', startsAt: momentIn(at ?? { at: 0 }), reason: why }, 'moved'],
    [FORMS.decline]: [{ do: 'decline', reason: why ?? '' }, 'declined'],
    [FORMS.cancel]: [{ do: 'cancel', reason: why ?? '' }, 'cancelled'],
    [FORMS.held]: [{ do: 'hold', on: String(on), zone }, 'held'],
  };
  const [step, event] = taken[draft.form]!;
  const outcome = await take(session, meeting, step, event);
  if ('problem' in outcome)
    return answered(await dialogueCard(session, meeting, problemText(session, meeting, outcome)), done);
  return answered(await dialogueCard(session, outcome.meeting, outcome.said), done, ...outcome.writes);
}

/** Takes a step at once; the pressed message shows what has become of the dialogue. */
export async function pressed(
  session: Session,
  meeting: Meeting,
  step: DialogueStep,
  event: DialogueEvent & keyof Session['t']['dialogue']['said'],
): Promise<Outcome> {
  const outcome = await take(session, meeting, step, event);
  if ('problem' in outcome) return refused(session, meeting, outcome);
  return edited(await dialogueCard(session, outcome.meeting, outcome.said), ...outcome.writes);
}

/** Why a step was not taken and who has to do what instead; the pressed message shows the dialogue as it is. */
export async function refused(
  session: Session,
  meeting: Meeting,
  problem: DialogueProblem,
): Promise<Outcome> {
  const text = problemText(session, meeting, problem);
  const shown = edited(await dialogueCard(session, meeting));
  return { ...shown, reply: { ...shown.reply, toast: text } };
}

/** A step with everything that follows from it, for whoever presses or answers. */
export async function take(
  session: Session,
  meeting: Meeting,
  step: DialogueStep,
  event: DialogueEvent & keyof Session['t']['dialogue']['said'],
) {
  const { services, person, t, now } = session;
  const after = takeStep(meeting.row, step, person.id, now);
  if ('problem' in after) return after;
  const { other } = placeIn(meeting, person.id)!;
  return {
    meeting: { ...meeting, row: { ...after, revision: meeting.row.revision + 1 } },
    said: t.dialogue.said[event](other.name),
    writes: await stepWrites(services, meeting, after, { event, by: person.id, told: [other.id], now }),
  };
}

/** One sentence: why a step was not taken, and who has to do what next. */
export function problemText(session: Session, meeting: Meeting, { problem, next }: DialogueProblem): string {
  const { person, services, t, locale, zone, today } = session;
  const { row } = meeting;
  const place = placeIn(meeting, person.id);
  const texts = t.dialogue.problem;
  if (!place || problem === 'not_party') return t.problem.notYours();
  switch (problem) {
    case 'wrong_step':
      return nextText(session, meeting, next);
    case 'no_reason':
      return texts.noReason(place.other.name);
    case 'not_started':
      return texts.not_started(whenText({ services, person, t, locale }, place.other, row.startsAt));
    case 'wrong_date':
      return texts.wrong_date(longDate(localDate(row.startsAt, zone), locale), longDate(today, locale));
    case 'number_of_lines':
      return texts.number_of_lines(MAX_LINES);
    case 'time_over':
    case 'moment_past':
    case 'same_moment':
    case 'minutes_changed':
      return texts[problem]();
  }
}
