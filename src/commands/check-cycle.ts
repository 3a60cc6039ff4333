import type { Command } from 'commander';
import { checkCycle } from '../app/staffing/data-check.ts';
import { maskEmployeeNumber } from '../core/employee-number.ts';
import { localDate } from '../core/local-time.ts';
import { FINDINGS } from '../core/staffing/data-check.ts';
import { textsOf } from '../i18n/texts.ts';
import { CommandFailure, type Context, type Report, runWithStore, textsFor } from './run.ts';
import { unitIn } from './staff-options.ts';
import type { World } from './world.ts';

interface Options {
  year?: string;
  unit?: string;
  json?: boolean;
}

/** Registers `check cycle`: whether the data are ready for a performance cycle. */
export function registerCheckCycle(check: Command, world: World): void {
  const t = textsFor(world);
  check
    .command('cycle')
    .description(t.staffing.help.cycle())
    .option('--year <year>', t.staffing.help.year())
    .option('--unit <unit>', t.staffing.help.cycleUnit())
    .option('--json', t.help.json())
    .addHelpText('after', `\n${t.help.example()}\n  npm run -s tutur -- check cycle --year 2027`)
    .action((options: Options) =>
      runWithStore(world, options.json === true, (context) => checked(context, options)),
    );
}

async function checked(context: Context, options: Options): Promise<Report> {
  const { services, t } = context;
  const said = options.year ?? localDate(services.now(), services.agency.zone).slice(0, 4);
  if (!/^20\d{2}$/.test(said)) throw new CommandFailure(t.staffing.year(said));
  const unit = options.unit === undefined ? null : await unitIn('--unit', options.unit, context);
  const { found, people, ready, year } = await checkCycle(services, Number(said), unit?.id ?? null);
  const texts = textsOf(services.agency.locale).staffing.check;
  const present = FINDINGS.filter((finding) => found[finding].length > 0);
  const lines = present.flatMap((finding) => [
    `${texts.names(finding, found[finding].length)}. ${texts.mend(finding)}`,
    ...found[finding].map(({ name, person }) =>
      person ? `  ${name} (${maskEmployeeNumber(person.nip)}), ${person.unitName}` : `  ${name}`,
    ),
  ]);
  return {
    exit: present.length > 0 ? 1 : 0,
    lines: [
      texts.title(year, unit?.name ?? null),
      texts.people(ready, people),
      ...(present.length > 0 ? lines : [texts.ready()]),
    ],
    errors: [],
    data: {
      ...{ ok: present.length === 0, year, unit: unit?.name ?? null, people, ready },
      findings: present.map((finding) => ({
        ...{ finding, count: found[finding].length, mend: texts.mend(finding) },
        names: found[finding].map(({ name, person }) => ({
          name,
          ...(person ? { nip: maskEmployeeNumber(person.nip), unit: person.unitName } : {}),
        })),
      })),
    },
  };
}
