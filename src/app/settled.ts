import { settlePrompt } from '../../db/queries/calendar.ts';
import type { OutboxRow } from '../../db/queries/outbox.ts';
import type { Statement } from '../../db/store.ts';
import type { NoticeKind, NoticePayloads } from './notices.ts';

/** How a notice ended. */
export interface Ending {
  status: OutboxRow['status'];
  /** Why it was not sent. */
  reason: string | null;
  now: number;
}

type Settle<K extends NoticeKind> = (
  row: OutboxRow,
  payload: NoticePayloads[K],
  ending: Ending,
) => Statement[];

const prompt: Settle<'prompt'> = ({ personId }, { date, slot }, { status, reason, now }) =>
  personId === null ? [] : [settlePrompt(personId, date, slot, reason ?? status, now)];

const endings = { prompt };

/** What has to be remembered about the end of a notice besides its row in the outbox. */
export function settledWrites(row: OutboxRow, ending: Ending): Statement[] {
  const settle = endings[row.kind as keyof typeof endings] as Settle<NoticeKind> | undefined;
  return settle ? settle(row, row.payload as never, ending) : [];
}
