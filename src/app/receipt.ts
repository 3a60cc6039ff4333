import type { DraftRow } from '../../db/queries/drafts.ts';
import type { EntryRow } from '../../db/queries/entries.ts';
import { personById } from '../../db/queries/people.ts';
import { first } from '../../db/store.ts';
import { type EntryOp, encodeAction } from '../core/action.ts';
import type { ActionPlan } from '../core/actions/action-plan.ts';
import { longDate } from '../core/local-time.ts';
import { type Block, type Button, type Message, say, withButtons } from '../core/message.ts';
import { itemsOf } from './activity-draft.ts';
import { dayMinutes } from './day-total.ts';
import { clip, entryRows, stamp, timeOf } from './entry-view.ts';
import type { Session } from './session.ts';

/** A work result of the plan, as far as a receipt shows it. */
export type PlannedResult = { id: string; number: number; title: string };

/** What a person's plan says about what an activity contributes to. */
export interface Planned {
  workResults: PlannedResult[];
  /** Action plans, removed ones as well. */
  actionPlans: readonly ActionPlan[];
}

/** What a receipt shows besides the entry itself. */
export interface ReceiptFacts extends Planned {
  /** All entries of that day. */
  day: EntryRow[];
  /** How the report stands where it is not simply on time. */
  notes: readonly string[];
}

/** The receipt (bukti lapor): number, what was stored, when it was received and in which zone. */
export async function receipt(
  session: Session,
  entry: EntryRow,
  draft: DraftRow,
  title: string,
  { day, workResults, actionPlans, notes }: ReceiptFacts,
): Promise<Message> {
  const { t, locale } = session;
  const { obstacle } = draft.answers;
  const titles = new Map(workResults.map((r) => [r.id, r]));
  const message = say(
    { kind: 'title', text: title },
    {
      kind: 'fields',
      rows: [
        ...entryRows(t, locale, entry, titles, itemsOf(draft.answers), actionPlans),
        ...(typeof obstacle === 'string'
          ? [[t.fieldMode.obstacle.label(), obstacle] as [string, string]]
          : []),
        ...(entry.localDate === session.today
          ? []
          : [[t.field.date(), longDate(entry.localDate, locale)] as [string, string]]),
        [t.field.received(), stamp(t, locale, session.now, session.zone)],
      ],
    },
    ...notes,
    t.receipt.dayTotal(day.length, await dayMinutes(session, entry.localDate, day)),
    await forwardedTo(session),
  );
  return withButtons(
    message,
    [
      reportAgain(session),
      entryButton(entry.id, 'edit', t.button.edit()),
      entryButton(entry.id, 'withdraw', t.button.withdraw()),
    ],
    [
      ...(typeof obstacle === 'string'
        ? []
        : [entryButton(entry.id, 'obstacle', t.fieldMode.obstacle.flag())]),
      ...(entry.revision > 1 ? [entryButton(entry.id, 'history', t.button.history())] : []),
    ],
  );
}

/** The receipts of several activities that were stored at once, with all activities of their days. */
export async function receiptList(
  session: Session,
  entries: EntryRow[],
  days: ReadonlyMap<string, EntryRow[]>,
): Promise<Message> {
  const { t, locale, today } = session;
  const totals: string[] = [];
  for (const [date, day] of days) {
    const total = t.receipt.dayTotal(day.length, await dayMinutes(session, date, day));
    totals.push(date === today ? total : `${longDate(date, locale)} · ${total}`);
  }
  const message = say(
    { kind: 'title', text: t.fieldMode.evening.saved(entries.length) },
    {
      kind: 'list',
      items: entries.map((entry) => [
        { bold: entry.number },
        [' ', clip(entry.what, 200), ...aside(entry)].join(''),
      ]),
    },
    { kind: 'fields', rows: [[t.field.received(), stamp(t, locale, session.now, session.zone)]] },
    ...totals,
    await forwardedTo(session),
  );
  return withButtons(message, [reportAgain(session)]);

  function aside(entry: EntryRow): string[] {
    const time = timeOf(t, locale, entry);
    const date = entry.localDate === today ? null : longDate(entry.localDate, locale);
    return [time, date].flatMap((text) => (text === null ? [] : [` · ${text}`]));
  }
}

function reportAgain({ t }: Session): Button {
  return { label: t.button.reportAgain(), action: encodeAction({ do: 'command', name: 'lapor' }) };
}

/** Who sees what was stored. */
async function forwardedTo({ services, person, t }: Session): Promise<Block> {
  const supervisor = person.supervisorId
    ? await first(services.store, personById({ id: person.supervisorId }))
    : null;
  const text = supervisor?.active ? t.receipt.sentTo(supervisor.name) : t.receipt.noSupervisor();
  return { kind: 'note', text };
}

/** A button that acts on a stored entry. */
export function entryButton(entry: string, op: EntryOp, label: string): Button {
  return { label, action: encodeAction({ do: 'entry', entry, op }) };
}
