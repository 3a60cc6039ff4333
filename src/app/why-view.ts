import type { PromptRow } from '../../db/queries/calendar.ts';
import type { AbsenceKind } from '../core/model.ts';
import { readReason } from '../core/prompt-decision.ts';
import type { Texts } from '../i18n/texts.ts';

/** A prompt that arrived later than this (ms) is said to have come late. */
const LATE_MS = 5 * 60_000;
/** What was found out about the day just before sending; everything else is a failure to deliver. */
const CALLED_OFF = new Set(['reported', 'absent', 'holiday', 'weekend', 'off_duty', 'closed', 'inactive']);

/** What was decided about a person at a slot, and what became of it, without its time. */
export function promptSentence(t: Texts, row: PromptRow, now: number, clock: (at: number) => string): string {
  const w = t.prompts.why;
  const { outcome, reason, settled, settledAt } = row;
  const slotAt = row.slotAt ?? row.at;
  if (outcome === 'skipped') return w.skipped(reasonText(t, reason ?? ''));
  const wish = reason === 'snoozed_by_person';
  if (settled === null) return wish && slotAt > now ? w.planned() : w.waiting();
  if (settled === 'sent') {
    const late = settledAt !== null && settledAt - slotAt > LATE_MS;
    return late ? w.promptedLater(wish, clock(settledAt)) : w.prompted(wish);
  }
  const { code } = readReason(settled);
  const why = code === 'too_late' ? w.reason.late_to_send() : reasonText(t, settled);
  return CALLED_OFF.has(code) ? w.dropped(why) : w.failed(why);
}

/** What became of a supervisor's list of a date. */
export function digestSentence(t: Texts, row: PromptRow, date: string, when: (at: number) => string): string {
  const { digest } = t.prompts.why;
  if (row.outcome === 'skipped')
    return row.reason === 'not_linked' ? digest.not_linked(date) : digest.none(date);
  if (row.settled === null) return digest.waiting(date);
  return row.settled === 'sent' ? digest.sent(date, when(row.settledAt ?? row.at)) : digest.failed(date);
}

function reasonText(t: Texts, stored: string): string {
  const texts = t.prompts.why.reason;
  const { code, detail } = readReason(stored);
  if (code === 'absent') return texts.absent(detail && t.team.absent(detail as AbsenceKind));
  if (code === 'holiday') return texts.holiday(detail ?? '');
  const plain = code as Exclude<keyof typeof texts, 'absent' | 'holiday'>;
  return (texts[plain] ?? texts.unknown)();
}
