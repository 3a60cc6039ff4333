import { type AnnouncementOp, encodeAction } from '../core/action.ts';
import type { RoundKind } from '../core/announcement.ts';
import { daysUntil } from '../core/countdown.ts';
import { clockTime, localDate, localMinute, longDate, zoneName } from '../core/local-time.ts';
import { type Block, type Button, type Message, withButtons } from '../core/message.ts';
import type { Locale } from '../core/model.ts';
import type { Texts } from '../i18n/texts.ts';

/** What recipients are told. */
export interface Announced {
  id: string;
  body: string;
  deadline: string | null;
}

/** An announcement as its recipients see it; `readAt` says, in words, when they marked it as read. */
export function announcementMessage(
  t: Texts,
  locale: Locale,
  { id, body, deadline }: Announced,
  { kind, today, readAt }: { kind: RoundKind; today: string; readAt: string | null },
): Message {
  const texts = t.announcement.message;
  const blocks: Block[] = [
    { kind: 'title', text: texts.title(kind) },
    ...body
      .split('\n')
      .map((line): Block => (line.trim() === '' ? { kind: 'gap' } : { kind: 'line', parts: [line] })),
  ];
  if (deadline !== null) {
    const text = texts.deadline(longDate(deadline, locale), daysUntil(deadline, today));
    blocks.push({ kind: 'line', parts: [{ bold: text }] });
  }
  if (readAt !== null) blocks.push({ kind: 'note', text: texts.thanks(readAt) });
  const message: Message = { blocks, buttons: [], files: [] };
  if (readAt !== null) return message;
  return withButtons(message, [{ ...announcementButton(id)('read', texts.read()), style: 'primary' }]);
}

/** Makes buttons that act on an announcement. */
export function announcementButton(id: string) {
  return (op: AnnouncementOp, label: string, number = 0): Button => ({
    label,
    action: encodeAction({ do: 'announcement', announcement: id, op, number }),
  });
}

/** A moment in words, with its zone. */
export function stamp(t: Texts, locale: Locale, at: number, zone: string): string {
  return t.receipt.stamp(
    longDate(localDate(at, zone), locale),
    clockTime(localMinute(at, zone), locale),
    zoneName(zone, at),
  );
}
