import { and, count, eq, ne } from 'drizzle-orm';
import { statement } from '../../db/store.ts';

/** How many entries that count lie on a local date. */
export const entryCount = (localDate: string) =>
  statement('entryCount', (db, t) =>
    db
      .select({ count: count() })
      .from(t.entries)
      .where(and(eq(t.entries.localDate, localDate), ne(t.entries.status, 'withdrawn'))),
  );
