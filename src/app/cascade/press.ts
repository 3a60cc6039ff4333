import { type Outcome, toast } from '../outcome.ts';
import type { RoomAction } from '../rooms.ts';
import type { Session } from '../session.ts';
import { yearIn } from './buttons.ts';
import {
  addCell,
  changeCell,
  chooseCell,
  shareCells,
  showCell,
  showMatrix,
  withdrawCell,
} from './cell-actions.ts';
import { ownRoleOf } from './matrix.ts';
import { takeRole } from './take-role.ts';
import { showPicture, showTree } from './tree.ts';

/** Does what a button of the role matrix or of the tree says. */
export function pressCascade(session: Session, { op, id, arg }: RoomAction): Outcome | Promise<Outcome> {
  const year = yearIn(arg, session.today);
  switch (op) {
    case 'matrix':
      return showMatrix(session, year);
    case 'add':
      return addCell(session, id, year);
    case 'cells':
      return chooseCell(session, year);
    case 'share':
      return shareCells(session, arg);
    case 'role':
      return ownRoleOf(session, year);
  }
  if (id !== null)
    switch (op) {
      case 'cell':
        return showCell(session, id);
      case 'text':
        return changeCell(session, id, 'contribution');
      case 'method':
        return changeCell(session, id, 'method');
      case 'withdraw':
        return withdrawCell(session, id, false);
      case 'withdraw!':
        return withdrawCell(session, id, true);
      case 'take':
        return takeRole(session, id);
      case 'tree':
        return showTree(session, id, year);
      case 'picture':
        return showPicture(session, id, year);
    }
  return toast(session.t.problem.unknownButton());
}
