import { canReadKit } from '../../core/permissions.ts';
import { answered, type Outcome, toast } from '../outcome.ts';
import type { RoomAction } from '../rooms.ts';
import type { Session } from '../session.ts';
import { askChange, commitments, done } from './commitments.ts';
import { kitOf } from './kit.ts';
import { kitMessage } from './kit-view.ts';
import { meetingOf } from './meeting.ts';
import { confirmMinutes, writeMinutes } from './minutes.ts';
import { past, showDialogue } from './overview.ts';
import { prepare, share, theirAnswers } from './prepare.ts';
import { propose, proposeAbout } from './propose.ts';
import { agree, askStep } from './steps.ts';

/** What each button does; every one of them asks again whether it is allowed. */
const PRESSES: Record<string, (session: Session, action: RoomAction) => Outcome | Promise<Outcome>> = {
  show: (session, { id }) => showDialogue(session, id),
  new: (session, { id }) => propose(session, id),
  radar: (session, { id }) => proposeAbout(session, id),
  agree: (session, { id, arg }) => agree(session, id, arg),
  move: (session, { id }) => askStep(session, id, 'move'),
  decline: (session, { id }) => askStep(session, id, 'decline'),
  cancel: (session, { id }) => askStep(session, id, 'cancel'),
  held: (session, { id }) => askStep(session, id, 'held'),
  prepare: (session, { id }) => prepare(session, id),
  share: (session, { id, arg }) => share(session, id, arg),
  theirs: (session, { id }) => theirAnswers(session, id),
  kit: (session, { id }) => showKit(session, id, false),
  kitmore: (session, { id }) => showKit(session, id, true),
  minutes: (session, { id }) => writeMinutes(session, id),
  confirm: (session, { id, arg }) => confirmMinutes(session, id, arg),
  past,
  todo: commitments,
  done: (session, { id }) => done(session, id),
  later: (session, { id }) => askChange(session, id, 'later'),
  drop: (session, { id }) => askChange(session, id, 'drop'),
};

/** Does what a button about dialogues and commitments says. */
export function pressDialogue(session: Session, action: RoomAction): Outcome | Promise<Outcome> {
  return PRESSES[action.op]?.(session, action) ?? toast(session.t.problem.unknownButton());
}

async function showKit(session: Session, id: string | null, full: boolean): Promise<Outcome> {
  const { services, person, t } = session;
  const meeting = await meetingOf(services.store, id);
  if (!meeting || !canReadKit(person, meeting.employee, meeting.row)) return toast(t.problem.notYours());
  return answered(kitMessage(services, session, meeting, await kitOf(services, meeting), full));
}
