import { plainText, renderPages } from '../adapters/slack/render.ts';
import { fromSlack } from '../adapters/slack/text.ts';
import { renderTexts } from '../adapters/telegram/render.ts';
import type { Message } from './core/message.ts';
import type { Platform } from './core/model.ts';

/** The messages that a platform makes of one, as plain texts. */
export function messagePages(platform: Platform, message: Message): string[] {
  switch (platform) {
    case 'telegram':
      return renderTexts(message).map((page) => page.text);
    case 'slack':
      return renderPages(message).map((page) => fromSlack(page.text));
    case 'playground':
      return [message.blocks.map(plainText).join('\n')];
  }
}
