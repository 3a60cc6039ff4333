import { type Message, replyWith, say } from '../../core/message.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { yearIn } from './buttons.ts';
import { leaderMatrix } from './leader-matrix.ts';
import { matrixMessage } from './matrix-view.ts';
import { ownRole, roleMessage } from './role.ts';

/** `matriks [tahun]`: the own role, and for a leader how their results are divided among their team. */
export async function matrix(session: Session, args: string): Promise<Outcome> {
  const { t, person, today } = session;
  const year = yearIn(args, today);
  const [role, led] = [await ownRole(session, year), await leaderMatrix(session, year)];
  const messages: Message[] = [];
  if (led.team.length > 0) messages.push(matrixMessage(session, led));
  // A leader whose own supervisor has shared nothing needs no word about it.
  if (role.cells.length > 0 || (messages.length === 0 && person.supervisorId !== null))
    messages.unshift(await roleMessage(session, year, role));
  if (messages.length === 0) messages.push(say(t.cascade.matrix.nobody()));
  return { reply: replyWith(...messages), writes: [] };
}

/** The own role of a year, as the button below its notice asks for it. */
export async function ownRoleOf(session: Session, year: number): Promise<Outcome> {
  return answered(await roleMessage(session, year, await ownRole(session, year)));
}
