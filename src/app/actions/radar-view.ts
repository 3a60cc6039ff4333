import { encodeAction } from '../../core/action.ts';
import type { QuietResult } from '../../core/actions/radar.ts';
import { daysUntil } from '../../core/countdown.ts';
import { shortDate } from '../../core/local-time.ts';
import { type Block, type Button, type Message, say } from '../../core/message.ts';
import type { Locale } from '../../core/model.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Watch } from './radar-facts.ts';
import { actionsButton } from './view.ts';

/** Whoever the radar is shown to: their language and day. */
interface Reader {
  t: Texts;
  locale: Locale;
  today: string;
}

/** `Belum ada kegiatan atau bukti selama 15 hari kerja (terakhir 2 Nov).` */
export function quietSentence({ t, locale, today }: Reader, quiet: QuietResult): string {
  const last = quiet.lastOn === null ? null : shortDate(quiet.lastOn, locale, today);
  return t.actions.radar.quiet(quiet.workingDays, last);
}

/** The same with the number of the work result. */
export function quietLine(reader: Reader, quiet: QuietResult): string {
  return reader.t.actions.radar.of(quiet.number, quietSentence(reader, quiet));
}

/** A work result that has been quiet, with its title. */
export function quietBlocks(reader: Reader, quiet: QuietResult): Block[] {
  const { t } = reader;
  return [
    { kind: 'line', parts: [{ bold: t.workResult.named(quiet.number, quiet.title) }] },
    { kind: 'line', parts: [quietSentence(reader, quiet)] },
  ];
}

/** When the period closes: `Triwulan IV 2026 berakhir 38 hari lagi.` */
export function closingText({ t }: Reader, { period, today }: Pick<Watch, 'period' | 'today'>): string {
  return t.actions.radar.closes(t.period(period.text), daysUntil(period.to, today));
}

/** What can be done about a quiet work result: report, talk about it with the supervisor, or say that nothing is needed. */
export function radarButtons(
  t: Texts,
  { id, number }: Pick<QuietResult, 'id' | 'number'>,
  period: string,
  named: boolean,
): Button[] {
  const label = (text: string) => (named ? `${t.workResult.short(number)} · ${text}` : text);
  return [
    actionsButton(label(t.actions.radar.report()), 'report', id),
    {
      label: label(t.actions.radar.talk()),
      action: encodeAction({ do: 'room', room: 'dialogue', op: 'radar', id, arg: '' }),
    },
    actionsButton(label(t.actions.radar.notNeeded()), 'pause', id, period),
  ];
}

/**
 * The team by name, for its supervisor alone; never in an order of merit. Only what its owner has been told about is
 * shown, so that the employee knows it first.
 */
export function teamMessage({ t, locale }: Reader, team: readonly Watch[]): Message {
  const items = team.flatMap(({ person, quiet, told, today }) =>
    quiet
      .filter((one) => told.get(one.id) === one.quietFrom)
      .map((one) => [{ bold: person.name }, `, ${quietLine({ t, locale, today }, one)}`]),
  );
  return say(
    { kind: 'title', text: t.actions.radar.teamTitle() },
    items.length > 0 ? { kind: 'list', items } : t.actions.radar.teamActive(),
    { kind: 'note', text: t.actions.radar.teamPrivate() },
  );
}
