import { and, eq, gte, lte, sql } from 'drizzle-orm';
import { prepared } from '../store.ts';

const p = sql.placeholder;

/** Later cut-offs of a person in a span of dates, with the outage that they were granted for. */
export const extensionsOf = prepared<{ personId: string; from: string; to: string }>()(
  'extensionsOf',
  (db, t) =>
    db
      .select({ extension: t.extensions, outage: t.outages })
      .from(t.extensions)
      .innerJoin(t.outages, eq(t.outages.id, t.extensions.outageId))
      .where(
        and(
          eq(t.extensions.personId, p('personId')),
          gte(t.extensions.localDate, p('from')),
          lte(t.extensions.localDate, p('to')),
        ),
      ),
);
