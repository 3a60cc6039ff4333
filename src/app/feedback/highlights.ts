import type { EntryRow } from '../../../db/queries/entries.ts';
import {
  entriesWithFeedback,
  evidenceOfRecent,
  openObstaclesOfMany,
  recentEntriesOf,
  remarkedEntries,
} from '../../../db/queries/feedback-facts.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import { type HighlightReason, highlightsOf } from '../../core/feedback/highlights.ts';
import { addDays } from '../../core/local-time.ts';
import { formatQuantity } from '../../core/quantity.ts';
import { clip } from '../entry-view.ts';
import type { Session } from '../session.ts';

/** Days of activities that are looked at. */
const DAYS = 7;

/** An activity that stands out, and why, in words. */
export interface ShownHighlight {
  entry: EntryRow;
  employee: PersonRow;
  reason: HighlightReason;
  /** The obstacle, the output or the number of files. */
  detail: string;
}

/** The activities of a supervisor's team that stand out and have had no word from them yet. */
export async function teamHighlights(
  { services, person, t, locale, today }: Session,
  team: readonly PersonRow[],
): Promise<ShownHighlight[]> {
  if (team.length === 0) return [];
  const { store } = services;
  const ids = team.map(({ id }) => id);
  const from = addDays(today, -DAYS);
  const entries = await store.all(recentEntriesOf(ids, from));
  if (entries.length === 0) return [];
  const [evidence, obstacles, remarked, written] = await Promise.all([
    store.all(evidenceOfRecent(ids, from)),
    store.all(openObstaclesOfMany(ids)),
    store.all(remarkedEntries(person.id, ids, from)),
    store.all(
      entriesWithFeedback(
        person.id,
        entries.map(({ id }) => id),
      ),
    ),
  ]);
  const files = new Map(evidence.map((row) => [row.entryId, row.count]));
  const hindered = new Map(obstacles.map((row) => [row.entryId, row.text]));
  const known = new Set([...remarked, ...written].flatMap(({ entryId }) => entryId ?? []));
  const found = highlightsOf(
    entries.map((entry) => ({
      ...entry,
      evidence: files.get(entry.id) ?? 0,
      hindered: hindered.has(entry.id),
      remarked: known.has(entry.id),
    })),
  );
  return found.flatMap(({ id, reason }) => {
    const entry = entries.find((one) => one.id === id);
    const employee = entry && team.find((one) => one.id === entry.personId);
    if (!entry || !employee) return [];
    const { quantityMilli, unit } = entry;
    const detail = {
      obstacle: () => clip(hindered.get(id) ?? '', 80),
      returned: () => '',
      quantity: () => (quantityMilli === null ? '' : formatQuantity(quantityMilli, unit ?? '', locale)),
      evidence: () => t.feedback.overview.evidence(files.get(id) ?? 0),
    }[reason]();
    return [{ entry, employee, reason, detail }];
  });
}
