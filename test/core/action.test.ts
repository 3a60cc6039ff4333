import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, decodeAction, encodeAction } from '../../src/core/action.ts';
import { ABSENCE_KINDS } from '../../src/core/model.ts';

const id = fc.uuid();
const revision = fc.integer({ min: 1, max: 9_999 });
const date = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    do: fc.constant('absent' as const),
    person: id,
    kind: fc.constantFrom(...ABSENCE_KINDS),
    from: date,
    until: fc.oneof(date, fc.integer({ min: 1, max: 999 })),
    op: fc.constantFrom('ask', 'save', 'undo'),
  }) as fc.Arbitrary<Action>,
  fc.record({ do: fc.constant('absences' as const), person: fc.option(id) }),
  fc.record({ do: fc.constant('dismiss' as const) }),
  fc.record({
    do: fc.constant('room' as const),
    room: fc.constantFrom('plan', 'cascade', 'evaluation', 'follow_up'),
    op: fc.constantFrom('open', 'agree', 'lock!', 'add_result'),
    id: fc.option(id),
    arg: fc.constantFrom('', '2026-Q1', '12', 'a:b'),
  }) as fc.Arbitrary<Action>,
  fc.record({
    do: fc.constant('answer' as const),
    draft: id,
    revision,
    question: fc.constantFrom('what', 'rhk', 'time', 'qty', 'proof', 'about', 'date', 'why'),
    value: fc.constantFrom('n1', 'n999', 'additional', 'none', 'day', '2026-11-23', 'no_signal'),
  }),
  fc.record({
    do: fc.constant('draft' as const),
    draft: id,
    revision,
    op: fc.constantFrom(
      'back',
      'skip',
      'done',
      'edit',
      'menu',
      'review',
      'confirm',
      'add',
      'replace',
      'cancel',
      'resume',
      'restart',
      'open',
    ),
    question: fc.constantFrom('', 'what', 'proof'),
  }) as fc.Arbitrary<Action>,
  fc.record({
    do: fc.constant('entry' as const),
    entry: id,
    op: fc.constantFrom('edit', 'withdraw', 'withdraw!', 'history', 'obstacle'),
  }) as fc.Arbitrary<Action>,
  fc.record({
    do: fc.constant('day' as const),
    person: id,
    date,
    op: fc.constantFrom('approve', 'return', 'feedback', 'evidence', 'history'),
  }) as fc.Arbitrary<Action>,
  fc.record({
    do: fc.constant('prompt' as const),
    date,
    op: fc.constantFrom('report', 'same', 'minutes', 'hour', 'work', 'cuti', 'sakit', 'dinas_luar'),
  }) as fc.Arbitrary<Action>,
  fc.record({
    do: fc.constant('drafts' as const),
    op: fc.constant('save' as const),
    state: fc.base64String({ minLength: 8, maxLength: 8 }).filter((text) => /^\w{8}$/.test(text)),
  }),
  fc.constant({ do: 'drafts' as const, op: 'new' as const }),
  fc.record({
    do: fc.constant('obstacle' as const),
    obstacle: id,
    op: fc.constantFrom('close' as const, 'keep' as const),
  }),
  fc.record({ do: fc.constant('template' as const), op: fc.constant('save' as const), date }),
  fc.record({
    do: fc.constant('template' as const),
    op: fc.constantFrom('use' as const, 'delete' as const),
    weekday: fc.integer({ min: 1, max: 7 }),
  }),
  fc.record({
    do: fc.constant('reminder' as const),
    level: fc.constantFrom('once' as const, 'normal' as const, 'more' as const),
  }),
  fc.record({ do: fc.constant('talk' as const), talk: id, op: fc.constant('reply' as const) }),
  fc.record({
    do: fc.constant('announcement' as const),
    announcement: id,
    op: fc.constantFrom(
      'read',
      'board',
      'refresh',
      'remind',
      'missing',
      'page',
      'edit',
      'cancel',
      'cancel!',
      'keep',
    ),
    number: fc.integer({ min: 0, max: 9_999 }),
  }) as fc.Arbitrary<Action>,
  fc.record({ do: fc.constant('absence' as const), absence: id, op: fc.constant('cancel' as const) }),
  fc.record({
    do: fc.constant('lateness' as const),
    lateness: id,
    op: fc.constantFrom('accept' as const, 'decline' as const),
  }),
);

describe('the text that a button carries', () => {
  it('fits into the 64 bytes that Telegram allows and reads back to the same action', () => {
    fc.assert(
      fc.property(action, (given) => {
        const text = encodeAction(given);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(64);
        expect(decodeAction(text)).toEqual(given);
      }),
    );
  });

  it('is refused, never half understood, when it is not ours', () => {
    for (const text of [
      '',
      'x',
      'a:b:c',
      'd:AAAAAAAAAAAAAAAAAAAAAA:1:explode:',
      'y:AAAAAAAAAAAAAAAAAAAAAA:gestern:approve',
      'c:rm -rf',
      'n:AAAAAAAAAAAAAAAAAAAAAA:0:2026-13-45:2026-11-24:save',
      'n:AAAAAAAAAAAAAAAAAAAAAA:0:2026-11-24:0:ask',
      'n:AAAAAAAAAAAAAAAAAAAAAA:9:2026-11-24:2026-11-24:save',
      'g:fr',
      'j:AAAAAAAAAAAAAAAAAAAAAA:maybe',
      'f:save:short',
      'w:use:8',
      'w:save:kemarin',
    ]) {
      expect(decodeAction(text)).toBeNull();
    }
    fc.assert(fc.property(fc.string(), (text) => void decodeAction(text)));
  });
});
