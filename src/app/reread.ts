import { isDeepStrictEqual } from 'node:util';
import type { EvidenceList } from '../../conversations/activity.ts';
import type { Answers } from '../../conversations/form.ts';
import { itemsOf } from './activity-draft.ts';

/** Answers that a message may take back by not giving them any more; the others have to be given. */
const OPTIONAL = ['ra', 'time', 'qty', 'obstacle'] as const;

/**
 * The answers after a message was read anew: what it says now replaces, what only it had said is taken back, and what
 * was answered otherwise stays. Evidence is joined link by link; files stay.
 *
 * @param current the answers as they are
 * @param before what the message said before
 * @param after what it says now
 */
export function rereadAnswers(current: Answers, before: Answers, after: Answers): Answers {
  const answers = { ...current, ...after };
  // `kemarin` means another day when it is read again later; only a date that was changed is another one.
  if (after.date !== undefined && after.date === before.date) answers.date = current.date;
  for (const id of OPTIONAL) {
    const only = before[id] !== undefined && isDeepStrictEqual(current[id], before[id]);
    if (after[id] === undefined && only) answers[id] = null;
  }
  const links = (from: Answers) => itemsOf(from).flatMap(({ url }) => url ?? []);
  const gone = links(before).filter((url) => !links(after).includes(url));
  const kept = itemsOf(current).filter(({ url }) => url === null || !gone.includes(url));
  const known = links({ proof: { items: kept, done: true } });
  const items = [...kept, ...itemsOf(after).filter(({ url }) => url !== null && !known.includes(url))];
  if (items.length > 0) answers.proof = { items, done: isDone(current) } satisfies EvidenceList;
  else if (current.proof !== undefined) answers.proof = null;
  return answers;
}

/** A list that was begun with a link in a message is complete; one that is being asked for stays open. */
function isDone({ proof }: Answers): boolean {
  return (proof as EvidenceList | null | undefined)?.done ?? true;
}
