import type { Command } from 'commander';
import { openSupervisions, type SupervisionRow, supervisionsOf } from '../../db/queries/supervisions.ts';
import { namesOf } from '../app/staffing/assessed-view.ts';
import { decideChange, planChange, refusal, type WantedChange } from '../app/staffing/change-plan.ts';
import { supervisionWrites } from '../app/staffing/supervision.ts';
import { maskEmployeeNumber } from '../core/employee-number.ts';
import { localDate } from '../core/local-time.ts';
import type { SupervisionKind } from '../core/staffing/supervision.ts';
import { textsOf } from '../i18n/texts.ts';
import { CommandFailure, type Context, type Report, runWithStore, textsFor } from './run.ts';
import { dateIn, needed, personIn, unitIn } from './staff-options.ts';
import type { World } from './world.ts';

/** Changes that `supervisor list` shows. */
const LISTED = 1_000;

interface SetOptions {
  nip?: string;
  unit?: string;
  to?: string;
  acting?: string;
  from?: string;
  until?: string;
  reason?: string;
  dryRun?: boolean;
  json?: boolean;
}

/** Registers `supervisor set` and `supervisor list`. */
export function registerSupervisor(program: Command, world: World): void {
  const t = textsFor(world);
  const { help } = t.staffing;
  const group = program.command('supervisor').description(help.supervisor());
  group
    .command('set')
    .description(help.set())
    .option('--nip <nip>', help.nip())
    .option('--unit <unit>', help.unit())
    .option('--to <nip>', help.to())
    .option('--acting <kind>', help.acting())
    .option('--from <date>', help.from())
    .option('--until <date>', help.until())
    .option('--reason <text>', help.reason())
    .option('--dry-run', t.help.dryRun())
    .option('--json', t.help.json())
    .addHelpText(
      'after',
      `\n${t.help.example()}\n  npm run -s tutur -- supervisor set --unit "Bidang Perencanaan" --to 198001012005011001 --acting plt --from 2026-05-01 --until 2026-06-30 --dry-run`,
    )
    .action((options: SetOptions) =>
      runWithStore(world, options.json === true, (context) => set(context, options)),
    );
  group
    .command('list')
    .description(help.list())
    .option('--nip <nip>', help.nip())
    .option('--json', t.help.json())
    .action((options: { nip?: string; json?: boolean }) =>
      runWithStore(world, options.json === true, (context) => list(context, options.nip)),
    );
}

async function set(context: Context, options: SetOptions): Promise<Report> {
  const { services, t } = context;
  const now = services.now();
  const today = localDate(now, services.agency.zone);
  const to = await personIn('--to', needed('--to', options.to, context), context);
  const kind = kindIn(options.acting, context);
  const wanted: WantedChange = {
    who: await whoIn(context, options),
    to: { id: to.id, name: to.name },
    kind,
    fromDate: options.from === undefined ? today : dateIn('--from', options.from, context),
    toDate: options.until === undefined ? null : dateIn('--until', options.until, context),
  };
  const plan = await planChange(services, wanted, today);
  if (!plan.ok) throw new CommandFailure(refusal(textsOf(services.agency.locale), plan, to.name));
  const dryRun = options.dryRun === true;
  const order = { ...wanted, reason: options.reason ?? null };
  const decisions = await decideChange(services, plan.people, order, null, now);
  const moved = decisions.filter(({ move }) => move !== null).length;
  if (!dryRun) await services.store.commit(await supervisionWrites(services, decisions, now));
  const before = await namesOf(
    services,
    plan.people.map(({ supervisorId }) => supervisorId),
  );
  const texts = textsOf(services.agency.locale).staffing;
  const changes = plan.people.map((person) => ({
    nip: maskEmployeeNumber(person.nip),
    name: person.name,
    from: person.supervisorId === null ? null : (before.get(person.supervisorId) ?? null),
    to: to.name,
  }));
  const lines = changes.map(({ name, nip, from, to: next }) =>
    t.staffing.change(`${name} (${nip})`, from ?? '–', texts.named(next, kind)),
  );
  const { fromDate, toDate } = wanted;
  const summary = t.staffing.set(changes.length, fromDate, fromDate <= today);
  return {
    exit: 0,
    lines: [...lines, dryRun ? t.staffing.dryRun() : summary],
    errors: [],
    data: { ok: true, dryRun, kind, from: fromDate, until: toDate, moved, changes },
  };
}

async function whoIn(context: Context, { nip, unit }: SetOptions): Promise<WantedChange['who']> {
  if ((nip === undefined) === (unit === undefined)) throw new CommandFailure(context.t.staffing.onePerson());
  if (nip !== undefined) {
    const { id, name } = await personIn('--nip', nip, context);
    return { kind: 'person', id, name };
  }
  const { id, name } = await unitIn('--unit', unit!, context);
  return { kind: 'unit', id, name };
}

function kindIn(acting: string | undefined, { t }: Context): SupervisionKind {
  if (acting === undefined) return 'definitive';
  const kind = acting.toLowerCase().replace('.', '');
  if (kind !== 'plt' && kind !== 'plh') throw new CommandFailure(t.staffing.acting(acting));
  return kind;
}

async function list(context: Context, nip: string | undefined): Promise<Report> {
  const { services, t } = context;
  const rows: SupervisionRow[] =
    nip === undefined
      ? await services.store.all(openSupervisions(LISTED))
      : await services.store.all(supervisionsOf([(await personIn('--nip', nip, context)).id]));
  const names = await namesOf(
    services,
    rows.flatMap(({ personId, supervisorId }) => [personId, supervisorId]),
  );
  const data = rows.map((row) => ({
    id: row.id,
    person: names.get(row.personId) ?? null,
    supervisor: row.supervisorId === null ? null : (names.get(row.supervisorId) ?? null),
    ...{ kind: row.kind, from: row.fromDate, until: row.toDate, status: row.status, reason: row.reason },
  }));
  const texts = textsOf(services.agency.locale).staffing;
  const lines = data.map(({ person, supervisor, kind, from, until, status }) =>
    t.staffing.span(person ?? '–', supervisor ?? '–', texts.kind(kind), from, until, status),
  );
  return { exit: 0, lines: lines.length > 0 ? lines : [t.staffing.none()], errors: [], data };
}
