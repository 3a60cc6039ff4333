import { describe } from 'vitest';
import type { Store } from '../../db/store.ts';
import { calendarContract } from './store-calendar.ts';
import { failuresContract } from './store-failures.ts';
import { followUpContract } from './store-follow-up.ts';
import { leadershipContract } from './store-leadership.ts';
import { memoryContract } from './store-memory.ts';
import { outboxContract } from './store-outbox.ts';
import { plansContract } from './store-plans.ts';
import { queriesContract } from './store-queries.ts';
import { unitsContract } from './store-units.ts';
import { valuesContract } from './store-values.ts';

/** A database that a contract is tried on. */
export interface Place {
  store: Store;
  /** Opens the same database once more, as another process does; null where it cannot be shared. */
  again: (() => Promise<Store>) | null;
  /** Gives up the database with everything that was opened on it. */
  close(): Promise<void>;
}

/** Opens an empty database. */
export type Open = () => Promise<Place>;

/** What every store promises, whatever database is behind it; `shared` where several processes can open it. */
export function storeContract(name: string, open: Open, shared: boolean): void {
  describe(`a store on ${name}`, () => {
    unitsContract(open, shared);
    failuresContract(open);
    leadershipContract(open);
    valuesContract(open);
    memoryContract(open, shared);
    outboxContract(open);
    queriesContract(open, shared);
    calendarContract(open);
    followUpContract(open);
    plansContract(open, shared);
  });
}
