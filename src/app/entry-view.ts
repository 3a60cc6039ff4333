import { DateTime } from 'luxon';
import type { EntryRow, EvidenceRow } from '../../db/queries/entries.ts';
import { clockTime, longDate, shortDate, zoneName } from '../core/local-time.ts';
import type { Inline } from '../core/message.ts';
import type { Locale, RevisionContent } from '../core/model.ts';
import { formatQuantity } from '../core/quantity.ts';
import { minutesOf } from '../core/time-span.ts';
import type { Texts } from '../i18n/texts.ts';

/** Titles of work results by id, as far as the shown entries need them. */
export type WorkResultTitles = ReadonlyMap<string, { number: number; title: string }>;

/** Action plans as far as what is shown names them. */
export type ActionTitles = readonly { id: string; number: number; title: string }[];

/** The rows in which an activity is shown: what, RHK, action plan, time, output, evidence. */
export function entryRows(
  t: Texts,
  locale: Locale,
  entry: RevisionContent,
  titles: WorkResultTitles,
  evidence: Pick<EvidenceRow, 'name' | 'url'>[],
  actions: ActionTitles,
): [string, string | Inline][] {
  const rows: [string, string | Inline][] = [
    [t.field.what(), entry.what],
    [t.field.workResult(), contribution(t, entry, titles, t.workResult.inField)],
  ];
  const action = actions.find(({ id }) => id === entry.actionPlanId);
  if (action) rows.push([t.actions.label(), t.actions.named(action.number, action.title)]);
  const time = timeOf(t, locale, entry);
  if (time) rows.push([t.field.time(), time]);
  if (entry.quantityMilli !== null) {
    rows.push([t.field.quantity(), formatQuantity(entry.quantityMilli, entry.unit ?? '', locale)]);
  }
  const [only] = evidence;
  if (evidence.length === 1 && only?.url) rows.push([t.field.evidence(), { link: only.url, url: only.url }]);
  else if (evidence.length > 0) rows.push([t.field.evidence(), evidence.map((e) => e.name).join(', ')]);
  return rows;
}

/** `RHK 2. Tersusunnya …`, `Tugas tambahan` or `Tanpa RHK`. */
export function contribution(
  t: Texts,
  entry: Pick<RevisionContent, 'kind' | 'workResultId'>,
  titles: WorkResultTitles,
  name: Texts['workResult']['named'] = t.workResult.named,
): string {
  if (entry.kind === 'additional') return t.workResult.additional();
  const found = entry.workResultId === null ? undefined : titles.get(entry.workResultId);
  return found ? name(found.number, found.title) : t.workResult.none();
}

/** `08.00–10.00 (2 jam)`, or null where no time was given. */
export function timeOf(
  t: Texts,
  locale: Locale,
  entry: Pick<RevisionContent, 'startMinute' | 'endMinute'>,
): string | null {
  if (entry.startMinute === null || entry.endMinute === null) return null;
  const minutes = minutesOf(entry);
  return `${clockTime(entry.startMinute, locale)}–${clockTime(entry.endMinute, locale)} (${t.duration(minutes)})`;
}

/** `Senin, 23 November 2026, pukul 16.05.12 WITA`. */
export function stamp(t: Texts, locale: Locale, at: number, zone: string): string {
  const local = DateTime.fromMillis(at, { zone });
  const time = local.toFormat(locale === 'id' ? 'HH.mm.ss' : 'HH:mm:ss');
  return t.receipt.stamp(longDate(local.toFormat('yyyy-MM-dd'), locale), time, zoneName(zone, at));
}

/** The activity and its day in a few words: `Rapat koordinasi (23 Nov)`. */
export function aboutEntry(t: Texts, locale: Locale, entry: EntryRow, today: string): string {
  return t.talk.about(clip(entry.what, 120), shortDate(entry.localDate, locale, today));
}

/** A text cut at a length, with an ellipsis where something is missing. */
export function clip(text: string, max: number): string {
  const flat = text.replace(/\s+/g, ' ');
  const characters = [...flat];
  return characters.length <= max
    ? flat
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}
