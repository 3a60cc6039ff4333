import { insertRules } from '../../db/queries/calendar.ts';
import type { Statement } from '../../db/store.ts';

/** Rules for tests that run at any hour of the real clock: no quiet hours, and no budget that would be used up. */
export function calmRules(): Statement {
  const body = { quietFrom: '00:00', quietTo: '00:00', messageBudget: 1_000 };
  return insertRules({ id: 'calm', unitId: null, effectiveFrom: '2020-01-01', body });
}
