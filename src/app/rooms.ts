import type { Action, Room } from '../core/action.ts';
import { pressActions } from './actions/actions.ts';
import { pressCascade } from './cascade/press.ts';
import { pressDialogue } from './dialogue/press.ts';
import { pressEvaluation } from './evaluation/press.ts';
import { pressFeedback } from './feedback/press.ts';
import { pressFollowUp } from './follow-up/press.ts';
import { pressObjection } from './objection/objections.ts';
import type { Outcome } from './outcome.ts';
import { pressPlan } from './plan/press.ts';
import type { Session } from './session.ts';
import { pressStaffing } from './staffing/press.ts';

/** A pressed button of a room; `id` and `arg` are as the button says, and not to be trusted. */
export type RoomAction = Extract<Action, { do: 'room' }>;

/** Does what a button of a room says; `messageId` is the message that it stands below. */
export type PressRoom = (
  session: Session,
  action: RoomAction,
  messageId: string | null,
) => Outcome | Promise<Outcome>;

const rooms: Record<Room, PressRoom> = {
  actions: pressActions,
  cascade: pressCascade,
  dialogue: pressDialogue,
  evaluation: pressEvaluation,
  feedback: pressFeedback,
  follow_up: pressFollowUp,
  objection: pressObjection,
  plan: pressPlan,
  staffing: pressStaffing,
};

/** Does what a button of performance management says. */
export function pressRoom(
  session: Session,
  action: RoomAction,
  messageId: string | null,
): Outcome | Promise<Outcome> {
  return rooms[action.room](session, action, messageId);
}
