import { settlePrompt } from '../../db/queries/calendar.ts';
import type { OutboxRow } from '../../db/queries/outbox.ts';
import { settleDigest } from '../../db/queries/prompts.ts';
import { recipientId, settleRecipient } from '../../db/queries/recipients.ts';
import type { Statement } from '../../db/store.ts';
import { earliestListed } from './digest-plan.ts';
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

const announcement: Settle<'announcement'> = ({ personId }, { roundId }, { status, reason, now }) =>
  personId === null
    ? []
    : [settleRecipient({ id: recipientId(roundId, personId), ...outcomeOf(status, reason), now })];

/** What the end of a notice means for the report of an announcement. */
function outcomeOf(status: Ending['status'], reason: string | null) {
  if (status === 'sent') return { outcome: 'delivered' as const, reason: null };
  if (status === 'skipped') return { outcome: 'skipped' as const, reason };
  if (reason === 'unreachable' || reason === 'not_linked') return { outcome: reason, reason: null } as const;
  return { outcome: 'failed' as const, reason };
}

/** A digest is updated after it was sent; only its first end is told. */
const digest: Settle<'digest'> = ({ personId }, { at }, { status, reason, now }) =>
  personId === null ? [] : [settleDigest(personId, earliestListed(at), at, reason ?? status, now)];

const endings = { prompt, announcement, digest };

/** What has to be remembered about the end of a notice besides its row in the outbox. */
export function settledWrites(row: OutboxRow, ending: Ending): Statement[] {
  const settle = endings[row.kind as keyof typeof endings] as Settle<NoticeKind> | undefined;
  return settle ? settle(row, row.payload as never, ending) : [];
}
