import { toast } from '../outcome.ts';
import type { PressRoom } from '../rooms.ts';
import { namesFound, remindFound } from './check-view.ts';
import { leaving, stay } from './departure-draft.ts';
import { writeNote } from './note-draft.ts';
import { cancelSupervision, changeSupervisor } from './supervisors.ts';

const presses: Record<string, PressRoom> = {
  change: (session) => changeSupervisor(session),
  cancel: cancelSupervision,
  names: namesFound,
  note: writeNote,
  remind: remindFound,
  leave: (session) => leaving(session),
  stay,
};

/** Does what a button about changes among people says; each asks again who may do it. */
export const pressStaffing: PressRoom = (session, action, messageId) =>
  presses[action.op]?.(session, action, messageId) ?? toast(session.t.problem.unknownButton());
