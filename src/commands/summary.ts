import type { Command } from 'commander';
import { allPeople, allUnits, type PersonRow } from '../../db/queries/people.ts';
import { countsOf, summaryOf } from '../app/recap.ts';
import { zoneOf } from '../app/session.ts';
import { maskEmployeeNumber } from '../core/employee-number.ts';
import { localDate } from '../core/local-time.ts';
import { parsePeriod } from '../core/period.ts';
import { unitsWithin } from '../core/unit-tree.ts';
import { CommandFailure, type Context, type Report, runWithStore, textsFor } from './run.ts';
import type { World } from './world.ts';

interface Options {
  unit?: string;
  nip?: string;
  period: string;
  json?: boolean;
}

/** Registers `summary`: what people reported in a period, one line a person. */
export function registerSummary(program: Command, world: World): void {
  const t = textsFor(world);
  program
    .command('summary')
    .description(t.help.summary.all())
    .option('--unit <unit>', t.help.invite.unit())
    .option('--nip <nip>', t.help.summary.nip())
    .option('--period <period>', t.help.summary.period(), 'bulan')
    .option('--json', t.help.json())
    .addHelpText(
      'after',
      `\n${t.help.example()}\n  npm run -s tutur -- summary --unit "Bidang Perencanaan" --period triwulan`,
    )
    .action((options: Options) =>
      runWithStore(world, options.json === true, (context) => summarise(context, options)),
    );
}

async function summarise({ services, t }: Context, options: Options): Promise<Report> {
  const people = await choosePeople(services, options, t);
  const rows = [];
  for (const person of people) {
    const today = localDate(services.now(), zoneOf(person, services));
    const period = parsePeriod(options.period, today);
    if (!period) throw new CommandFailure(t.summary.period(options.period));
    const { summary, extended } = await summaryOf(services, person, period, today);
    const { from, to, count, minutes, evidence, expected, reported, absent, missing, states } = summary;
    rows.push({
      nip: maskEmployeeNumber(person.nip),
      name: person.name,
      unit: person.unitName,
      ...{ from, to, expected, reported, absent, count, minutes, evidence, missing },
      states: countsOf(states),
      late: states.late,
      extended: [...new Set(extended.map(({ date }) => date))],
    });
  }
  const lines = rows.map(
    (r) => `${r.name} (${r.nip}), ${r.unit}: ${t.summary.line(r)}; ${t.window.states(r.states)}`,
  );
  return { exit: 0, lines: lines.length > 0 ? lines : [t.summary.nobody()], errors: [], data: rows };
}

async function choosePeople(
  { store }: Context['services'],
  { unit, nip }: Options,
  t: Context['t'],
): Promise<PersonRow[]> {
  const people = (await store.all(allPeople())).filter((person) => person.active);
  if (nip !== undefined) return people.filter((person) => person.nip === nip.replace(/\D/g, ''));
  if (unit === undefined) return people;
  const units = await store.all(allUnits());
  const within = unitsWithin(unit, units);
  if (within.size === 0)
    throw new CommandFailure(
      t.invite.unitUnknown(
        unit,
        units.map(({ name }) => name),
      ),
    );
  return people.filter((person) => within.has(person.unitId));
}
