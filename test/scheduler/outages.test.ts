import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { factOf, insertAbsence, insertRules, putFact } from '../../db/queries/calendar.ts';
import { putAccount } from '../../db/queries/linking.ts';
import { openOutages, outagesWithin } from '../../db/queries/outages.ts';
import { extensionsBetween } from '../../db/queries/roster.ts';
import { statement } from '../../db/store.ts';
import { applyOutages } from '../../src/app/extensions.ts';
import type { Platform } from '../../src/core/model.ts';
import { createOutageWatch, type OutageWatch } from '../../src/scheduler/outages.ts';
import { runPrompts } from '../../src/scheduler/prompts.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

const MINUTE = 60_000;
let world: World;
let unit: string;
let siti: TestPerson;
let down: Set<Platform>;
let watch: OutageWatch;

/** Monday 23 November 2026 in WIB, with a cut-off at 16.00. */
const wib = (clock: string, day = '2026-11-23') => Date.parse(`${day}T${clock}:00+07:00`);

beforeEach(async () => {
  world = await createWorld('2026-11-23T05:00:00Z');
  unit = await world.unit('Bidang A');
  siti = await world.person('Siti', { unit });
  await world.store.commit([
    insertRules({
      ...{ id: 'r', unitId: null, effectiveFrom: '2026-11-01' },
      body: { closeAt: '16:00', promptAt: '23:00', secondPromptBefore: 0 },
    }),
  ]);
  down = new Set();
  start();
});
afterEach(() => world.close());

/** As after a restart: a watch that remembers nothing. */
function start(): void {
  watch = createOutageWatch(world.services, () =>
    (['telegram', 'slack'] as const).map((platform) => ({ platform, ready: !down.has(platform) })),
  );
}

/** What the scheduler does each minute. */
async function tick(): Promise<void> {
  await watch.look();
  await applyOutages(world.services);
  await runPrompts(world.services);
  watch.done();
  await world.settle();
}

/** Ticks each minute from one moment to another. */
async function run(from: number, to: number): Promise<void> {
  for (world.now = from; world.now <= to; world.now += MINUTE) await tick();
  world.now = to;
}

/** The program is stopped and started again. */
async function stopped(from: number, to: number): Promise<void> {
  world.now = from;
  await tick();
  start();
  world.now = to;
  await tick();
}

const outages = () => world.store.all(outagesWithin(0, Number.MAX_SAFE_INTEGER));
const extensions = (...people: TestPerson[]) =>
  world.store.all(
    extensionsBetween(
      people.map((p) => p.id),
      '2026-01-01',
      '2027-12-31',
    ),
  );
const notices = (person: TestPerson) => person.messages.filter((m) => m.text.includes('diperpanjang sampai'));

