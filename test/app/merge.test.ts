import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderPages } from '../../adapters/slack/render.ts';
import { renderTexts } from '../../adapters/telegram/render.ts';
import { fits, merge } from '../../src/app/merge.ts';
import type { Rendered } from '../../src/app/rendered.ts';
import { say } from '../../src/core/message.ts';
import { anyMessage } from '../support/messages.ts';
import { plainText } from '../support/plain-text.ts';

const account = { id: 'a', personId: 'p', platform: 'telegram' as const, address: '1' };
const part = (change: Partial<Rendered> = {}): Rendered => ({
  ...{ account, message: say('x'), thread: null, edit: null, posting: null },
  ...change,
});
const talk = { kind: 'talk' as const, subject: 's', entryId: null };

it('whatever fits into one message is shown whole, within the limits of both platforms', () => {
  fc.assert(
    fc.property(fc.array(anyMessage, { minLength: 1, maxLength: 30 }), (messages) => {
      const parts: Rendered[] = [part({ message: messages[0] as Rendered['message'] })];
      for (const message of messages.slice(1))
        if (fits(parts, part({ message }))) parts.push(part({ message }));
      const { message } = merge(parts as [Rendered, ...Rendered[]]);
      const text = message.blocks.map(plainText).join('\n');
      for (const { message: one } of parts)
        for (const block of one.blocks.slice(1)) expect(text).toContain(plainText(block));
      expect(message.buttons.length).toBe(parts.reduce((n, one) => n + one.message.buttons.length, 0));
      for (const page of renderPages(message)) expect(page.blocks.length).toBeLessThanOrEqual(50);
      for (const page of renderTexts(message)) expect(page.text.length).toBeLessThanOrEqual(4096);
    }),
  );
});

it('a reply to a message is about the one remark in it, and about nothing where there are several', () => {
  expect(merge([part(), part({ posting: talk })]).posting).toEqual(talk);
  expect(merge([part({ posting: talk }), part({ posting: { ...talk, subject: 'u' } })]).posting).toBe(null);
});

it('what belongs to another conversation or thread, or changes a message, stays apart', () => {
  const elsewhere = { ...account, address: '2' };
  expect(fits([part()], part())).toBe(true);
  expect(fits([part()], part({ account: elsewhere }))).toBe(false);
  expect(fits([part({ thread: 'a' })], part())).toBe(true);
  expect(fits([part({ thread: 'a', conversation: true })], part())).toBe(false);
  expect(fits([part()], part({ edit: { id: 'e' } as Rendered['edit'] }))).toBe(false);
});
