import { peopleWithRole } from '../../../db/queries/outages.ts';
import { type PersonRow, peopleByIds, personById } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import { addDays, instantOf, localDate } from '../../core/local-time.ts';
import { type Handler, handlerOf } from '../../core/objection/handler.ts';
import { isHr } from '../../core/permissions.ts';
import { spanOfWorkingDays } from '../../core/working-days.ts';
import { daysOf } from '../calendar-facts.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';

/** Who decides an objection, those who are told about it as deciders, and HR, which learns of a deadline that has passed. */
export interface Placement {
  handler: Handler;
  deciders: PersonRow[];
  hr: PersonRow[];
}

/** Finds who decides an objection of an employee now. */
export async function placement(
  { store }: Pick<Services, 'store'>,
  employee: PersonRow,
  againstId: string | null,
): Promise<Placement> {
  const [supervisor, hr] = await Promise.all([
    employee.supervisorId ? first(store, personById({ id: employee.supervisorId })) : null,
    store.all(peopleWithRole('hr')),
  ]);
  const superior = supervisor?.supervisorId
    ? await first(store, personById({ id: supervisor.supervisorId }))
    : null;
  const handler = handlerOf({ employee, superior, hr, againstId });
  const ids = handler.kind === 'person' ? [handler.id] : handler.kind === 'hr' ? handler.ids : [];
  const hrIds = hr.filter(isHr).map(({ id }) => id);
  const people = await store.all(peopleByIds([...new Set([...ids, ...hrIds])]));
  const rows = (wanted: readonly string[]) =>
    wanted.flatMap((id) => people.find((person) => person.id === id) ?? []);
  return { handler, deciders: rows(ids), hr: rows(hrIds) };
}

/**
 * The local date until which an objection has to be decided: so many working days of the handler from tomorrow on.
 *
 * @param days working days
 */
export async function dueDate(
  services: Pick<Services, 'store' | 'agency'>,
  handler: PersonRow,
  days: number,
  now: number,
): Promise<string> {
  const from = addDays(localDate(now, zoneOf(handler, services)), 1);
  // Long enough for the longest holidays; a calendar without working days counts plain days.
  const { facts } = await daysOf(services, handler, { from, to: addDays(from, days * 3 + 60) });
  return spanOfWorkingDays(from, days, facts)?.to ?? addDays(from, days);
}

/** The moment (ms UTC) at which somebody's work begins on a local date. */
export async function startOfWork(
  services: Pick<Services, 'store' | 'agency'>,
  person: PersonRow,
  date: string,
): Promise<number> {
  const days = await daysOf(services, person, { from: date, to: date });
  return instantOf(date, days.hours(date).start, days.zone);
}