describe('the program’s own outage', () => {
  it('is recorded when the last tick is old, extends the window and is announced once', async () => {
    await stopped(wib('15:10'), wib('15:55'));
    expect(await outages()).toMatchObject([
      { source: 'program', fromAt: wib('15:10'), toAt: wib('15:55'), appliedAt: wib('15:55') },
    ]);
    expect(siti.last().text).toContain('saya tidak dapat menerima laporan pukul 15.10–15.55 WIB.');
    expect(siti.last().text).toContain('Senin, 23 November 2026 diperpanjang sampai pukul 16.40 WIB.');
    await run(wib('15:56'), wib('16:10'));
    start();
    await tick();
    expect(notices(siti)).toHaveLength(1);
    expect(await extensions(siti)).toHaveLength(1);
  });

  it('is none at the very first start, after a short stop, or when the clock was put back', async () => {
    world.now = wib('15:10');
    await tick();
    await stopped(wib('15:11'), wib('15:15'));
    await stopped(wib('15:18'), wib('13:00'));
    await run(wib('13:01'), wib('13:06'));
    expect(await outages()).toEqual([]);
  });

  it('is one also when the program was suspended without being stopped', async () => {
    await run(wib('15:00'), wib('15:05'));
    world.now = wib('15:40');
    await tick();
    expect(await outages()).toMatchObject([{ fromAt: wib('15:05'), toAt: wib('15:40') }]);
  });

  it('is not a tick that took long', async () => {
    world.now = wib('15:00');
    await watch.look();
    await runPrompts(world.services);
    world.now = wib('15:10');
    watch.done();
    world.now = wib('15:11');
    await tick();
    expect(await outages()).toEqual([]);
  });

  it('makes a report until the new cut-off on time, and the summary says why', async () => {
    await stopped(wib('15:10'), wib('15:55'));
    world.now = wib('16:35');
    await siti.press('Lapor sekarang');
    await siti.say('08.00-10.00 Rapat');
    for (const label of ['Tanpa RHK', 'Lewati', 'Lewati']) await siti.press(label);
    const receipt = await siti.press('Simpan');
    expect(receipt).toContain('batas lapornya diperpanjang sampai pukul 16.40 WIB karena gangguan');
    const recap = await siti.say('/rekap hari');
    expect(recap).toContain('Tepat waktu 1');
    expect(recap).toContain('23 Nov diperpanjang: gangguan pukul 15.10–15.55 WIB');
  });

  it('that was over early enough, or was at another time of day, changes nothing', async () => {
    await stopped(wib('09:00'), wib('12:00'));
    await stopped(wib('12:30'), wib('14:00'));
    expect(await extensions(siti)).toEqual([]);
    expect(siti.messages).toHaveLength(0);
  });

  it('is not announced to those who have reported, are absent, are not expected or cannot be reached', async () => {
    const rudi = await world.person('Rudi', { unit });
    const sari = await world.person('Sari', { unit });
    const wati = await world.person('Wati', { unit, roles: ['pengamat'] });
    const late = await world.person('Lina', { unit, linked: false });
    world.now = wib('12:00');
    await rudi.say('Rapat');
    await rudi.press('Simpan');
    const before = rudi.messages.length;
    const span = { fromDate: '2026-11-23', toDate: '2026-11-23', createdBy: sari.id, createdAt: 0 };
    await world.store.commit([
      insertAbsence({ id: 'a', personId: sari.id, kind: 'cuti', ...span, cancelledAt: null }),
    ]);
    await stopped(wib('15:10'), wib('15:55'));
    expect([rudi.messages.length, sari.messages.length, wati.messages.length]).toEqual([before, 0, 0]);
    const extended = (await extensions(siti, rudi, sari, wati, late)).map((row) => row.personId);
    expect(extended.sort()).toEqual([rudi.id, siti.id].sort());
  });

  it('is not announced any more when the report arrives before the message leaves', async () => {
    world.outcomes = [{ ok: false, kind: 'later', afterMs: 60_000, scope: 'chat', reason: '429' }];
    await stopped(wib('15:10'), wib('15:55'));
    await siti.say('Rapat');
    await siti.press('Simpan');
    world.advance(2 * MINUTE);
    await world.settle();
    expect(notices(siti)).toHaveLength(0);
  });

  it('in the night moves the cut-off to the morning, is announced then, and the report belongs to yesterday', async () => {
    await world.store.commit([
      insertRules({ id: 's', unitId: null, effectiveFrom: '2026-11-02', body: { closeAt: '24:00' } }),
    ]);
    await stopped(wib('23:20'), wib('23:50'));
    expect(siti.messages).toHaveLength(0);
    world.now = wib('06:00', '2026-11-24');
    await world.settle();
    expect(siti.last().text).toContain('dari 23 Nov 23.20 sampai 23.50 WIB');
    expect(siti.last().text).toContain('diperpanjang sampai Selasa, 24 November 2026, pukul 06.30 WIB');
    expect(await siti.press('Lapor sekarang')).toContain('tercatat untuk Senin, 23 November 2026');
    await siti.press('Batal');
    expect(await siti.say('Rapat sore')).toContain('Tanggal: Senin, 23 November 2026');
    expect(await siti.press('Simpan')).toContain('Tepat waktu');
  });

  it('of weeks is one announcement, with the newest days', async () => {
    await stopped(wib('12:00', '2026-11-10'), wib('14:00'));
    expect(notices(siti)).toHaveLength(1);
    expect(siti.last().text.match(/Batas lapor/g)).toHaveLength(3);
    expect(siti.last().text).toContain('Begitu juga 6 hari lain');
  });

  it('is granted and announced once although the program dies while it is applied', async () => {
    const others: TestPerson[] = [];
    for (let i = 0; i < 5; i += 1) others.push(await world.person(`Pegawai ${i}`, { unit }));
    world.now = wib('15:10');
    await tick();
    start();
    world.now = wib('15:55');
    await watch.look();
    const dying = {
      ...world.services,
      store: {
        ...world.store,
        commit: async (statements: Parameters<World['store']['commit']>[0]) => {
          if (statements.some((s) => s.label === 'markOutageApplied')) throw new Error('killed');
          return world.store.commit(statements);
        },
      },
    };
    await expect(applyOutages(dying)).rejects.toThrow('killed');
    await Promise.all([applyOutages(world.services), applyOutages(world.services)]);
    await world.settle();
    for (const person of [siti, ...others]) expect(notices(person)).toHaveLength(1);
    expect(await extensions(siti, ...others)).toHaveLength(6);
  });

  it('has the prompts of those it hit looked at again', async () => {
    await tick();
    world.now = wib('15:10');
    await tick();
    start();
    world.now = wib('15:55');
    await watch.look();
    await applyOutages(world.services);
    const rows = await world.store.all(
      statement('agenda', (db, t) => db.select({ nextAt: t.agenda.nextAt }).from(t.agenda)),
    );
    expect(rows).toEqual([{ nextAt: 0 }]);
  });

  it('is not recorded in the playground', async () => {
    watch = createOutageWatch(world.services, () => [{ platform: 'playground', ready: true }]);
    await world.store.commit([putFact('scheduler.tick', String(wib('09:00')))]);
    world.now = wib('15:55');
    await watch.look();
    expect(await outages()).toEqual([]);
  });
});

