import { type AgendaRow, planAgenda } from '../../../db/queries/agenda.ts';
import { peopleByIds } from '../../../db/queries/people.ts';
import type { Statement } from '../../../db/store.ts';
import { addDays, instantOf, localDate } from '../../core/local-time.ts';
import { hasLeft } from '../../core/staffing/departure.ts';
import { nextChange } from '../../core/staffing/supervision.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';
import { leaveWrites } from './departure.ts';
import { decideDay, knownSupervisions, supervisionWrites } from './supervision.ts';

/** Nothing is planned for longer ahead; a look too many is harmless. */
const FAR_DAYS = 400;

/** What became of the people whose day had come. */
export interface Settled {
  moved: number;
  left: number;
}

/** Decides what the day brings for some people: supervisors begin and end, and who has served their last day leaves. */
export async function settleStaff(
  services: Services,
  rows: readonly AgendaRow[],
  now: number,
): Promise<{ writes: Statement[]; counts: Settled }> {
  const { store } = services;
  const people = await store.all(peopleByIds(rows.map(({ personId }) => personId)));
  const active = people.filter((person) => person.active);
  const today = (person: (typeof people)[number]) => localDate(now, zoneOf(person, services));
  const leaving = active.filter((person) => hasLeft(person, today(person)));
  const staying = await knownSupervisions(
    services,
    active.filter((person) => !leaving.includes(person)),
  );
  const decisions = staying.map((known) => decideDay(services, known, now));
  const planned = new Map(staying.map((known) => [known.person.id, known.spans]));
  const plans = rows.map(({ key, personId }) => {
    const person = people.find(({ id }) => id === personId);
    const spans = planned.get(personId);
    const far = addDays(localDate(now, services.agency.zone), FAR_DAYS);
    if (!person || !spans) return planAgenda([key], instantOf(far, 0, services.agency.zone), now);
    const last = person.activeUntil === null ? far : addDays(person.activeUntil, 1);
    const next = [nextChange(spans, today(person)) ?? far, last].sort()[0]!;
    return planAgenda([key], instantOf(next, 0, zoneOf(person, services)), now);
  });
  const left: Statement[] = [];
  for (const person of leaving) left.push(...(await leaveWrites(services, person, now)));
  return {
    // What moves people has them looked at again; the plans come last, so that this does not make a loop.
    writes: [...left, ...(await supervisionWrites(services, decisions, now)), ...plans],
    counts: { moved: decisions.filter(({ move }) => move !== null).length, left: leaving.length },
  };
}
