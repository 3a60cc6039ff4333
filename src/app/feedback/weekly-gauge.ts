import type { PersonRow } from '../../../db/queries/people.ts';
import { digestsOf } from '../../../db/queries/prompts.ts';
import { gapsToTell, weeklySpan } from '../../core/feedback/weekly.ts';
import { addDays, localDate } from '../../core/local-time.ts';
import { textsOf } from '../../i18n/texts.ts';
import { earliestListed } from '../digest-plan.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';
import { gaugeOf } from './gauge.ts';

/** Days before a list in which the lists before it are looked for. */
const LOOKBACK = 35;
const MAX_NAMES = 8;

/**
 * The line about feedback in a supervisor's list that was made at an instant: in the first list of a week only, and each
 * gap once. It says who has been without feedback for long, by name; whoever got it meanwhile is not named when the list is
 * shown again. Null: nothing to say.
 */
export async function weeklyGauge(
  services: Services,
  supervisor: PersonRow,
  team: readonly PersonRow[],
  at: number,
): Promise<string | null> {
  const zone = zoneOf(supervisor, services);
  const dateOf = (instant: number) => localDate(instant, zone);
  const from = addDays(earliestListed(at), -LOOKBACK);
  const lists = await services.store.all(digestsOf({ supervisorId: supervisor.id, from }));
  const earlier = lists
    .filter((row) => row.outcome === 'prompted' && row.at < at)
    .map((row) => dateOf(row.at));
  const span = weeklySpan(dateOf(at), earlier);
  if (!span) return null;
  const { gaps, gapDays } = await gaugeOf(services, supervisor, team, dateOf(at));
  const told = gapsToTell(gaps, span);
  if (told.length === 0) return null;
  const t = textsOf(supervisor.locale ?? services.agency.locale);
  const names = told.slice(0, MAX_NAMES).map(({ name }) => name);
  const more = told.length - names.length;
  return t.feedback.gauge(gapDays, [...names, ...(more > 0 ? [t.feedback.gaugeMore(more)] : [])].join(', '));
}
