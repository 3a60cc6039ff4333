import type { Command } from 'commander';
import { subordinatesOf } from '../../db/queries/people.ts';
import { zoneOf } from '../app/session.ts';
import { departureWrites, returnWrites } from '../app/staffing/departure.ts';
import { maskEmployeeNumber } from '../core/employee-number.ts';
import { localDate } from '../core/local-time.ts';
import { DEPARTURE_REASONS, departureProblem, hasLeft } from '../core/staffing/departure.ts';
import { CommandFailure, type Context, type Report, runWithStore, textsFor } from './run.ts';
import { dateIn, needed, personIn } from './staff-options.ts';
import type { World } from './world.ts';

interface LeaveOptions {
  nip?: string;
  on?: string;
  reason?: string;
  dryRun?: boolean;
  json?: boolean;
}

/** Registers `people leave` and `people return`. */
export function registerPeople(program: Command, world: World): void {
  const t = textsFor(world);
  const { help } = t.staffing;
  const group = program.command('people').description(help.people());
  group
    .command('leave')
    .description(help.leave())
    .option('--nip <nip>', help.nip())
    .option('--on <date>', help.on())
    .option('--reason <reason>', help.why())
    .option('--dry-run', t.help.dryRun())
    .option('--json', t.help.json())
    .addHelpText(
      'after',
      `\n${t.help.example()}\n  npm run -s tutur -- people leave --nip 196604101990031001 --on 2026-04-30 --reason pensiun`,
    )
    .action((options: LeaveOptions) =>
      runWithStore(world, options.json === true, (context) => leave(context, options)),
    );
  group
    .command('return')
    .description(help.return())
    .option('--nip <nip>', help.nip())
    .option('--from <date>', help.again())
    .option('--json', t.help.json())
    .action((options: { nip?: string; from?: string; json?: boolean }) =>
      runWithStore(world, options.json === true, (context) => comeBack(context, options)),
    );
}

async function leave(context: Context, options: LeaveOptions): Promise<Report> {
  const { services, t } = context;
  const person = await personIn('--nip', needed('--nip', options.nip, context), context);
  const lastDay = dateIn('--on', needed('--on', options.on, context), context);
  const said = needed('--reason', options.reason, context);
  const reason = DEPARTURE_REASONS.find((one) => one === said.toLowerCase());
  if (!reason) throw new CommandFailure(t.staffing.reason(said));
  const now = services.now();
  const today = localDate(now, zoneOf(person, services));
  const problem = departureProblem(person, lastDay, today, null);
  if (problem) throw new CommandFailure(t.staffing.departure(problem, person.name));
  const team = await services.store.all(subordinatesOf({ supervisorId: person.id }));
  const dryRun = options.dryRun === true;
  const departure = { lastDay, reason, actorId: null };
  if (!dryRun) await services.store.commit(await departureWrites(services, person, departure, now));
  const left = hasLeft({ activeUntil: lastDay }, today);
  return {
    exit: 0,
    lines: [
      dryRun ? t.staffing.dryRun() : t.staffing.left(person.name, lastDay, left),
      ...(team.length > 0 ? [t.staffing.team(team.length)] : []),
    ],
    errors: [],
    data: {
      ...{ ok: true, dryRun, nip: maskEmployeeNumber(person.nip), name: person.name, lastDay, reason },
      ...{ active: dryRun || !left, team: team.map(({ name }) => name) },
    },
  };
}

async function comeBack(context: Context, options: { nip?: string; from?: string }): Promise<Report> {
  const { services, t } = context;
  const person = await personIn('--nip', needed('--nip', options.nip, context), context);
  if (person.active && person.activeUntil === null) throw new CommandFailure(t.staffing.active(person.name));
  const from = options.from === undefined ? null : dateIn('--from', options.from, context);
  await services.store.commit(returnWrites(services, person, from, null, services.now()));
  const data = { ok: true, nip: maskEmployeeNumber(person.nip), name: person.name, from };
  return { exit: 0, lines: [t.staffing.returned(person.name)], errors: [], data };
}
