import { join } from 'node:path';
import { joinAgenda, lookAgain } from '../../db/queries/agenda.ts';
import { insertUnit } from '../../db/queries/people.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { uuidv7 } from '../../src/app/ids.ts';
import type { Services } from '../../src/app/services.ts';
import { climbLadders } from '../../src/app/staffing/ladder.ts';
import { runDigests } from '../../src/scheduler/digests.ts';
import { runEvaluations } from '../../src/scheduler/evaluations.ts';
import { runPrompts } from '../../src/scheduler/prompts.ts';
import { runRadar } from '../../src/scheduler/radar.ts';
import { runStaffing } from '../../src/scheduler/staffing.ts';
import { uuid } from '../support/world.ts';
import { median } from './rounds.ts';
import { ZONE } from './seed.ts';
import { using } from './sql.ts';

/** Numbers of people of the agency. */
export const AGENCIES = [1_000, 10_000, 100_000] as const;

/** What a tick of the scheduler costs in an agency of a size; milliseconds. */
export interface PromptCosts {
  people: number;
  /** Everybody's slot is due: half have reported, the others are prompted. */
  everybody: number;
  /** A hundred people's slot is due. */
  hundred: number;
  /** Nobody is due for anything: all that a tick looks at. */
  nobody: number;
  /** Everybody is looked at again for everything, as after a change of the rules; by what is decided. */
  again: Record<keyof typeof LOOKS, number>;
}

/** What a tick looks at, in its order. */
const LOOKS = {
  staffing: runStaffing,
  reminders: climbLadders,
  prompts: runPrompts,
  digests: runDigests,
  evaluations: runEvaluations,
  radar: runRadar,
};

/** A Monday, 15:29 in WIB. */
const BEFORE = Date.parse('2026-11-23T08:29:00Z');
const MINUTE = 60_000;
const UNITS = 50;
const IDLE_TICKS = 50;

/** Measures who is prompted in agencies of some sizes. */
export async function measurePrompts(folder: string, agencies: readonly number[]): Promise<PromptCosts[]> {
  const costs: PromptCosts[] = [];
  for (const people of agencies)
    costs.push(await measureAgency(join(folder, `prompts-${people}.db`), people));
  return costs;
}

async function measureAgency(file: string, people: number): Promise<PromptCosts> {
  const founding = openSqlite(file);
  const units = Array.from({ length: UNITS }, (_, at) => uuid(`unit ${at}`));
  await founding.commit(units.map((id) => insertUnit({ id, name: id, parentId: null, zone: null })));
  await founding.close();
  fill(file, people, units);
  const store = openSqlite(file);
  let now = BEFORE;
  const services: Services = {
    store,
    now: () => now,
    newId: () => uuidv7(now),
    random: (bytes) => new Uint8Array(bytes),
    agency: { zone: ZONE, locale: 'id' },
    log: { info() {}, warn() {}, error() {} },
    arrived: async () => {},
    pages: () => 1,
  };
  const ids = Array.from({ length: people }, (_, at) => idOf(at));
  for (const kind of ['prompt', 'radar', 'evaluation', 'staffing'] as const)
    for (let from = 0; from < people; from += 1_000)
      await store.commit([joinAgenda(kind, ids.slice(from, from + 1_000), BEFORE - MINUTE)]);
  // The first look plans everybody's next moments.
  for (const look of Object.values(LOOKS)) await look(services);
  const timed = async () => {
    const began = performance.now();
    const { prompted, skipped } = await runPrompts(services);
    return { ms: performance.now() - began, decided: prompted + skipped };
  };
  const idle: number[] = [];
  for (let at = 0; at < IDLE_TICKS; at += 1) {
    const began = performance.now();
    for (const look of Object.values(LOOKS)) await look(services);
    idle.push(performance.now() - began);
  }
  using(file, (db) =>
    db.prepare("update agenda set next_at = ? where kind = 'prompt' and person_id < ?").run(now, idOf(100)),
  );
  const hundred = (await timed()).ms;
  now += 2 * MINUTE;
  const everybody = await timed();
  if (everybody.decided !== people) throw new Error(`${everybody.decided} decisions instead of ${people}`);
  await store.commit([lookAgain(null)]);
  const again = {} as PromptCosts['again'];
  for (const [name, look] of Object.entries(LOOKS)) {
    const began = performance.now();
    await look(services);
    again[name as keyof typeof LOOKS] = performance.now() - began;
  }
  await store.close();
  return { people, everybody: everybody.ms, hundred, nobody: median(idle), again };
}

const idOf = (at: number) => `person-${String(at).padStart(6, '0')}`;

/** People with an account each, half of whom have reported today. */
function fill(file: string, people: number, units: readonly string[]): void {
  using(file, (db) => {
    const insertPerson = db.prepare(
      `insert into people (id, nip, name, position, unit_id, roles, active_from, active, updated_at)
       values (?, ?, ?, 'Analis', ?, '["pegawai"]', '2020-01-01', 1, 0)`,
    );
    const insertAccount = db.prepare(
      `insert into accounts (id, person_id, platform, external_id, address, current, reachable, linked_at)
       values (?, ?, 'telegram', ?, ?, 1, 1, 0)`,
    );
    const insertEntry = db.prepare(
      `insert into entries (id, number, person_id, local_date, what, kind, status, revision, submitted_at, zone)
       values (?, ?, ?, '2026-11-23', 'Rapat', 'none', 'submitted', 1, ${BEFORE}, '${ZONE}')`,
    );
    db.transaction(() => {
      for (let at = 0; at < people; at += 1) {
        const id = idOf(at);
        insertPerson.run(id, id, `Pegawai ${at}`, units[at % units.length]);
        insertAccount.run(id, id, id, id);
        if (at % 2 === 0) insertEntry.run(id, id, id);
      }
    })();
  });
}
