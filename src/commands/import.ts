import type { Command } from 'commander';
import { importActions } from '../app/import/actions.ts';
import { importAgreement } from '../app/import/agreement.ts';
import { importHistory } from '../app/import/history.ts';
import { importHolidays } from '../app/import/holidays.ts';
import { importMatrix } from '../app/import/matrix.ts';
import { importPeople } from '../app/import/people.ts';
import { importPlans } from '../app/import/plans.ts';
import { importShifts } from '../app/import/shifts.ts';
import { readTableFile } from '../app/table-file.ts';
import type { Table } from '../core/import/table.ts';
import { describeActions } from './actions-report.ts';
import { describeHolidays, describeShifts } from './calendar-report.ts';
import { describeAgreement, describeMatrix } from './cascade-report.ts';
import { describeHistory } from './history-report.ts';
import { type Described, describePeople, describePlans } from './import-report.ts';
import {
  type FileProblem,
  type FileWarning,
  findingLine,
  problemFinding,
  problemTexts,
  tableFileSentence,
  warningFinding,
} from './problem-text.ts';
import { type Context, type Report, runWithStore, textsFor } from './run.ts';
import type { World } from './world.ts';

interface Imported {
  problems: FileProblem[];
  warnings: FileWarning[];
  applied: boolean;
  described: Described;
}

type Importer = (context: Context, table: Table, options: { dryRun: boolean }) => Promise<Imported>;

const KINDS = ['people', 'plans', 'actions', 'agreement', 'matrix', 'holidays', 'shifts', 'history'] as const;

const importers: Record<(typeof KINDS)[number], Importer> = {
  people: async ({ services, t }, table, options) => {
    const result = await importPeople(services, table, options);
    return { ...result, described: describePeople(result.difference, t) };
  },
  plans: async ({ services, t }, table, options) => {
    const result = await importPlans(services, table, options);
    return { ...result, described: describePlans(result.differences, result.names, t) };
  },
  actions: async ({ services, t }, table, options) => {
    const result = await importActions(services, table, options);
    return { ...result, described: describeActions(result, t) };
  },
  agreement: async ({ services, t }, table, options) => {
    const result = await importAgreement(services, table, options);
    return { ...result, described: describeAgreement(result, t) };
  },
  matrix: async ({ services, t }, table, options) => {
    const result = await importMatrix(services, table, options);
    return { ...result, described: describeMatrix(result, t) };
  },
  holidays: async ({ services, t }, table, options) => {
    const result = await importHolidays(services, table, options);
    return { ...result, described: describeHolidays(result.difference, t) };
  },
  shifts: async ({ services, settings, t }, table, options) => {
    const result = await importShifts(services, table, options);
    return { ...result, described: describeShifts(result, settings.AGENCY_LOCALE, t) };
  },
  history: async ({ services, settings, t }, table, options) => {
    const result = await importHistory(services, table, options);
    return { ...result, described: describeHistory(result, settings.AGENCY_LOCALE, t) };
  },
};

/** Registers `import people|plans|actions|agreement|matrix|holidays|shifts|history <file>`. */
export function registerImport(program: Command, world: World): void {
  const t = textsFor(world);
  const group = program.command('import').description(t.help.import.all());
  for (const kind of KINDS) {
    group
      .command(kind)
      .description(t.help.import[kind]())
      .argument('<file>', t.help.import.file())
      .option('--dry-run', t.help.dryRun())
      .option('--json', t.help.json())
      .addHelpText(
        'after',
        `\n${t.help.example()}\n  npm run -s tutur -- import ${kind} ${kind}.csv --dry-run`,
      )
      .action((file: string, options: { dryRun?: boolean; json?: boolean }) =>
        runWithStore(world, options.json === true, (context) =>
          importFile(context, kind, file, options.dryRun === true),
        ),
      );
  }
}

async function importFile(
  context: Context,
  kind: keyof typeof importers,
  path: string,
  dryRun: boolean,
): Promise<Report> {
  const { t, settings } = context;
  const texts = problemTexts(settings.AGENCY_LOCALE);
  const file = await readTableFile(path);
  if (!file.ok) {
    const message = tableFileSentence(file.problem, texts);
    const data = { ok: false, file: path, error: message };
    return { exit: 1, lines: [], errors: [message], data };
  }
  const { problems, warnings, applied, described } = await importers[kind](context, file.table, { dryRun });
  const found = problems.map((problem) => problemFinding(problem, texts));
  const unusual = warnings.map((warning) => warningFinding(warning, texts));
  const warningLines = unusual.map((finding) => `${t.import.warning()} ${findingLine(finding, texts)}`);
  const data = {
    ...{ ok: found.length === 0, file: path, dryRun, applied },
    ...(found.length === 0 ? described.data : {}),
    ...{ problems: found, warnings: unusual },
  };
  if (found.length > 0) {
    const errors = [...found.map((finding) => findingLine(finding, texts)), ...warningLines];
    return { exit: 1, lines: [], errors: [...errors, t.import.refused(found.length)], data };
  }
  const ending = applied
    ? t.import.applied()
    : dryRun && described.different
      ? t.import.dryRun()
      : t.import.same();
  return { exit: 0, lines: [...described.lines, ending], errors: warningLines, data };
}
