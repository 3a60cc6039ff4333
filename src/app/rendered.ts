import type { OutboxRow } from '../../db/queries/outbox.ts';
import { type AccountRow, accountsOf, type PersonRow, personById } from '../../db/queries/people.ts';
import type { PostingRow } from '../../db/queries/talks.ts';
import { first } from '../../db/store.ts';
import type { Message } from '../core/message.ts';
import type { Platform } from '../core/model.ts';
import type { NoticeKind, NoticePayloads } from './notices.ts';
import type { Services } from './services.ts';

/** A notice ready to leave. */
export interface Rendered {
  account: { id: string | null; personId: string | null; platform: Platform; address: string };
  message: Message;
  /** The message to answer in a thread to. */
  thread: string | null;
  /** The message to change instead of sending a new one. */
  edit: PostingRow | null;
  /** What a reply to it will be about. */
  posting: Pick<PostingRow, 'kind' | 'subject' | 'entryId'> | null;
  /** Part of a conversation that the recipient takes part in: it is not counted, and stays in its thread. */
  conversation?: boolean;
}

/** Why a notice does not leave: not wanted any more, or its recipient is out of reach until they come back. */
export interface NotRendered {
  skip: string;
  waits: boolean;
}

/** A notice that is wanted, but not before an instant (ms UTC), such as the end of quiet hours. */
export interface Held {
  holdUntil: number;
  reason: string;
}

/** What became of a notice at the moment of sending. */
export type RenderResult = Rendered | NotRendered | Held;

/** Whether a notice stays here, for now or for good. */
export const isKept = (result: RenderResult): result is NotRendered | Held => !('message' in result);

/** Turns one kind of notice into a message. */
export type Renderer<K extends NoticeKind> = (
  services: Services,
  row: OutboxRow,
  payload: NoticePayloads[K],
) => Promise<RenderResult>;

/** A notice that is not wanted any more. */
export const skip = (reason: string): NotRendered => ({ skip: reason, waits: false });

/** A new message without a thread that nobody can reply to in a way of its own. */
export function plain(account: Rendered['account'], message: Message): Rendered {
  return { account, message, thread: null, edit: null, posting: null };
}

/** A person, or null. */
export async function personOf(services: Services, id: string | null): Promise<PersonRow | null> {
  return id === null ? null : first(services.store, personById({ id }));
}

/** Employees are reached in Telegram first, supervisors and HR in Slack first; either platform serves every role. */
export async function accountFor(
  services: Services,
  person: PersonRow,
  role: 'employee' | 'supervisor',
): Promise<AccountRow | NotRendered> {
  const accounts = await services.store.all(accountsOf({ personId: person.id }));
  return bestAccount(accounts, role);
}

/** The account among those of one person that a notice goes to, or why it has to wait. */
export function bestAccount(
  accounts: readonly AccountRow[],
  role: 'employee' | 'supervisor',
): AccountRow | NotRendered {
  const order: Platform[] =
    role === 'employee' ? ['telegram', 'slack', 'playground'] : ['slack', 'telegram', 'playground'];
  const reachable = accounts.filter((a) => a.reachable);
  const best = order.flatMap((platform) => reachable.filter((a) => a.platform === platform))[0];
  return best ?? { skip: accounts.length === 0 ? 'not_linked' : 'unreachable', waits: true };
}
