import { promptPostings, promptPostingsOf } from '../../db/queries/prompts.ts';
import { daySubject, type PostingRow } from '../../db/queries/talks.ts';
import type { Statement } from '../../db/store.ts';
import { refresh } from './notices.ts';
import type { Services } from './services.ts';

/** People who are looked up in one query. */
const CHUNK = 500;

/**
 * Has the prompts that are in front of some people for a date show how it stands now: reported, absent, a holiday,
 * closed, or open again.
 *
 * To be committed with whatever changes that. One indexed query; nothing where no prompt was posted.
 */
export async function refreshPrompts(
  { store, now }: Pick<Services, 'store' | 'now'>,
  who: string | readonly string[],
  date: string,
): Promise<Statement[]> {
  const at = now();
  const again = ({ id, personId }: PostingRow) =>
    refresh('prompt_done', `prompt_done:${id}`, personId, { postingId: id, date }, at);
  if (typeof who === 'string')
    return (await store.all(promptPostingsOf({ subject: daySubject(who, date) }))).map(again);
  const writes: Statement[] = [];
  for (let from = 0; from < who.length; from += CHUNK) {
    const subjects = who.slice(from, from + CHUNK).map((id) => daySubject(id, date));
    writes.push(...(await store.all(promptPostings(subjects))).map(again));
  }
  return writes;
}