describe('a platform’s outage', () => {
  it('begins when it was first seen and ends when it is back', async () => {
    await run(wib('15:25'), wib('15:29'));
    down.add('telegram');
    await run(wib('15:30'), wib('15:34'));
    expect(await world.store.all(openOutages())).toEqual([]);
    await run(wib('15:35'), wib('15:50'));
    expect(await world.store.all(openOutages())).toMatchObject([{ fromAt: wib('15:30') }]);
    down.clear();
    await run(wib('15:51'), wib('15:53'));
    expect(await outages()).toMatchObject([{ source: 'telegram', fromAt: wib('15:30'), toAt: wib('15:51') }]);
    expect(siti.last().text).toContain('Telegram terganggu pukul 15.30–15.51 WIB');
    expect(siti.last().text).toContain('diperpanjang sampai pukul 16.12 WIB');
  });

  it('is none while it is shorter than five minutes, however often', async () => {
    for (let at = wib('15:00'); at < wib('15:40'); at += 4 * MINUTE) {
      down.add('telegram');
      await run(at, at + 2 * MINUTE);
      down.clear();
      await run(at + 3 * MINUTE, at + 3 * MINUTE);
    }
    expect(await outages()).toEqual([]);
  });

  it('goes on across a restart', async () => {
    await run(wib('15:00'), wib('15:29'));
    down.add('telegram');
    await run(wib('15:30'), wib('15:32'));
    start();
    await run(wib('15:34'), wib('15:40'));
    expect(await world.store.all(openOutages())).toMatchObject([
      { source: 'telegram', fromAt: wib('15:30') },
    ]);
    start();
    down.clear();
    await run(wib('15:42'), wib('15:43'));
    expect(await outages()).toMatchObject([{ fromAt: wib('15:30'), toAt: wib('15:42') }]);
    expect((await world.store.all(factOf({ key: 'outage.since.telegram' })))[0]?.value).toBe('0');
  });

  it('extends the windows of those only who had no other way', async () => {
    const budi = await world.person('Budi', { unit, platform: 'slack' });
    const both = await world.person('Rina', { unit });
    await world.store.commit([
      putAccount({
        ...{ id: 'slack-of-rina', personId: both.id, platform: 'slack', externalId: 'U1', address: 'U1' },
        ...{ current: true, reachable: true, unreachableReason: null, linkedAt: 0 },
      }),
    ]);
    down.add('telegram');
    await run(wib('15:20'), wib('15:50'));
    down.clear();
    await run(wib('15:51'), wib('15:52'));
    expect((await extensions(siti, budi, both)).map((row) => row.personId)).toEqual([siti.id]);
    expect([budi.messages.length, both.messages.length]).toEqual([0, 0]);
    expect(notices(siti)).toHaveLength(1);
  });

  it('that is not used any more ends', async () => {
    down.add('slack');
    await run(wib('15:00'), wib('15:06'));
    watch = createOutageWatch(world.services, () => [{ platform: 'telegram', ready: true }]);
    await run(wib('15:07'), wib('15:07'));
    expect(await outages()).toMatchObject([{ source: 'slack', toAt: wib('15:07') }]);
  });
});
