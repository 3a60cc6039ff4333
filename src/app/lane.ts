import { wantsDelivery } from '../../db/queries/outbox.ts';
import { accountsOfMany } from '../../db/queries/people.ts';
import type { Statement, Store } from '../../db/store.ts';
import { groupBy } from '../core/group.ts';
import { policyOf } from './notice-policy.ts';
import { bestAccount } from './rendered.ts';

/**
 * Has the notices among some writes wait in the lane of the platform that they will probably leave on, so that delivery
 * need not sort them there with a commit for each while a platform has much to do.
 */
export async function intoLanes(store: Store, writes: Statement[]): Promise<Statement[]> {
  const people = new Set(writes.flatMap((write) => recipientOf(write) ?? []));
  if (people.size === 0) return writes;
  const accounts = groupBy(await store.all(accountsOfMany([...people])), ({ personId }) => personId);
  return writes.map((write) => {
    const personId = recipientOf(write);
    if (personId === null) return write;
    const best = bestAccount(accounts.get(personId) ?? [], policyOf(String(write.params!.kind)).to);
    return 'skip' in best ? write : { ...write, params: { ...write.params, platform: best.platform } };
  });
}

/** The person whom one notice is for; null for any other write, and for a file that is to be fetched. */
function recipientOf(write: Statement): string | null {
  const { params } = write;
  if (!params || !wantsDelivery(write) || params.kind === 'fetch') return null;
  return params.platform === null && typeof params.personId === 'string' ? params.personId : null;
}
