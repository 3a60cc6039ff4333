import type { SupervisionAnswers } from '../../../conversations/supervision.ts';
import { allUnits, type PersonRow, peopleByIds } from '../../../db/queries/people.ts';
import { openSupervisions, staffDirectory } from '../../../db/queries/supervisions.ts';
import { inChunks } from '../../core/chunks.ts';
import type { NamedPerson } from '../../core/find-person.ts';
import {
  isAbove,
  type Staff,
  type SupervisionProblem,
  supervisionProblem,
} from '../../core/staffing/supervision-problem.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Services } from '../services.ts';
import { decideOrder, knownSupervisions, type SupervisionDecision } from './supervision.ts';

/** People in one statement. */
const CHUNK = 500;
/** Planned changes that are taken into account where a circle of supervisors is looked for. */
const MAX_PLANNED = 2_000;

/** What a change of supervisors comes to: whom it concerns, or why it is refused. */
export type ChangePlan =
  | { ok: true; people: NamedPerson[] }
  | { ok: false; problem: SupervisionProblem | 'nobody_in_unit'; person: string };

/** A change of supervisors as far as it has to be known to be checked. */
export type WantedChange = Pick<SupervisionAnswers, 'who' | 'to' | 'kind' | 'fromDate' | 'toDate'>;

/** Finds whom a change concerns, and checks it for each of them. */
export async function planChange(
  { store }: Pick<Services, 'store'>,
  wanted: WantedChange,
  today: string,
): Promise<ChangePlan> {
  const { who, to, kind, fromDate, toDate } = wanted;
  const [people, units, planned] = await Promise.all([
    store.all(staffDirectory()),
    store.all(allUnits()),
    store.all(openSupervisions(MAX_PLANNED)),
  ]);
  const staff = new Map<string, Staff>(people.map((person) => [person.id, person]));
  for (const { personId, supervisorId, fromDate: begins } of planned)
    if (begins <= fromDate && staff.has(personId))
      staff.set(personId, { ...staff.get(personId)!, supervisorId });
  const leader = units.find(({ id }) => id === who.id)?.leaderId ?? null;
  const concerned = people.filter((person) =>
    who.kind === 'person'
      ? person.id === who.id
      : // Who leads the unit, and who is above the new supervisor, answer to somebody else.
        person.active &&
        person.unitId === who.id &&
        person.id !== to.id &&
        person.id !== leader &&
        !isAbove(person.id, to.id, staff),
  );
  if (concerned.length === 0) return { ok: false, problem: 'nobody_in_unit', person: who.name };
  for (const person of concerned) {
    const change = { personId: person.id, supervisorId: to.id, kind, fromDate, toDate };
    const problem = supervisionProblem(change, staff, today);
    if (problem) return { ok: false, problem, person: person.name };
  }
  return { ok: true, people: concerned };
}

/** Why a change is refused, in a sentence that says what to do. */
export function refusal(
  t: Texts,
  { problem, person }: Extract<ChangePlan, { ok: false }>,
  supervisor: string,
): string {
  return problem === 'nobody_in_unit'
    ? t.staffing.nobodyInUnit(person, supervisor)
    : t.staffing.problem(problem, person, supervisor);
}

/** Decides a change for everybody whom it concerns. */
export async function decideChange(
  services: Services,
  people: readonly { id: string }[],
  { to, kind, fromDate, toDate, reason }: Omit<SupervisionAnswers, 'who'>,
  createdBy: string | null,
  now: number,
): Promise<SupervisionDecision[]> {
  const order = { supervisorId: to.id, kind, fromDate, toDate, reason, createdBy };
  const decisions: SupervisionDecision[] = [];
  for (const some of inChunks(people, CHUNK)) {
    const rows: PersonRow[] = await services.store.all(peopleByIds(some.map(({ id }) => id)));
    for (const known of await knownSupervisions(services, rows))
      decisions.push(decideOrder(services, known, order, now));
  }
  return decisions;
}
