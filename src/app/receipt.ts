import type { DraftRow } from '../../db/queries/drafts.ts';
import type { EntryRow } from '../../db/queries/entries.ts';
import { personById } from '../../db/queries/people.ts';
import { first } from '../../db/store.ts';
import { type EntryOp, encodeAction } from '../core/action.ts';
import { longDate } from '../core/local-time.ts';
import { type Button, type Message, say, withButtons } from '../core/message.ts';
import { minutesOf } from '../core/time-span.ts';
import { itemsOf } from './activity-draft.ts';
import { entryRows, stamp } from './entry-view.ts';
import type { Session } from './session.ts';

/** A work result of the plan, as far as a receipt shows it. */
export type PlannedResult = { id: string; number: number; title: string };

/** The receipt (bukti lapor): number, what was stored, when it was received and in which zone. */
export async function receipt(
  session: Session,
  entry: EntryRow,
  draft: DraftRow,
  title: string,
  day: EntryRow[],
  workResults: PlannedResult[],
): Promise<Message> {
  const { services, person, t, locale } = session;
  const titles = new Map(workResults.map((r) => [r.id, r]));
  const supervisor = person.supervisorId
    ? await first(services.store, personById({ id: person.supervisorId }))
    : null;
  const minutes = day.reduce((sum, e) => sum + minutesOf(e), 0);
  const message = say(
    { kind: 'title', text: title },
    {
      kind: 'fields',
      rows: [
        ...entryRows(t, locale, entry, titles, itemsOf(draft.answers)),
        ...(entry.localDate === session.today
          ? []
          : [[t.field.date(), longDate(entry.localDate, locale)] as [string, string]]),
        [t.field.received(), stamp(t, locale, session.now, session.zone)],
      ],
    },
    t.receipt.dayTotal(day.length, minutes > 0 ? t.duration(minutes) : null),
    { kind: 'note', text: supervisor ? t.receipt.sentTo(supervisor.name) : t.receipt.noSupervisor() },
  );
  return withButtons(
    message,
    [
      { label: t.button.reportAgain(), action: encodeAction({ do: 'command', name: 'lapor' }) },
      entryButton(entry.id, 'edit', t.button.edit()),
      entryButton(entry.id, 'withdraw', t.button.withdraw()),
    ],
    entry.revision > 1 ? [entryButton(entry.id, 'history', t.button.history())] : [],
  );
}

/** A button that acts on a stored entry. */
export function entryButton(entry: string, op: EntryOp, label: string): Button {
  return { label, action: encodeAction({ do: 'entry', entry, op }) };
}
