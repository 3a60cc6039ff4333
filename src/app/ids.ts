import { randomFillSync } from 'node:crypto';

/** Bytes of chance that are drawn at once; each id takes ten of them. */
const pool = Buffer.alloc(4_000);
let used = pool.length;

/** A UUID version 7 (RFC 9562): sorted by the instant in its first 48 bits. */
export function uuidv7(now: number): string {
  if (used >= pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const chance = pool.toString('hex', used, used + 10);
  used += 10;
  const time = now.toString(16).padStart(12, '0');
  const variant = (8 + (Number.parseInt(chance[3]!, 16) & 3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-${variant}${chance.slice(4, 7)}-${chance.slice(7, 19)}`;
}
