import { peopleByIds } from '../../../db/queries/people.ts';
import { addDays, shortDate, shortRange } from '../../core/local-time.ts';
import type { Locale } from '../../core/model.ts';
import { type AssessedPart, assessorsIn } from '../../core/staffing/assessors.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Services } from '../services.ts';
import { assumedSpans, type KnownSupervision, knownSupervisions } from './supervision.ts';

/** How dates and kinds are written. */
export interface Wording {
  t: Texts;
  locale: Locale;
  today: string;
}

/** Who assesses a person in which part of a year, each part as a line: `Jan–Apr: Budi`, `sejak 1 Mei: Dewi`. */
export async function assessedLines(
  services: Pick<Services, 'store'>,
  person: KnownSupervision['person'],
  year: number,
  wording: Wording,
): Promise<string[]> {
  const [known] = await knownSupervisions(services, [person]);
  const span = { from: `${year}-01-01`, to: `${year}-12-31` };
  const parts = assessorsIn(assumedSpans(known!), span);
  const names = await namesOf(
    services,
    parts.map(({ supervisorId }) => supervisorId),
  );
  const { assessed, named } = wording.t.staffing;
  return parts.map((part) =>
    assessed.line(partText(part, span, wording), named(names.get(part.supervisorId) ?? '–', part.kind)),
  );
}

/** The names of some people by id. */
export async function namesOf(
  { store }: Pick<Services, 'store'>,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))];
  const people = known.length > 0 ? await store.all(peopleByIds(known)) : [];
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** A part of a year in words; whole months are named as such. */
function partText(
  { from, to }: AssessedPart,
  year: { from: string; to: string },
  { t, locale, today }: Wording,
): string {
  const { assessed } = t.staffing;
  if (from === year.from && to === year.to) return assessed.whole();
  if (to === year.to) return assessed.since(shortDate(from, locale, today));
  if (!from.endsWith('-01') || !addDays(to, 1).endsWith('-01')) return shortRange(from, to, locale, today);
  const month = (date: string) => shortDate(date, locale, date).split(' ')[1];
  return from.slice(0, 7) === to.slice(0, 7) ? `${month(from)}` : `${month(from)}–${month(to)}`;
}
