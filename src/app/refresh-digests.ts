import { digestAbout, digestsAbout } from '../../db/queries/prompts.ts';
import type { Statement } from '../../db/store.ts';
import { addDays, localDate } from '../core/local-time.ts';
import { DIGEST_DAYS } from './digest-plan.ts';
import { refresh } from './notices.ts';
import type { Services } from './services.ts';

/** People who are looked up in one query. */
const CHUNK = 500;

/**
 * Has the lists that supervisors got about a date of some people show how it stands now.
 *
 * To be committed with a report, an approval, an absence or an extension. One indexed query; nothing for a date
 * without a list, or one that is over for a week.
 */
export async function refreshDigests(
  { store, now, agency }: Pick<Services, 'store' | 'now' | 'agency'>,
  who: string | readonly string[],
  date: string,
): Promise<Statement[]> {
  const at = now();
  if (date < addDays(localDate(at, agency.zone), -DIGEST_DAYS)) return [];
  const again = (list: { supervisorId: string; at: number }) =>
    refresh('digest', `digest:${list.supervisorId}:${list.at}`, list.supervisorId, { at: list.at }, at);
  if (typeof who === 'string') return (await store.all(digestAbout({ personId: who, date }))).map(again);
  const lists = new Map<string, { supervisorId: string; at: number }>();
  for (let from = 0; from < who.length; from += CHUNK)
    for (const list of await store.all(digestsAbout(who.slice(from, from + CHUNK), date)))
      lists.set(`${list.supervisorId}:${list.at}`, list);
  return [...lists.values()].map(again);
}
