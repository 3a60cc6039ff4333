import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersIn, renderModal } from '../../../adapters/slack/modal.ts';
import { renderPages } from '../../../adapters/slack/render.ts';
import { say } from '../../../src/core/message.ts';
import { anyMessage } from '../../support/messages.ts';

describe('a message in Slack', () => {
  it('keeps the limits of Block Kit, whatever it says', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        for (const { text, blocks } of renderPages(message)) {
          expect([...text].length).toBeLessThanOrEqual(4000);
          expect(blocks.length).toBeLessThanOrEqual(50);
          for (const block of blocks) {
            if (block.type === 'header') expect([...block.text.text].length).toBeLessThanOrEqual(150);
            if (block.type === 'rich_text') expect(block.elements.length).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never lets what people typed become a mention or a link', () => {
    const [page] = renderPages(say('<!channel> <@U123> &amp; *tebal*'));
    expect(page?.text).toBe('&lt;!channel&gt; &lt;@U123&gt; &amp;amp; *tebal*');
    expect(page?.blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [{ type: 'text', text: '<!channel> <@U123> &amp; *tebal*' }],
          },
        ],
      },
    ]);
  });
});

describe('a form in Slack', () => {
  it('has no placeholder where there is nothing to say, which Slack would refuse', () => {
    const input = { kind: 'text' as const, multiline: false, placeholder: '' };
    const field = { id: 'who', label: 'Siapa?', hint: null, optional: false, input, initial: null };
    const texts = { title: 'x', submit: 'x', close: 'x', token: 'id:1', fallback: say('x') };
    expect(renderModal({ ...texts, fields: [field] }).blocks[0]).not.toHaveProperty('element.placeholder');
  });

  it('has one input for each question, filled with what is answered, within all limits', () => {
    const option = { value: 'n1', label: 'RHK 1. '.padEnd(200, 'x'), short: 'RHK 1' };
    const view = renderModal({
      title: 'Judul yang jauh lebih panjang dari batas',
      submit: 'Periksa',
      close: 'Batal',
      token: 'id:1',
      fallback: say('x'),
      fields: [
        {
          id: 'what',
          label: 'Apa?',
          hint: 'Singkat',
          optional: false,
          input: { kind: 'text', multiline: true, placeholder: 'x' },
          initial: 'Rapat',
        },
        {
          id: 'rhk',
          label: 'RHK?',
          hint: null,
          optional: false,
          input: { kind: 'choice', options: [option] },
          initial: 'n1',
        },
        {
          id: 'proof',
          label: 'Bukti?',
          hint: null,
          optional: true,
          input: { kind: 'files', count: 0, linkLabel: 'Tautan', linkPlaceholder: 'https://' },
          initial: null,
        },
      ],
    });
    expect([...view.title.text].length).toBeLessThanOrEqual(24);
    expect(view.blocks.map((b) => b.block_id)).toEqual(['what', 'rhk', 'proof', 'proof.link']);
    expect(JSON.stringify(view)).toContain('"initial_value":"Rapat"');
    expect(JSON.stringify(view.blocks[1])).toContain(
      `"initial_option":{"text":{"type":"plain_text","text":"${'RHK 1. '.padEnd(74, 'x')}…"`,
    );
  });

  it('gives back answers by question, files and links of one question together', () => {
    const answers = answersIn({
      what: { value: { value: ' Rapat ' } },
      time: { value: { value: null } },
      rhk: { value: { selected_option: { value: 'n1' } } },
      proof: { value: { files: [{ id: 'F1', name: 'a.pdf', mimetype: 'application/pdf', size: 10 }] } },
      'proof.link': { value: { value: 'https://x.go.id' } },
    });
    expect(answers).toEqual({
      what: [{ text: 'Rapat' }],
      time: [],
      rhk: [{ choice: 'n1' }],
      proof: [
        { file: { kind: 'document', name: 'a.pdf', mime: 'application/pdf', size: 10, ref: 'F1' } },
        { text: 'https://x.go.id' },
      ],
    });
  });
});
