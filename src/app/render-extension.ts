import { absencesBetween } from '../../db/queries/calendar.ts';
import { firstReports } from '../../db/queries/entries.ts';
import { extendedDates, outageById } from '../../db/queries/outages.ts';
import { first } from '../../db/store.ts';
import { encodeAction } from '../core/action.ts';
import { localDate, longDate } from '../core/local-time.ts';
import { say, withButtons } from '../core/message.ts';
import { isExpectedToReport } from '../core/permissions.ts';
import { textsOf } from '../i18n/texts.ts';
import { accountFor, personOf, plain, type Renderer, skip } from './rendered.ts';
import { cutoffText, spanText } from './time-view.ts';
import { windowsOf } from './windows.ts';

/** At most this many dates are named, the newest. */
const MAX_NAMED = 3;

/** Our own outage has moved the cut-off of days that a person has not reported yet. */
export const extension: Renderer<'extension'> = async (services, row, { outageId }) => {
  const { store } = services;
  const now = services.now();
  const person = await personOf(services, row.personId);
  if (!person || !isExpectedToReport(person)) return skip('inactive');
  const outage = await first(store, outageById(outageId));
  const dates = (await store.all(extendedDates(person.id, outageId))).map((d) => d.localDate);
  const [from, to] = [dates[0], dates.at(-1)];
  if (outage?.toAt == null || !from || !to) return skip('gone');
  const [windows, reports, absences] = await Promise.all([
    windowsOf(services, person, { from, to }),
    store.all(firstReports([person.id], from, to)),
    store.all(absencesBetween([person.id], from, to)),
  ]);
  const free = (date: string) =>
    reports.some((report) => report.localDate === date) ||
    absences.some((absence) => absence.fromDate <= date && date <= absence.toDate);
  const missing = dates.filter((date) => !free(date));
  if (missing.length === 0) return skip('reported');
  const open = missing.filter((date) => windows.window(date).closesAt > now);
  const newest = open.at(-1);
  if (!newest) return skip('too_late');
  const account = await accountFor(services, person, 'employee');
  if ('skip' in account) return skip(account.skip);
  const locale = person.locale ?? services.agency.locale;
  const t = textsOf(locale);
  const { zone } = windows;
  const span = { fromAt: outage.fromAt, toAt: outage.toAt };
  const cutoffs = open.slice(-MAX_NAMED).map((date) => {
    const cutoff = cutoffText(t, locale, date, windows.window(date).closesAt, zone);
    return t.window.outage.cutoff(longDate(date, locale), cutoff);
  });
  const more = open.length - cutoffs.length;
  const report = encodeAction({ do: 'prompt', date: newest, op: 'report' });
  return plain(
    account,
    withButtons(
      say(
        t.window.outage.body(outage.source, spanText(t, locale, span, zone, localDate(now, zone))),
        ...cutoffs,
        ...(more > 0 ? [t.window.outage.more(more)] : []),
        { kind: 'note', text: t.window.outage.howto() },
      ),
      [{ label: t.button.reportNow(), action: report, style: 'primary' }],
    ),
  );
};
