import type { AnnouncementRow } from '../../db/queries/announcements.ts';
import type { Statement } from '../../db/store.ts';
import { refreshSoon } from './notices.ts';

/** Milliseconds within which a board shows what has happened; more often it is not rewritten. */
export const BOARD_MS = 10_000;

/** Wants the board of an announcement to be brought up to date in its author's conversation. */
export function refreshBoard(
  { id, authorId }: Pick<AnnouncementRow, 'id' | 'authorId'>,
  now: number,
  withinMs = BOARD_MS,
): Statement {
  return refreshSoon('board', `board:${id}:${authorId}`, authorId, { announcementId: id }, now, withinMs);
}
