import { encodeAction } from '../core/action.ts';
import { longDate } from '../core/local-time.ts';
import { type Message, say, withButtons } from '../core/message.ts';
import type { Locale } from '../core/model.ts';
import type { Texts } from '../i18n/texts.ts';
import { ONE_TAP } from './absence.ts';

/** The question to report, with everything that answers it in one tap. */
export function promptMessage(t: Texts, locale: Locale, name: string, date: string): Message {
  const op = (label: string, what: 'report' | 'same' | (typeof ONE_TAP)[number]) => ({
    label,
    action: encodeAction({ do: 'prompt', date, op: what }),
  });
  return withButtons(
    say(t.prompt.title(name), t.prompt.body(longDate(date, locale)), {
      kind: 'quote',
      text: t.prompt.example(),
    }),
    [{ ...op(t.button.reportNow(), 'report'), style: 'primary' }],
    [op(t.button.sameAsYesterday(), 'same')],
    ONE_TAP.map((kind) => op(t.button.absence(kind), kind)),
  );
}
