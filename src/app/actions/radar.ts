import { putFact } from '../../../db/queries/calendar.ts';
import { type PersonRow, subordinatesOf } from '../../../db/queries/people.ts';
import { workResultsById } from '../../../db/queries/plans.ts';
import { say } from '../../core/message.ts';
import { canReadRadar, isExpectedToReport } from '../../core/permissions.ts';
import { newActivity } from '../activity-draft.ts';
import { begin } from '../drafts.ts';
import { answered, type Outcome, toast } from '../outcome.ts';
import type { RoomAction } from '../rooms.ts';
import type { Session } from '../session.ts';
import { presentPeriod } from './facts.ts';
import { pauseKey, type Watch, watch } from './radar-facts.ts';
import { closingText, quietBlocks, quietLine, radarButtons, teamMessage } from './radar-view.ts';

/** Work results with buttons in one message at most. */
const MAX_SHOWN = 6;

/** Answers `radar`: one's own work results that have been quiet, and, to a supervisor alone, those of the team. */
export async function radar(session: Session): Promise<Outcome> {
  const { person, t } = session;
  const team = await teamWatch(session);
  const own = isExpectedToReport(person) ? await ownWatch(session) : null;
  const messages = [
    // Whoever only leads has no work results that could be quiet.
    ...(own && (own.results.length > 0 || !team) ? [ownMessage(session, own)] : []),
    ...(team ? [teamMessage(session, team)] : []),
  ];
  const [message = say(t.actions.radar.nobody()), ...more] = messages;
  const outcome = answered(message);
  return { ...outcome, reply: { ...outcome.reply, messages: [message, ...more] } };
}

/** A sentence for each of one's own work results that has been quiet; nothing for those who do not report. */
export async function radarNotes(session: Session): Promise<string[]> {
  if (!isExpectedToReport(session.person)) return [];
  const own = await ownWatch(session);
  return own.quiet.map((quiet) => quietLine(session, quiet));
}

/** Begins an activity for a work result of one's own plan. */
export async function reportFor(session: Session, workResultId: string): Promise<Outcome> {
  const own = await ownWatch(session);
  const result = own.results.find(({ id }) => id === workResultId);
  if (!result) return toast(session.t.actions.problem.notInPlan());
  const rhk = { kind: 'work_result', number: result.number };
  return begin(session, newActivity(session, { rhk }));
}

/** Remembers that nothing is needed for a work result until the period that the button names is over. */
export async function pauseRadar(session: Session, { id, arg }: RoomAction): Promise<Outcome> {
  const { services, person, t, today } = session;
  const own = await ownWatch(session);
  const [row] = id === null ? [] : await services.store.all(workResultsById([id]));
  if (!row || !own.results.some((result) => result.id === row.id))
    return toast(t.actions.problem.notInPlan());
  const period = await presentPeriod(services.store, person, today);
  if (period.text !== arg) return toast(t.actions.radar.periodOver());
  return toast(t.actions.radar.paused(row.number), putFact(pauseKey(row.id), period.to));
}

async function ownWatch({ services, person, now }: Session): Promise<Watch> {
  const [own] = await watch(services, [person], now);
  return own!;
}

/** What a supervisor may see of their team; null for those who have none. */
async function teamWatch({ services, person, now }: Session): Promise<Watch[] | null> {
  const team: PersonRow[] = await services.store.all(subordinatesOf({ supervisorId: person.id }));
  if (team.length === 0) return null;
  const watched = team.filter((employee) => canReadRadar(person, employee) && isExpectedToReport(employee));
  return watch(services, watched, now);
}

function ownMessage(session: Session, own: Watch) {
  const { t } = session;
  if (own.quiet.length === 0) return say(t.actions.radar.allActive(own.results.length));
  const shown = own.quiet.slice(0, MAX_SHOWN);
  const message = say(
    { kind: 'title', text: t.actions.radar.title() },
    ...own.quiet.flatMap((quiet) => quietBlocks(session, quiet)),
    { kind: 'note', text: closingText(session, own) },
  );
  const numbered = shown.length > 1;
  return {
    ...message,
    buttons: shown.map((quiet) => radarButtons(session.t, quiet, own.period.text, numbered)),
  };
}
