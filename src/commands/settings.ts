import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { AgencyProblem } from '../app/agency-file.ts';
import { applyAgencySettings, type SettingsDifference } from '../app/agency-settings.ts';
import type { Locale } from '../core/model.ts';
import type { OperatorTexts } from '../i18n/operator-texts.ts';
import { CommandFailure, type Context, type Report, reasonOf, runWithStore, textsFor } from './run.ts';
import { changeLines } from './settings-values.ts';
import type { World } from './world.ts';

/** Registers `settings apply <file>`. */
export function registerSettings(program: Command, world: World): void {
  const t = textsFor(world);
  program
    .command('settings')
    .description(t.help.settings.all())
    .command('apply')
    .description(t.help.settings.apply())
    .argument('<file>', t.help.settings.file())
    .option('--dry-run', t.help.dryRun())
    .option('--json', t.help.json())
    .addHelpText('after', `\n${t.help.example()}\n  npm run -s tutur -- settings apply agency.yaml --dry-run`)
    .action((file: string, options: { dryRun?: boolean; json?: boolean }) =>
      runWithStore(world, options.json === true, (context) => apply(context, file, options.dryRun === true)),
    );
}

async function apply({ services, settings, t }: Context, path: string, dryRun: boolean): Promise<Report> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CommandFailure(t.settings.notRead(path, reasonOf(error)), error);
  });
  const outcome = await applyAgencySettings(services, text, { dryRun });
  if (!outcome.ok) {
    const problems = outcome.problems.map((problem) => ({ ...problem, message: sentenceOf(problem, t) }));
    const errors = [...problems.map(({ message }) => message), t.settings.refused(problems.length)];
    return { exit: 1, lines: [], errors, data: { ok: false, file: path, problems } };
  }
  const { difference, applied } = outcome;
  const different = difference.rules.length + difference.zones.length > 0;
  const ending = applied ? t.settings.applied() : different ? t.settings.dryRun() : t.settings.same();
  const data = { ok: true, file: path, dryRun, applied, ...difference };
  return {
    exit: 0,
    lines: [...differenceLines(difference, settings.AGENCY_LOCALE, t), ending],
    errors: [],
    data,
  };
}

function sentenceOf({ code, path, line, value }: AgencyProblem, t: OperatorTexts): string {
  return `${t.settings.place(line, path)}: ${t.settings.problem[code](value)}`;
}

function differenceLines(
  { effectiveFrom, rules, zones }: SettingsDifference,
  locale: Locale,
  t: OperatorTexts,
): string[] {
  return [
    ...rules.flatMap(({ unit, changes, overruledFrom }) => [
      t.settings.scope(unit, effectiveFrom),
      ...changeLines(changes, locale, t).map((line) => `  ~ ${line}`),
      ...(overruledFrom === null ? [] : [`  ! ${t.settings.overruled(overruledFrom)}`]),
    ]),
    ...zones.map(({ unit, from, to }) => t.settings.zone(unit, from ?? '–', to)),
  ];
}
