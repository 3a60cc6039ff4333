import { entriesBetween } from '../../db/queries/entries.ts';
import type { LatenessRow } from '../../db/queries/lateness.ts';
import type { PersonRow } from '../../db/queries/people.ts';
import { encodeAction } from '../core/action.ts';
import { maskEmployeeNumber } from '../core/employee-number.ts';
import { longDate } from '../core/local-time.ts';
import { type Block, type Message, withButtons } from '../core/message.ts';
import type { Locale } from '../core/model.ts';
import { type Closing, stateOf } from '../core/report-window.ts';
import type { Texts } from '../i18n/texts.ts';
import { stamp } from './entry-view.ts';
import type { Services } from './services.ts';
import { zoneOf } from './session.ts';
import { cutoffText } from './time-view.ts';
import { windowOn } from './windows.ts';

/** What HR sees of a late day besides its reason. */
export interface LatenessFacts {
  /** When its first report came (ms UTC); null once all are withdrawn. */
  firstAt: number | null;
  window: Closing;
  zone: string;
}

/** Reads how a late day stands now. */
export async function latenessFacts(
  services: Pick<Services, 'store' | 'agency'>,
  row: LatenessRow,
  employee: PersonRow,
): Promise<LatenessFacts> {
  const date = row.localDate;
  const [entries, window] = await Promise.all([
    services.store.all(entriesBetween({ personId: employee.id, from: date, to: date })),
    windowOn(services, employee, date),
  ]);
  return { firstAt: entries[0]?.submittedAt ?? null, window, zone: zoneOf(employee, services) };
}

/** A late day as HR decides about it, with buttons while it waits; `notes` say what was decided. */
export function latenessMessage(
  { t, locale }: { t: Texts; locale: Locale },
  row: LatenessRow,
  employee: PersonRow,
  { firstAt, window, zone }: LatenessFacts,
  notes: readonly string[],
): Message {
  const press = (op: 'accept' | 'decline', label: string) => ({
    label,
    action: encodeAction({ do: 'lateness', lateness: row.id, op }),
  });
  const waiting = row.status === 'waiting';
  const blocks: Block[] = [
    { kind: 'title', text: t.window.hr.title() },
    {
      kind: 'fields',
      rows: [
        [t.window.hr.employee(), `${employee.name} (${maskEmployeeNumber(employee.nip)})`],
        [t.field.unit(), employee.unitName],
        [t.field.date(), longDate(row.localDate, locale)],
        [t.window.hr.cutoff(), cutoffText(t, locale, row.localDate, window.closesAt, zone)],
        ...(firstAt === null
          ? []
          : [[t.window.hr.reported(), stamp(t, locale, firstAt, zone)] as [string, string]]),
        [t.field.reason(), reasonOf(t, row)],
      ],
    },
    ...(waiting ? [{ kind: 'note', text: t.window.hr.howto() } as const] : []),
    ...notes.map((text): Block => ({ kind: 'line', parts: [text] })),
  ];
  return withButtons(
    { blocks, buttons: [], files: [] },
    waiting
      ? [
          { ...press('accept', t.window.hr.accept()), style: 'primary' },
          press('decline', t.window.hr.decline()),
        ]
      : [],
  );
}

/** The reason of a late day in words. */
export function reasonOf(t: Texts, row: Pick<LatenessRow, 'kind' | 'reason'>): string {
  return row.reason ?? t.window.why.reason(row.kind);
}

/** How a reported day stands, for the supervisor's card; null where it is simply on time. */
export function dayNote(
  t: Texts,
  firstAt: number | null,
  window: Closing,
  row: LatenessRow | null,
  now: number,
): string | null {
  if (firstAt === null) return null;
  const state = stateOf(firstAt, window, now);
  if (state === 'grace') return t.window.card.grace();
  if (state !== 'late') return null;
  const reason = row ? reasonOf(t, row) : '–';
  return [t.window.card.late(reason), ...(row ? [t.window.card.status(row.status)] : [])]
    .filter(Boolean)
    .join(' · ');
}
