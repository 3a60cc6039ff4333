import { type OutboxRow, sentSince } from '../../db/queries/outbox.ts';
import { instantOf, localDate } from '../core/local-time.ts';
import { nextMorning } from '../core/message-budget.ts';
import { quietSpan } from '../core/quiet-hours.ts';
import { policyOf } from './notice-policy.ts';
import { type Held, type NotRendered, personOf, type Rendered, skip } from './rendered.ts';
import { createRulesCache } from './rules-cache.ts';
import type { Services } from './services.ts';
import { zoneOf } from './session.ts';

/** Decides whether a rendered notice may leave at this moment; null means yes. */
export type Departure = (
  row: Pick<OutboxRow, 'kind' | 'personId'>,
  rendered: Pick<Rendered, 'edit' | 'account' | 'conversation'>,
) => Promise<Held | NotRendered | null>;

/** Makes the judge of departures of one process: quiet hours first, then the budget of the recipient's day. */
export function createDeparture(services: Services): Departure {
  const rulesNow = createRulesCache(services);
  return async ({ kind, personId }, { edit, account, conversation }) => {
    const policy = policyOf(kind);
    // Changing a message makes no sound; and whoever tries the playground is awake.
    if (policy.quiet === 'leaves' || edit || account.platform === 'playground') return null;
    const person = await personOf(services, personId);
    if (!person) return null;
    const now = services.now();
    const zone = zoneOf(person, services);
    const today = localDate(now, zone);
    const rules = (await rulesNow())(today, person.unitId);
    const quiet = quietSpan(now, zone, rules);
    if (quiet) return policy.quiet === 'skipped' ? skip('quiet') : { holdUntil: quiet.to, reason: 'quiet' };
    if (policy.budget === 'free' || conversation) return null;
    const since = instantOf(today, 0, zone);
    const sent = await services.store.all(sentSince({ personId: person.id, since }));
    const used = sent
      .filter((row) => policyOf(row.kind).budget !== 'free')
      .reduce((sum, row) => sum + row.count, 0);
    // Nothing is lost: even a budget of nothing lets one message a day through.
    if (used < Math.max(1, rules.messageBudget)) return null;
    return policy.budget === 'skipped'
      ? skip('budget')
      : { holdUntil: nextMorning(now, zone, rules), reason: 'budget' };
  };
}
