import { waitingDays } from '../../db/queries/entries.ts';
import type { Statement } from '../../db/store.ts';
import { addDays, localDate } from '../core/local-time.ts';
import { refreshCard } from './notices.ts';
import type { Services } from './services.ts';

/** Days that are handed over; what waits longer is found in the history. */
const BACK_DAYS = 60;

/** The dates of a person that wait for a check. */
export async function openDays(
  { store, agency }: Pick<Services, 'store' | 'agency'>,
  personId: string,
  now: number,
): Promise<string[]> {
  const from = addDays(localDate(now, agency.zone), -BACK_DAYS);
  return (await store.all(waitingDays([personId], from))).map(({ localDate: date }) => date);
}

/**
 * Hands the days of a person that wait for a check to another supervisor, and takes the buttons from the cards of the
 * one before; to be committed with the change itself.
 */
export async function handOverDays(
  services: Pick<Services, 'store' | 'agency'>,
  personId: string,
  fromSupervisorId: string | null,
  toSupervisorId: string | null,
  now: number,
): Promise<Statement[]> {
  return (await openDays(services, personId, now)).flatMap((date) => [
    ...refreshCard({ id: personId, supervisorId: fromSupervisorId }, date, now),
    ...refreshCard({ id: personId, supervisorId: toSupervisorId }, date, now),
  ]);
}
