import { asText, type Json } from '../../shared/values.ts';
import { broken } from '../errors.ts';
import type { World } from '../world.ts';

/** Gives one page of a list, with the cursor of the next one; `most` is the largest page. */
export function readPage<T>(
  world: World,
  args: Json,
  all: T[],
  most: number,
): { items: T[]; response_metadata: { next_cursor: string }; has_more: boolean } {
  const cursor = asText(args.cursor);
  const start = cursor ? Number(/^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1]) : 0;
  if (Number.isNaN(start)) throw broken(world.recorder, 'invalid_cursor', cursor);
  const limit = args.limit === undefined ? most : Number(args.limit);
  if (!(limit >= 1 && limit <= 1000))
    throw broken(world.recorder, 'invalid_limit', `limit ${String(args.limit)}`);
  const end = start + Math.min(limit, most);
  const next = end < all.length ? Buffer.from(`next:${end}`).toString('base64') : '';
  return { items: all.slice(start, end), response_metadata: { next_cursor: next }, has_more: next !== '' };
}
