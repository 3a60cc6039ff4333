import { waitingDays } from '../../db/queries/entries.ts';
import { allPeople, type PersonRow } from '../../db/queries/people.ts';
import { addDays, localDate } from '../core/local-time.ts';
import { refreshCard } from './notices.ts';
import type { Services } from './services.ts';

/** Days that are handed over; what waits longer is found in the history. */
const BACK_DAYS = 60;

/**
 * Hands the days that wait for a check to the supervisors of now, and takes the buttons from the cards of those
 * before.
 */
export async function handOver(
  { store, now, agency }: Pick<Services, 'store' | 'now' | 'agency'>,
  before: readonly Pick<PersonRow, 'id' | 'supervisorId'>[],
): Promise<void> {
  const old = new Map(before.map((person) => [person.id, person.supervisorId]));
  const moved = (await store.all(allPeople())).filter(
    (p) => old.has(p.id) && old.get(p.id) !== p.supervisorId,
  );
  if (moved.length === 0) return;
  const at = now();
  const from = addDays(localDate(at, agency.zone), -BACK_DAYS);
  const days = await store.all(
    waitingDays(
      moved.map((p) => p.id),
      from,
    ),
  );
  const people = new Map(moved.map((p) => [p.id, p]));
  const writes = days.flatMap(({ personId, localDate: date }) => [
    ...refreshCard({ id: personId, supervisorId: old.get(personId) ?? null }, date, at),
    ...refreshCard(people.get(personId)!, date, at),
  ]);
  if (writes.length > 0) await store.commit(writes);
}
