import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderKeyboard, renderTexts } from '../../../adapters/telegram/render.ts';
import { say, withButtons } from '../../../src/core/message.ts';
import { anyMessage } from '../../support/messages.ts';

describe('a message in Telegram', () => {
  it('keeps the limits of the Bot API, whatever it says', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        for (const { text, entities } of renderTexts(message)) {
          expect([...text].length).toBeLessThanOrEqual(4096);
          expect(text.trim()).not.toBe('');
          expect(entities.length).toBeLessThanOrEqual(100);
          for (const { offset, length } of entities) {
            expect(length).toBeGreaterThan(0);
            expect(offset + length).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('marks with entities exactly what is bold, and leaves what people typed alone', () => {
    const [page] = renderTexts(say({ kind: 'fields', rows: [['Kegiatan 👍', '*bukan tebal* <b>x</b>']] }));
    expect(page).toEqual({
      text: 'Kegiatan 👍: *bukan tebal* <b>x</b>',
      entities: [{ type: 'bold', offset: 0, length: 'Kegiatan 👍: '.length }],
    });
  });

  it('has no keyboard without buttons', () => {
    expect(renderKeyboard([])).toBeUndefined();
    const { buttons } = withButtons(say('x'), [{ label: 'Simpan', action: 'c:x' }], []);
    expect(renderKeyboard(buttons)).toEqual({
      inline_keyboard: [[{ text: 'Simpan', callback_data: 'c:x' }]],
    });
  });
});
