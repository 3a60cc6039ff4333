import fc from 'fast-check';
import type { Block, Inline, Message } from '../../src/core/message.ts';

const text = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    '*_[x](y)_*',
    '<b>&amp;</b>',
    '<!channel>',
    '👨‍👩‍👧 keluarga',
    '=1+1',
    'מימין',
    '`code`',
    'a\nb',
  ),
  fc.integer({ min: 100, max: 2000 }).map((n) => 'kata '.repeat(Math.ceil(n / 5)).slice(0, n)),
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  text,
  text.map((bold) => ({ bold })),
  text.map((italic) => ({ italic })),
  text.map((code) => ({ code })),
  fc.constant({ link: 'bukti', url: 'https://drive.go.id/a?b=1&c=2' }),
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts): Block => ({ kind: 'line', parts })),
  text.map((t): Block => ({ kind: 'title', text: t || 'x' })),
  text.map((t): Block => ({ kind: 'note', text: t || 'x' })),
  text.map((t): Block => ({ kind: 'quote', text: t || 'x' })),
  fc.constant<Block>({ kind: 'gap' }),
  fc
    .array(fc.tuple(text, inline), { minLength: 1, maxLength: 30 })
    .map((rows): Block => ({ kind: 'fields', rows })),
  fc
    .array(fc.array(inline, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 40 })
    .map((items): Block => ({ kind: 'list', items })),
);

/** Any neutral message: long, short, and full of what some platform would take for markup. */
export const anyMessage: fc.Arbitrary<Message> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 25 }), fc.integer({ min: 0, max: 6 }))
  .map(([blocks, rows]) => ({
    blocks,
    buttons: Array.from({ length: rows }, (_, i) => [{ label: `Tombol ${i}`, action: `c:x${i}` }]),
    files: [],
  }));
