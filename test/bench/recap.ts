import { join } from 'node:path';
import { openSqlite } from '../../db/sqlite.ts';
import { createApp } from '../../src/app/app.ts';
import { uuidv7 } from '../../src/app/ids.ts';
import type { Services } from '../../src/app/services.ts';
import type { Sender } from '../../src/core/inbound.ts';
import { addDays } from '../../src/core/local-time.ts';
import { median } from './rounds.ts';
import { person, personId, seed, today, UNIT, ZONE } from './seed.ts';
import { using } from './sql.ts';

const OTHERS = 500;
const OWN = 40;

/** Numbers of entries that the agency holds. */
export const SIZES = [1_000, 10_000, 100_000] as const;

/** Median milliseconds of `/rekap bulan` for one person with always the same entries, for each size of the agency. */
export async function measureRecap(folder: string, calls: number): Promise<number[]> {
  const agencies = [];
  for (const size of SIZES) agencies.push(await openAgency(join(folder, `recap-${size}.db`), size));
  const times = agencies.map(() => [] as number[]);
  // In turns, so that the machine's moods meet all sizes alike.
  for (let call = -20; call < calls; call += 1) {
    for (const [index, agency] of agencies.entries()) {
      const began = performance.now();
      await agency.recap(call);
      if (call >= 0) times[index]!.push(performance.now() - began);
    }
  }
  for (const agency of agencies) await agency.close();
  return times.map(median);
}

async function openAgency(file: string, entries: number) {
  await seed(file, (store) => store.commit([...person('Siti', 1, null, { platform: 'telegram', id: '1' })]));
  fill(file, entries);
  const store = openSqlite(file);
  const services: Services = {
    store,
    now: () => Date.now(),
    newId: () => uuidv7(Date.now()),
    random: (bytes) => new Uint8Array(bytes),
    agency: { zone: ZONE, locale: 'id' },
    log: {
      info() {},
      warn() {},
      error(facts, message) {
        throw new Error(`${message} ${JSON.stringify(facts)}`);
      },
    },
    arrived: async () => {},
    pages: () => 1,
  };
  const app = createApp(services, () => {});
  const from: Sender = {
    ...{ platform: 'telegram', id: '1', address: '1', name: 'Siti', language: 'id', forms: false },
    email: async () => null,
  };
  return {
    async recap(call: number): Promise<void> {
      const key = `recap:${call}`;
      const reply = await app.handle({ key, from, event: { kind: 'command', name: 'rekap', args: 'bulan' } });
      const bold = JSON.stringify(reply.messages[0]?.blocks);
      if (!bold.includes('RHK')) throw new Error(`not a recapitulation: ${bold}`);
      app.replied(key, []);
    },
    close: () => store.close(),
  };
}

/** Siti's entries of this month, and everybody else's of the last 250 days. */
function fill(file: string, entries: number): void {
  const date = today();
  using(file, (db) => {
    const insertPerson = db.prepare(
      `insert into people (id, nip, name, position, unit_id, roles, active_from, active, updated_at)
       values (?, ?, ?, 'Analis', '${UNIT}', '["pegawai"]', '2020-01-01', 1, 0)`,
    );
    const insertEntry = db.prepare(
      `insert into entries (id, number, person_id, local_date, what, kind, start_minute, end_minute,
         quantity_milli, unit, status, revision, submitted_at, zone, work_result_id)
       select ?, ?, ?, ?, 'Menyusun bahan rapat koordinasi', 'work_result', 480, 600, 3000, 'dokumen', 'submitted',
         1, ?, '${ZONE}', (select w.id from work_results w join plans p on p.id = w.plan_id
           where p.person_id = '${personId('Siti')}' order by w.number limit 1)`,
    );
    db.transaction(() => {
      for (let index = 0; index < OTHERS; index += 1)
        insertPerson.run(`other-${index}`, `1980010120050${10_000 + index}`, `Pegawai ${index}`);
      for (let index = 0; index < entries; index += 1) {
        const own = index < OWN;
        const who = own ? personId('Siti') : `other-${index % OTHERS}`;
        const day = own
          ? `${date.slice(0, 7)}-${String(1 + (index % Number(date.slice(8)))).padStart(2, '0')}`
          : addDays(date, -(Math.floor(index / OTHERS) % 250));
        insertEntry.run(`entry-${index}`, `N-${index}`, who, day, index);
      }
    })();
  });
}
