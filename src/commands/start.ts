import type { Command } from 'commander';
import { readSettings } from '../settings.ts';
import { CommandFailure, run, settingLines, textsFor } from './run.ts';
import type { World } from './world.ts';

/** Registers `start`, which runs the bot. */
export function registerStart(program: Command, world: World): void {
  const t = textsFor(world);
  program
    .command('start')
    .description(t.help.start())
    .addHelpText('after', `\n${t.help.example()}\n  npm run -s tutur -- start`)
    .action(() =>
      run(world, false, async () => {
        const read = readSettings(world.env);
        if (!read.ok) throw new CommandFailure(settingLines(read.problems, t).join('\n'));
        await world.start(read.settings);
        return { exit: 0, lines: [], errors: [], data: null };
      }),
    );
}
