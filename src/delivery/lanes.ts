import { dueInLane, type Lane, nextInLane, sortIntoLane } from '../../db/queries/lanes.ts';
import type { OutboxRow } from '../../db/queries/outbox.ts';
import { accountsOfMany } from '../../db/queries/people.ts';
import type { Store } from '../../db/store.ts';
import { policyOf } from '../app/notice-policy.ts';
import { bestAccount } from '../app/rendered.ts';
import { groupBy } from '../core/group.ts';
import { PLATFORMS, type Platform } from '../core/model.ts';
import { placesOf } from '../core/pace.ts';

/** Places for what needs no platform: downloads, and notices to people who cannot be reached. */
const OTHER_PLACES = 40;

/** The outbox in lanes: a platform that is slow or has much to do holds up nobody on another one. */
export interface Lanes {
  /** What is due and has a place, in the order in which it is to be taken; `free` says what can be taken. */
  take(
    now: number,
    free: (row: OutboxRow) => boolean,
    begin: (row: OutboxRow, lane: Lane) => void,
  ): Promise<void>;
  /** Gives a place back. */
  leave(lane: Lane): void;
  /** When the next row of any lane is due; null where nothing is pending. */
  next(): Promise<number | null>;
}

/** How full a lane is. */
interface Load {
  inHand: number;
  places: number;
  /** Whether rows are due in it that had no place. */
  waiting: boolean;
}

const every = [...PLATFORMS, null].flatMap((platform): Lane[] => [
  { platform, bulk: false },
  { platform, bulk: true },
]);

/** Makes the lanes of one process. */
export function createLanes(store: Store): Lanes {
  const loads = new Map<string, Load>();

  function load({ platform, bulk }: Lane): Load {
    const key = `${platform} ${bulk}`;
    const places = platform === null ? OTHER_PLACES : placesOf(platform);
    const known = loads.get(key) ?? { inHand: 0, places, waiting: false };
    loads.set(key, known);
    return known;
  }

  return {
    async take(now, free, begin) {
      const start = (row: OutboxRow, lane: Lane) => {
        load(lane).inHand += 1;
        begin(row, lane);
      };

      /** Takes what is due in a lane, as far as there are places. */
      async function fill(lane: Lane): Promise<void> {
        const own = load(lane);
        // Read again only when some places have become free, not for each of them.
        if (own.inHand > own.places * 0.75) return;
        own.waiting = false;
        for (const row of await store.all(dueInLane(lane, { now }))) {
          if (!free(row)) continue;
          own.waiting = own.inHand >= own.places;
          if (own.waiting) break;
          start(row, lane);
        }
      }

      /** Takes notices whose platform is not known yet; those without a place wait in the lane of their platform. */
      async function sort(): Promise<void> {
        const rows = (await store.all(dueInLane({ platform: null, bulk: false }, { now }))).filter(free);
        if (rows.length === 0) return;
        const people = [...new Set(rows.flatMap((row) => row.personId ?? []))];
        const accounts = groupBy(await store.all(accountsOfMany(people)), (account) => account.personId);
        const later = new Map<Platform, string[]>();
        for (const row of rows) {
          // One row of a person may have been taken just now.
          if (!free(row)) continue;
          const best = bestAccount(accounts.get(row.personId ?? '') ?? [], policyOf(row.kind).to);
          const platform = 'skip' in best ? null : best.platform;
          const lane = { platform, bulk: false };
          const { inHand, places, waiting } = load(lane);
          if (inHand < places && !waiting) start(row, lane);
          else if (platform !== null) later.set(platform, [...(later.get(platform) ?? []), row.key]);
        }
        if (later.size === 0) return;
        for (const platform of later.keys()) load({ platform, bulk: false }).waiting = true;
        await store.commit([...later].map(([platform, keys]) => sortIntoLane(platform, keys)));
      }

      for (const platform of PLATFORMS) await fill({ platform, bulk: false });
      await sort();
      for (const platform of PLATFORMS)
        if (!load({ platform, bulk: false }).waiting) await fill({ platform, bulk: true });
      await fill({ platform: null, bulk: true });
    },
    leave(lane) {
      load(lane).inHand -= 1;
    },
    async next() {
      const found = await Promise.all(every.map((lane) => store.all(nextInLane(lane, {}))));
      const times = found.flat().map((row) => row.dueAt);
      return times.length > 0 ? Math.min(...times) : null;
    },
  };
}
