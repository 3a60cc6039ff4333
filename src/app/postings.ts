import { insertPosting, type PostingRow } from '../../db/queries/talks.ts';
import type { Statement } from '../../db/store.ts';
import type { Services } from './services.ts';

/** Remembers each page of a message that has arrived, so that a reply to any of them finds what it is about. */
export function insertPostings(
  { now, newId }: Pick<Services, 'now' | 'newId'>,
  messageIds: readonly string[],
  posting: Omit<PostingRow, 'id' | 'messageId' | 'at'>,
): Statement[] {
  const at = now();
  // The first page is the oldest: later remarks are threaded under it.
  return messageIds
    .filter((messageId) => messageId !== '')
    .map((messageId, page) => insertPosting({ ...posting, id: newId(), messageId, at: at + page }));
}
