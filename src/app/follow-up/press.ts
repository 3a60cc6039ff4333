import { canFollowUp } from '../../core/permissions.ts';
import { edited, type Outcome, toast } from '../outcome.ts';
import type { RoomAction } from '../rooms.ts';
import type { Session } from '../session.ts';
import { creditMessage } from './credit.ts';
import { readPlace, VIEWS } from './page.ts';
import { scopeUnit } from './scope.ts';
import { candidatesMessage } from './talent.ts';

/** Turns to another page or another list. */
export async function pressFollowUp(session: Session, { op, id, arg }: RoomAction): Promise<Outcome> {
  const { services, person, t } = session;
  const view = VIEWS.find((one) => one === op);
  const named = readPlace(arg);
  if (!view || !named) return toast(t.problem.unknownButton());
  if (!canFollowUp(person)) return toast(t.followUp.onlyHr());
  const unit = await scopeUnit(services.store, id);
  if (unit === 'gone') return toast(t.problem.gone());
  const place = { ...named, unit };
  return edited(
    view === 'talent' || view === 'award'
      ? await candidatesMessage(session, { ...place, view })
      : await creditMessage(session, { ...place, view }),
  );
}
