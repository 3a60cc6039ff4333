import type { Statement } from '../../db/store.ts';
import { addDays, datesBetween, localDate } from '../core/local-time.ts';
import { DIGEST_DAYS } from './digest-plan.ts';
import { refreshDigests } from './refresh-digests.ts';
import { refreshPrompts } from './refresh-prompts.ts';
import type { Services } from './services.ts';

/**
 * Has everything that was sent about some people's days show how they stand now: their prompts, and the lists of their
 * supervisors.
 *
 * To be committed with what changed the days. Dates ahead, and those over for a week, were never or are no longer told.
 */
export async function putRight(
  services: Pick<Services, 'store' | 'now' | 'agency'>,
  who: string | readonly string[],
  { from, to }: { from: string; to: string },
): Promise<Statement[]> {
  const today = localDate(services.now(), services.agency.zone);
  // A day more on either side, because zones differ.
  const [first, last] = [addDays(today, -DIGEST_DAYS - 1), addDays(today, 1)];
  const writes: Statement[] = [];
  for (const date of datesBetween(from > first ? from : first, to < last ? to : last)) {
    writes.push(...(await refreshPrompts(services, who, date)));
    writes.push(...(await refreshDigests(services, who, date)));
  }
  return writes;
}
