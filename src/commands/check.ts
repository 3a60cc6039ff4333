import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { localDate } from '../core/local-time.ts';
import type { OperatorTexts } from '../i18n/operator-texts.ts';
import { readSettings, type Settings } from '../settings.ts';
import { registerCheckCycle } from './check-cycle.ts';
import { checkPlatforms } from './check-platforms.ts';
import { checkStored } from './check-store.ts';
import { type CheckFinding, finding } from './finding.ts';
import { openDatabase, type Report, reasonOf, run, settingLines, textsFor } from './run.ts';
import type { World } from './world.ts';

/** Registers `check`, which says what is wrong and how to mend it. */
export function registerCheck(program: Command, world: World): void {
  const t = textsFor(world);
  const command = program
    .command('check')
    .description(t.help.check())
    .option('--json', t.help.json())
    .addHelpText('after', `\n${t.help.example()}\n  npm run -s tutur -- check`)
    .action((options: { json?: boolean }) =>
      run(world, options.json === true, async () => report(await checkAll(world, t), t)),
    );
  registerCheckCycle(command, world);
}

function report(findings: CheckFinding[], t: OperatorTexts): Report {
  const lines = findings.flatMap(({ level, message, remedy }) => [
    `${t.check.level[level]()} ${message}`,
    ...(remedy === null ? [] : [`     → ${remedy}`]),
  ]);
  const problems = findings.filter(({ level }) => level === 'problem').length;
  const warnings = findings.filter(({ level }) => level === 'warning').length;
  const exit = problems > 0 ? 1 : 0;
  const data = { ok: exit === 0, problems, warnings, findings };
  return { exit, lines: [...lines, t.check.total(problems, warnings)], errors: [], data };
}

async function checkAll(world: World, t: OperatorTexts): Promise<CheckFinding[]> {
  const read = readSettings(world.env);
  if (!read.ok) {
    const lines = settingLines(read.problems, t);
    return lines.map((line) => finding('settings', 'problem', [line, t.check.settingRemedy()]));
  }
  const { settings } = read;
  return [
    finding('settings', 'ok', t.check.settings()),
    ...(await checkDatabase(world, settings, t)),
    ...(await checkPlatforms(world, settings, t)),
    await checkEvidence(settings.EVIDENCE_DIR, t),
  ];
}

async function checkDatabase(world: World, settings: Settings, t: OperatorTexts): Promise<CheckFinding[]> {
  try {
    const store = await openDatabase(settings, t);
    try {
      const today = localDate(world.now(), settings.AGENCY_TIME_ZONE);
      const stored = await checkStored(store, today, t);
      return [finding('database', 'ok', t.check.database(store.dialect)), ...stored];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [finding('database', 'problem', [reasonOf(error), t.check.databaseRemedy()])];
  }
}

async function checkEvidence(folder: string, t: OperatorTexts): Promise<CheckFinding> {
  const probe = join(folder, `.check-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    return finding('evidence', 'ok', t.check.evidence(folder));
  } catch (error) {
    return finding('evidence', 'problem', t.check.evidenceRefused(folder, reasonOf(error)));
  }
}
