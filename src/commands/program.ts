import { Command, CommanderError } from 'commander';
import { registerAnnounce } from './announce.ts';
import { registerCheck } from './check.ts';
import { registerDemo } from './demo.ts';
import { registerEvaluate } from './evaluate.ts';
import { registerImport } from './import.ts';
import { registerInvite } from './invite.ts';
import { registerPeople } from './people.ts';
import { textsFor } from './run.ts';
import { registerSettings } from './settings.ts';
import { registerStart } from './start.ts';
import { registerStatus } from './status.ts';
import { registerSummary } from './summary.ts';
import { registerSupervisor } from './supervisor.ts';
import type { World } from './world.ts';

/** Builds the operator's program; each command registers itself. */
export function createProgram(world: World): Command {
  const program = new Command('tutur')
    .description(textsFor(world).help.program())
    .exitOverride()
    // An option belongs to the command that it stands behind, where commands have commands below them.
    .enablePositionalOptions()
    .configureOutput({
      writeOut: (text) => world.print(text),
      writeErr: (text) => world.complain(text),
    });
  for (const register of [
    registerStart,
    registerCheck,
    registerImport,
    registerSettings,
    registerInvite,
    registerSummary,
    registerEvaluate,
    registerAnnounce,
    registerSupervisor,
    registerPeople,
    registerStatus,
    registerDemo,
  ])
    register(program, world);
  return program;
}

/** Runs the program with its arguments; wrong usage ends with 2, help with 0. */
export async function runProgram(program: Command, world: World, args: readonly string[]): Promise<void> {
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    world.done(error.exitCode === 0 ? 0 : 2);
  }
}
