import { describe, expect, it } from 'vitest';
import { oncePerMessage } from '../../src/app/once.ts';
import type { Session } from '../../src/app/session.ts';

describe('what is read once for a message', () => {
  const message = () => ({}) as Session;

  it('is read again for another message, and for something else', async () => {
    const read: string[] = [];
    const once = oncePerMessage(async (_session, about) => read.push(about));
    const [first, second] = [message(), message()];
    expect(await Promise.all([once(first, 'a'), once(first, 'a'), once(first, 'b')])).toEqual([1, 1, 2]);
    expect(await once(first, 'a')).toBe(1);
    expect(await once(second, 'a')).toBe(3);
    expect(read).toEqual(['a', 'b', 'a']);
  });
});
