import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openSqlite } from '../../db/sqlite.ts';
import { accountFor, personOf, plain, type RenderResult, skip } from '../../src/app/rendered.ts';
import type { Services } from '../../src/app/services.ts';
import { say } from '../../src/core/message.ts';
import { PACE } from '../../src/core/pace.ts';
import { createDelivery } from '../../src/delivery/delivery.ts';
import { createGate } from '../../src/delivery/gate.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';
import { createBusyPlatform } from './busy-platform.ts';
import { addCrowd, addRows } from './crowd.ts';
import { table } from './table.ts';

/** What Telegram allows: messages a second over all conversations, and in each. */
const ALLOWED = { perSecond: 30, perChat: 1 };
/** The share of the allowed rate that is to be used, with no refusal once settled. */
const GOAL = 0.95;
/** Settled is what lies between these shares of the messages. */
const SETTLED = { from: 0.1, to: 0.98 };
/** Monday, 08:00 in Jakarta. */
const START = Date.parse('2026-11-23T01:00:00Z');

/** What one broadcast came to. */
export interface Broadcast {
  recipients: number;
  /** Share of sends that end in a server's error. */
  failing: number;
  /** Share of the allowed rate that was used once settled. */
  used: number;
  refusedOnceSettled: number;
  refusedBefore: number;
  deliveredOnce: number;
  simulatedSeconds: number;
  realSeconds: number;
}

/** Sends an announcement to so many people on a clock that does not wait. */
export async function measureBroadcast(recipients: number, failing: number): Promise<Broadcast> {
  const began = performance.now();
  const clock = createVirtualClock(START);
  const store = clock.watch(openSqlite(':memory:'));
  await addCrowd(store, recipients, 'telegram');
  const gap = 1_000 / PACE.telegram.perSecond;
  await addRows(store, recipients, (number) => ({
    ...{ kind: 'announcement', platform: 'telegram', dueAt: START + Math.floor(number * gap) },
  }));
  const platform = createBusyPlatform('telegram', ALLOWED, clock, failing);
  const gate = createGate(PACE.telegram, clock.now, clock.sleep);
  const delivery = createDelivery({
    services: servicesAt(clock, store),
    adapters: new Map([['telegram', { adapter: platform.adapter, gate }]]),
    evidenceDir: '.',
    isSending: () => false,
    renewLeases: async () => {},
    render: renderAnnouncement,
    after: clock.after,
  });
  delivery.start();
  await clock.run(() => platform.delivered.size === recipients);
  let stopped = false;
  void delivery.stop().then(() => {
    stopped = true;
  });
  await clock.run(() => stopped);
  await store.close();
  const { taken, refused, delivered } = platform;
  const at = (share: number) => taken[Math.floor((taken.length - 1) * share)] as number;
  const [from, to] = [at(SETTLED.from), at(SETTLED.to)];
  const settled = taken.filter((time) => time >= from && time < to).length;
  const late = refused.filter((time) => time >= from).length;
  return {
    ...{ recipients, failing },
    used: settled / ((to - from) / 1_000) / ALLOWED.perSecond,
    refusedOnceSettled: late,
    refusedBefore: refused.length - late,
    deliveredOnce: [...delivered.values()].filter((times) => times === 1).length,
    simulatedSeconds: (clock.now() - START) / 1_000,
    realSeconds: (performance.now() - began) / 1_000,
  };
}

/** The same with sends that succeed, and with one of a hundred failing. */
export async function measureBroadcasts(recipients: number): Promise<Broadcast[]> {
  return [await measureBroadcast(recipients, 0), await measureBroadcast(recipients, 0.01)];
}

/** Broadcasts as a table. */
export function broadcastTable(rows: readonly Broadcast[]): string {
  const verdict = ({ used, refusedOnceSettled }: Broadcast) =>
    used >= GOAL && refusedOnceSettled === 0 ? 'reached' : 'missed';
  return [
    `A broadcast on an accelerated clock, to a platform that takes ${ALLOWED.perSecond} messages in any second and ${ALLOWED.perChat} in each chat`,
    table([
      [
        'recipients',
        'failing',
        'rate used',
        '429 settled',
        '429 before',
        'once',
        'simulated s',
        'real s',
        'goal',
      ],
      ...rows.map((row) => [
        row.recipients.toLocaleString('en'),
        `${row.failing * 100} %`,
        `${(row.used * 100).toFixed(1)} %`,
        String(row.refusedOnceSettled),
        String(row.refusedBefore),
        row.deliveredOnce.toLocaleString('en'),
        row.simulatedSeconds.toFixed(0),
        row.realSeconds.toFixed(1),
        verdict(row),
      ]),
    ]),
    `  goal: ${GOAL * 100} % of the allowed rate or more, and no 429 once settled`,
  ].join('\n');
}

/** Stands for the renderer of announcements: who is this, and where are they reached? */
async function renderAnnouncement(
  services: Services,
  row: { personId: string | null },
): Promise<RenderResult> {
  const person = await personOf(services, row.personId);
  if (!person) return skip('gone');
  const to = await accountFor(services, person, 'employee');
  return 'skip' in to ? to : plain(to, say('Batas pengisian SKP: 30 November.'));
}

function servicesAt({ now }: VirtualClock, store: Services['store']): Services {
  const fail = (facts: object, message: string) => {
    throw new Error(`${message} ${JSON.stringify(facts)}`);
  };
  let ids = 0;
  return {
    ...{ store, now, newId: () => String(++ids), random: (bytes) => new Uint8Array(bytes) },
    agency: { zone: 'Asia/Jakarta', locale: 'id' },
    log: { info() {}, warn() {}, error: fail },
    arrived: async () => {},
    pages: () => 1,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });
  process.stdout.write(`${broadcastTable(await measureBroadcasts(values.quick ? 10_000 : 100_000))}\n`);
}
