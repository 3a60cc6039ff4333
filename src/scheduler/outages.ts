import { factOf, putFact } from '../../db/queries/calendar.ts';
import { endOutage, insertOutage, openOutages } from '../../db/queries/outages.ts';
import { first, type Statement } from '../../db/store.ts';
import type { Services } from '../app/services.ts';
import type { OutageSource, Platform } from '../core/model.ts';
import { SHORTEST_OUTAGE } from '../core/outage.ts';
import { TICK } from './prompts.ts';

/** Whether messages can come in from a platform at present. */
export interface PlatformHealth {
  platform: Platform;
  ready: boolean;
}

/** Watches whether people can report. */
export interface OutageWatch {
  /** Records what began and ended since the last look; comes before the tick's own mark is written. */
  look(): Promise<void>;
  /** The tick has done its work; what it took is no outage. */
  done(): void;
}

/** From when on a platform has not been ready, as it is remembered across restarts. */
const sinceKey = (platform: Platform) => `outage.since.${platform}`;

/**
 * Makes the watch of one process over itself and its platforms.
 *
 * The program was down for as long as the scheduler's last mark is old, be it stopped, suspended or without its
 * database; a clock that was put forward looks the same. Only what lasts five minutes is an outage.
 */
export function createOutageWatch(services: Services, health: () => readonly PlatformHealth[]): OutageWatch {
  const { store } = services;
  let lastDone = 0;

  async function programWrites(now: number): Promise<Statement[]> {
    const tick = Number((await first(store, factOf({ key: TICK })))?.value ?? 0);
    const from = Math.max(tick, lastDone);
    // The very first start, or a clock that was put back.
    if (tick === 0 || now - from < SHORTEST_OUTAGE) return [];
    return [outage('program', from, now), putFact(TICK, String(now))];
  }

  async function platformWrites(now: number): Promise<Statement[]> {
    const open = new Map((await store.all(openOutages())).map((row) => [row.source, row]));
    const writes: Statement[] = [];
    const states = health();
    for (const { platform, ready } of states) {
      const since = Number((await first(store, factOf({ key: sinceKey(platform) })))?.value ?? 0);
      const lasting = open.get(platform);
      if (ready) {
        if (since > 0) writes.push(putFact(sinceKey(platform), '0'));
        if (lasting) writes.push(endOutage(lasting.id, Math.max(now, lasting.fromAt)));
      } else if (since === 0 || since > now) {
        writes.push(putFact(sinceKey(platform), String(now)));
      } else if (!lasting && now - since >= SHORTEST_OUTAGE) {
        writes.push(outage(platform, since, null));
      }
    }
    // A platform that is not used any more has no end of its own.
    const watched = new Set<OutageSource>(states.map(({ platform }) => platform));
    for (const row of open.values())
      if (!watched.has(row.source)) writes.push(endOutage(row.id, Math.max(now, row.fromAt)));
    return writes;
  }

  return {
    async look() {
      // The playground is for trying out; nobody relies on it.
      if (health().every(({ platform }) => platform === 'playground')) return;
      const now = services.now();
      const writes = [...(await programWrites(now)), ...(await platformWrites(now))];
      if (writes.length > 0) await store.commit(writes);
    },
    done() {
      lastDone = services.now();
    },
  };
}

/** The same outage found twice, by two processes or after a crash, is one row. */
function outage(source: OutageSource, fromAt: number, toAt: number | null): Statement {
  return insertOutage({ id: `${source}|${fromAt}`, source, fromAt, toAt, appliedAt: null });
}
