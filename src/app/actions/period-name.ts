import { DateTime } from 'luxon';
import { type ActionPeriod, readActionPeriod } from '../../core/actions/period.ts';
import type { Locale } from '../../core/model.ts';
import type { Texts } from '../../i18n/texts.ts';

/** What people call a month or quarter: `November 2026`, `Triwulan IV 2026`. */
export function periodName({ kind, index, year, from }: ActionPeriod, t: Texts, locale: Locale): string {
  if (kind === 'quarter') return t.actions.quarter(index, year);
  return DateTime.fromISO(from, { zone: 'utc', locale }).toFormat('LLLL yyyy');
}

/** The same for the text that is stored. */
export function storedPeriodName(text: string, t: Texts, locale: Locale): string {
  const period = readActionPeriod(text);
  return period ? periodName(period, t, locale) : text;
}
