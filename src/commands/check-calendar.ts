import { holidaysBetween } from '../../db/queries/calendar.ts';
import { rosterEnds, seasonsBetween } from '../../db/queries/roster.ts';
import type { Store } from '../../db/store.ts';
import { addDays } from '../core/local-time.ts';
import type { OperatorTexts } from '../i18n/operator-texts.ts';
import { type CheckFinding, finding } from './finding.ts';

/** From this month on the next year's calendar is asked for; the SKB 3 Menteri mostly comes in September or October. */
const NEXT_YEAR_FROM = 10;
/** A roster that ends within so many days is to be continued. */
const SOON = 7;
/** Who has had no roster for so many days follows the usual week on purpose. */
const LONG_AGO = 31;

/** Looks for gaps in the calendar: holidays and Ramadan of this and the next year, and duty rosters that end. */
export async function checkCalendar(store: Store, today: string, t: OperatorTexts): Promise<CheckFinding[]> {
  const year = Number(today.slice(0, 4));
  const years = Number(today.slice(5, 7)) >= NEXT_YEAR_FROM ? [year, year + 1] : [year];
  const findings: CheckFinding[] = [];
  const all = await store.all(holidaysBetween({ from: '0000-01-01', to: '9999-12-31' }));
  if (all.length === 0) findings.push(finding('holidays', 'warning', t.calendar.check.noHolidays()));
  else for (const wanted of years) findings.push(holidaysOf(wanted), await ramadanOf(wanted));
  return [...findings, ...(await checkRosters(store, today, t))];

  function holidaysOf(wanted: number): CheckFinding {
    const days = all.filter(({ date }) => date.startsWith(`${wanted}-`));
    if (days.length === 0)
      return finding(
        'holidays',
        wanted === year ? 'problem' : 'warning',
        t.calendar.check.holidaysMissing(wanted),
      );
    // What has passed is of no concern any more.
    const open = days.filter((day) => day.provisional && day.date >= today).length;
    return open > 0
      ? finding('holidays', 'warning', t.calendar.check.holidaysProvisional(wanted, days.length, open))
      : finding('holidays', 'ok', t.calendar.check.holidays(wanted, days.length));
  }

  async function ramadanOf(wanted: number): Promise<CheckFinding> {
    const spans = await store.all(seasonsBetween({ from: `${wanted}-01-01`, to: `${wanted}-12-31` }));
    if (spans.length === 0) return finding('ramadan', 'warning', t.calendar.check.ramadanMissing(wanted));
    const text = spans.map(({ fromDate, toDate }) => `${fromDate}..${toDate}`).join(', ');
    return spans.some((span) => span.provisional && span.toDate >= today)
      ? finding('ramadan', 'warning', t.calendar.check.ramadanProvisional(wanted, text))
      : finding('ramadan', 'ok', t.calendar.check.ramadan(wanted, text));
  }
}

async function checkRosters(store: Store, today: string, t: OperatorTexts): Promise<CheckFinding[]> {
  const dates = (await store.all(rosterEnds())).flatMap(({ date }) => date ?? []);
  const current = dates.filter((date) => date >= addDays(today, -LONG_AGO)).sort();
  const ending = current.filter((date) => date <= addDays(today, SOON));
  if (current.length === 0) return [];
  return ending.length > 0
    ? [finding('rosters', 'warning', t.calendar.check.rostersEnd(ending.length, ending[0]!))]
    : [finding('rosters', 'ok', t.calendar.check.rosters(current.length))];
}
