import type { Command } from 'commander';
import { readTableFile } from '../app/table-file.ts';
import { readConversion } from '../core/import/evaluations/conversion.ts';
import { type EvaluationSettings, evaluateTable } from '../core/import/evaluations/evaluations.ts';
import type { Table } from '../core/import/table.ts';
import { localDate } from '../core/local-time.ts';
import type { Locale } from '../core/model.ts';
import { reconstructedConversion } from '../core/rulebooks/conversion.ts';
import { defaultPp30Settings } from '../core/rulebooks/pp30.ts';
import { evaluationData, evaluationLines } from './evaluate-report.ts';
import {
  type FileProblem,
  findingLine,
  problemFinding,
  problemTexts,
  tableFileSentence,
  warningFinding,
} from './problem-text.ts';
import { CommandFailure, type Report, run, textsFor } from './run.ts';
import type { World } from './world.ts';

interface Options {
  weights: string;
  conversion?: string;
  json?: boolean;
}

const WEIGHTS = new Map<string, 70 | 60>([
  ['70/30', 70],
  ['60/40', 60],
]);

/** Registers `evaluate <file>`: evaluations of older periods, computed and not stored. */
export function registerEvaluate(program: Command, world: World): void {
  const t = textsFor(world);
  program
    .command('evaluate')
    .description(t.evaluate.help.all())
    .argument('<file>', t.evaluate.help.file())
    .option('--weights <weights>', t.evaluate.help.weights(), '70/30')
    .option('--conversion <file>', t.evaluate.help.conversion())
    .option('--json', t.help.json())
    .addHelpText(
      'after',
      `\n${t.help.example()}\n  npm run -s tutur -- evaluate data-files/evaluate-sample.csv`,
    )
    .action((file: string, options: Options) =>
      run(world, options.json === true, () => evaluateFile(world, file, options)),
    );
}

async function evaluateFile(world: World, path: string, options: Options): Promise<Report> {
  const t = textsFor(world);
  const locale: Locale = world.env.AGENCY_LOCALE === 'en' ? 'en' : 'id';
  const texts = problemTexts(locale);
  const planWeight = WEIGHTS.get(options.weights.replaceAll(' ', ''));
  if (!planWeight) throw new CommandFailure(t.evaluate.badWeights(options.weights));
  const pp30 = { ...defaultPp30Settings, planWeight };
  const conversion =
    options.conversion === undefined
      ? reconstructedConversion
      : await conversionFrom(options.conversion, locale);
  const settings: EvaluationSettings = { pp30, conversion };
  const table = await tableFrom(path, locale);
  // NIPs and periods are of the past: the date only tells an appointment that lies ahead, so any zone of the country will do.
  const today = localDate(world.now(), world.env.AGENCY_TIME_ZONE || 'Asia/Jakarta');
  const { evaluations, problems, warnings } = evaluateTable(table, { today, settings });
  const found = problems.map((problem) => problemFinding(problem, texts));
  const unusual = warnings.map((warning) => warningFinding(warning, texts));
  const warningLines = unusual.map((finding) => `${t.import.warning()} ${findingLine(finding, texts)}`);
  const data = {
    ...{ ok: found.length === 0, file: path },
    evaluations: evaluations.map(evaluationData),
    ...{ problems: found, warnings: unusual },
  };
  const lines = evaluations.flatMap((one) => evaluationLines(one, locale, t));
  const errors = [...found.map((finding) => findingLine(finding, texts)), ...warningLines];
  if (found.length > 0) errors.push(t.evaluate.refused(found.length, evaluations.length));
  else if (lines.length === 0) lines.push(t.evaluate.nobody());
  return { exit: found.length > 0 ? 1 : 0, lines, errors, data };
}

async function conversionFrom(path: string, locale: Locale): Promise<EvaluationSettings['conversion']> {
  const read = readConversion(await tableFrom(path, locale));
  if (read.ok) return read.conversion;
  const texts = problemTexts(locale);
  const lines = read.problems.map((problem: FileProblem) =>
    findingLine(problemFinding(problem, texts), texts),
  );
  throw new CommandFailure(lines.map((line) => `${path}: ${line}`).join('\n'));
}

async function tableFrom(path: string, locale: Locale): Promise<Table> {
  const file = await readTableFile(path);
  if (!file.ok) throw new CommandFailure(tableFileSentence(file.problem, problemTexts(locale)));
  return file.table;
}
