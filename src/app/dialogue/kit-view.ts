import { shortDate } from '../../core/local-time.ts';
import { type Block, type Message, withButtons } from '../../core/message.ts';
import type { Locale } from '../../core/model.ts';
import { formatQuantity } from '../../core/quantity.ts';
import type { Texts } from '../../i18n/texts.ts';
import { clip } from '../entry-view.ts';
import type { Services } from '../services.ts';
import { dialogueButton } from './card-buttons.ts';
import type { Kit, KitResult } from './kit.ts';
import { type Meeting, type Reader, whenText } from './meeting.ts';

/** How much of each section is shown, and how long a text may be; the first that fits one message is taken. */
const SIZES = [
  { items: 8, text: 160 },
  { items: 6, text: 110 },
  { items: 5, text: 80 },
  { items: 4, text: 60 },
  { items: 3, text: 50 },
  { items: 2, text: 40 },
] as const;
const ALL = { items: Number.POSITIVE_INFINITY, text: 2_000 };

type Size = { items: number; text: number };

/**
 * What both sides read before a dialogue: the same for both but for the language, in one message on every platform.
 *
 * What is left out is counted; `full` leaves nothing out and may take several messages.
 */
export function kitMessage(
  services: Pick<Services, 'store' | 'agency' | 'now' | 'pages'>,
  reader: Reader,
  meeting: Meeting,
  kit: Kit,
  full = false,
): Message {
  const make = (size: Size, shortened: boolean) => page(services, reader, meeting, kit, size, shortened);
  if (full) return make(ALL, false);
  const whole = make(ALL, false);
  const fits = (message: Message) =>
    services.pages('telegram', message) <= 1 && services.pages('slack', message) <= 1;
  if (fits(whole)) return whole;
  const sizes = SIZES.map((size) => make(size, true));
  return sizes.find(fits) ?? sizes.at(-1)!;
}

function page(
  services: Pick<Services, 'store' | 'agency' | 'now'>,
  { t, locale }: Reader,
  meeting: Meeting,
  kit: Kit,
  size: Size,
  shortened: boolean,
): Message {
  const { row, employee, leader } = meeting;
  const texts = t.dialogue.kit;
  const short = (date: string) => shortDate(date, locale, kit.to);
  const rest = (all: readonly unknown[]): Block[] =>
    all.length > size.items ? [{ kind: 'note', text: texts.more(all.length - size.items) }] : [];
  const section = (title: string, items: readonly string[]): Block[] =>
    items.length === 0
      ? []
      : [
          bold(title),
          { kind: 'list', items: items.slice(0, size.items).map((text) => [clip(text, size.text)]) },
          ...rest(items),
        ];
  const blocks: Block[] = [
    { kind: 'title', text: texts.title(t.dialogue.kind(row.kind)) },
    line(texts.between(employee.name, leader.name)),
    // Said in the employee's zone and the leader's, whoever reads it.
    line(whenText({ services, person: employee, t, locale }, leader, row.startsAt)),
    line(texts.since(short(kit.from), short(kit.to), kit.sinceDialogue)),
    bold(texts.results()),
    ...(kit.hasPlan ? [] : [line(texts.noPlan())]),
    ...kit.results.slice(0, size.items).flatMap((result) => resultBlocks(t, locale, result, kit.to, size)),
    ...rest(kit.results),
    ...section(
      texts.obstacles(kit.obstacles.length),
      kit.obstacles.map(({ text, openedOn }) =>
        t.fieldMode.obstacle.since(clip(text, size.text - 20), short(openedOn)),
      ),
    ),
    ...section(
      texts.feedback(kit.feedback.length),
      kit.feedback
        .toReversed()
        .map(({ date, author, text, returned }) =>
          texts.said(short(date), author, returned ? texts.returned(text) : text),
        ),
    ),
    ...section(
      texts.commitments(kit.commitments.length),
      kit.commitments.map(({ owner, what, dueOn }) =>
        t.dialogue.commitment.of(owner, t.dialogue.commitment.line(clip(what, size.text - 40), short(dueOn))),
      ),
    ),
    ...section(
      texts.expectations(),
      kit.expectations.map(({ behaviour, text }) => `${t.plan.behaviour[behaviour].name}: ${text}`),
    ),
    { kind: 'note', text: shortened ? texts.shortened() : texts.same() },
  ];
  const open = row.status === 'proposed' || row.status === 'agreed';
  return withButtons({ blocks, buttons: [], files: [] }, [
    ...(open ? [dialogueButton('prepare', t.dialogue.button.prepare(), row.id)] : []),
    ...(shortened ? [dialogueButton('kitmore', texts.readMore(), row.id)] : []),
  ]);
}

/** One line for what was to be done and what was done: a bullet in the page. */
function resultBlocks(t: Texts, locale: Locale, result: KitResult, today: string, size: Size): Block[] {
  const { named, additional, indicators, count, minutes, quantities, evidence, lastDate } = result;
  const texts = t.dialogue.kit;
  const name = named
    ? t.workResult.named(named.number, clip(named.title, size.text))
    : additional
      ? t.workResult.additional()
      : t.workResult.none();
  const targets = indicators
    .slice(0, size.items)
    .map(({ title, target, unit }) =>
      [clip(title, size.text / 2), clip([target, unit].filter(Boolean).join(' '), size.text / 2)]
        .filter((part) => part !== '')
        .join(': '),
    );
  const more = indicators.length - targets.length;
  const amounts =
    count === 0
      ? texts.idle()
      : [
          t.recap.line(count, t.duration(minutes)),
          ...quantities.slice(0, size.items).map((q) => formatQuantity(q.milli, q.unit, locale)),
          ...(evidence > 0 ? [t.recap.evidence(evidence)] : []),
          ...(lastDate === null ? [] : [t.recap.last(shortDate(lastDate, locale, today))]),
        ].join(' · ');
  const target =
    targets.length === 0 ? [] : [[...targets, ...(more > 0 ? [texts.more(more)] : [])].join('; ')];
  return [line(name), { kind: 'list', items: [...target.map((text) => [texts.target(text)]), [amounts]] }];
}

const line = (text: string): Block => ({ kind: 'line', parts: [text] });
const bold = (text: string): Block => ({ kind: 'line', parts: [{ bold: text }] });
