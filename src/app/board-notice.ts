import type { AnnouncementRow } from '../../db/queries/announcements.ts';
import type { Statement } from '../../db/store.ts';
import { refreshSoon } from './notices.ts';

/** Milliseconds within which a board shows what has happened; more often it is not rewritten. */
export const BOARD_MS = 10_000;

/** The notice that shows an announcement's board. */
export const boardKey = ({ id, authorId }: Pick<AnnouncementRow, 'id' | 'authorId'>) =>
  `board:${id}:${authorId}`;

/** Wants the board of an announcement to be brought up to date in its author's conversation. */
export function refreshBoard(
  announcement: Pick<AnnouncementRow, 'id' | 'authorId'>,
  now: number,
  withinMs = BOARD_MS,
): Statement {
  const { id, authorId } = announcement;
  return refreshSoon('board', boardKey(announcement), authorId, { announcementId: id }, now, withinMs);
}
