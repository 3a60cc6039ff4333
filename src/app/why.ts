import { type PromptRow, promptsOn } from '../../db/queries/calendar.ts';
import { groupBy } from '../core/group.ts';
import {
  addDays,
  clockTime,
  datesBetween,
  localDate,
  localMinute,
  shortDate,
  weekday,
  weekdayName,
} from '../core/local-time.ts';
import { type Block, type Inline, say } from '../core/message.ts';
import { parsePeriod } from '../core/period.ts';
import { isExpectedToReport } from '../core/permissions.ts';
import { answered, type Outcome } from './outcome.ts';
import type { Session } from './session.ts';
import { digestSentence, promptSentence } from './why-view.ts';

/** Days that are explained when no date is given, today included. */
const DAYS = 7;

/**
 * Explains each prompt and each silence of the last days, or of one date, in a sentence.
 *
 * Only what was stored when it was decided and sent is told; a date without a record is said to have none.
 */
export async function why(session: Session, args: string): Promise<Outcome> {
  const { services, person, t, locale, today, zone } = session;
  const given = args.replace(/[?\s]+$/, '');
  const asked = given === '' ? null : parsePeriod(given, today);
  if (given !== '' && (!asked || asked.from !== asked.to)) return answered(say(t.prompts.why.badDate()));
  if (asked && asked.from > today) return answered(say(t.prompts.why.future()));
  const from = asked?.from ?? addDays(today, 1 - DAYS);
  const to = asked?.to ?? today;
  const rows = await services.store.all(promptsOn([person.id], from, to));
  const byDate = groupBy(
    rows.filter((row) => row.slot !== 'digest'),
    (row) => row.localDate,
  );
  const day = (date: string) => `${weekdayName(weekday(date), locale)}, ${shortDate(date, locale, today)}`;
  const clock = (at: number) => clockTime(localMinute(at, zone), locale);
  const blocks: Block[] = [];
  if (isExpectedToReport(person)) {
    blocks.push({ kind: 'title', text: t.prompts.why.title() });
    const dates = datesBetween(from, to).reverse();
    const told = dates.filter((date) => asked || date === today || byDate.has(date));
    for (const date of told) {
      blocks.push({ kind: 'line', parts: [{ bold: day(date) }] });
      const items = sentences(session, byDate.get(date) ?? [], date, clock);
      blocks.push({ kind: 'list', items });
    }
    const silent = dates.filter((date) => !told.includes(date)).map((date) => shortDate(date, locale, today));
    if (silent.length > 0) blocks.push({ kind: 'note', text: t.prompts.why.noRecordOf(silent.join(', ')) });
  }
  const digests = rows.filter((row) => row.slot === 'digest').reverse();
  if (digests.length > 0 || blocks.length === 0) {
    blocks.push({ kind: 'title', text: t.prompts.why.digests() });
    const items = digests.map((row): Inline[] => [
      digestSentence(t, row, day(row.localDate), (at) =>
        t.prompts.atDay(day(localDate(at, zone)), clock(at)),
      ),
    ]);
    blocks.push({ kind: 'list', items: items.length > 0 ? items : [[t.prompts.why.noRecord()]] });
  }
  return answered({ blocks, buttons: [], files: [] });
}

/** One sentence for each decision; slots that were silent for the same reason share theirs. */
function sentences(
  { t, today, now }: Session,
  rows: readonly PromptRow[],
  date: string,
  clock: (at: number) => string,
): Inline[][] {
  if (rows.length === 0) return [[date === today ? t.prompts.why.notYet() : t.prompts.why.noRecord()]];
  const told = [...groupBy(rows, (row) => promptSentence(t, row, now, clock))];
  return told.map(([sentence, same]) => {
    const times = [...new Set(same.map((row) => clock(row.slotAt ?? row.at)))];
    return [{ bold: times.join(` ${t.prompts.why.and()} `) }, `: ${sentence}`];
  });
}
