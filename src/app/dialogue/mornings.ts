import type { PersonRow } from '../../../db/queries/people.ts';
import { type MorningFacts, reachOf } from '../../core/dialogue/reminders.ts';
import { daysOf } from '../calendar-facts.ts';
import type { Services } from '../services.ts';

/** What decides about somebody's mornings around a date. */
export async function morningFacts(
  services: Pick<Services, 'store' | 'agency'>,
  person: PersonRow,
  date: string,
): Promise<MorningFacts> {
  const { zone, facts } = await daysOf(services, person, reachOf(date));
  return { zone, facts };
}
