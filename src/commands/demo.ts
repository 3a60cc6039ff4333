import type { Command } from 'commander';
import { seedDemo } from '../app/demo/seed.ts';
import { runWithStore, textsFor } from './run.ts';
import type { World } from './world.ts';

/** Registers `demo`, which fills an empty database with a sample agency. */
export function registerDemo(program: Command, world: World): void {
  const t = textsFor(world);
  program
    .command('demo')
    .description(t.help.demo())
    .option('--json', t.help.json())
    .addHelpText(
      'after',
      `\n${t.help.example()}\n  DATABASE_URL=file:./data/demo.db npm run -s tutur -- demo`,
    )
    .action((options: { json?: boolean }) =>
      runWithStore(world, options.json === true, async ({ services, settings }) => {
        const { store, agency } = services;
        const outcome = await seedDemo(store, { now: services.now(), zone: agency.zone });
        if (!outcome.ok) {
          const error = t.demo.notEmpty(outcome.people, outcome.units);
          return { exit: 1, lines: [], errors: [error], data: { ok: false, error } };
        }
        const { people, entries } = outcome;
        const lines = [t.demo.filled(people, entries), t.demo.next(settings.HOST, settings.PORT)];
        return { exit: 0, lines, errors: [], data: outcome };
      }),
    );
}
