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

/** The commands in the order of the help, each group under a heading. */
const GROUPS = {
  run: [registerStart, registerDemo, registerCheck, registerStatus],
  data: [registerImport, registerSettings, registerInvite, registerSupervisor, registerPeople],
  use: [registerAnnounce, registerSummary, registerEvaluate],
} as const;

/** Builds the operator's program; each command registers itself. */
export function createProgram(world: World): Command {
  const { help } = textsFor(world);
  const program = new Command('tutur')
    .description(help.program())
    .exitOverride()
    // An option belongs to the command that it stands behind, where commands have commands below them.
    .enablePositionalOptions()
    .helpOption('-h, --help', help.help())
    .configureHelp({
      styleTitle: (title) => help.title(title),
      optionDescription: ({ description, defaultValue }) =>
        typeof defaultValue === 'string' ? help.standard(description, defaultValue) : description,
    })
    .configureOutput({
      writeOut: (text) => world.print(text),
      writeErr: (text) => world.complain(text),
    });
  for (const name of ['run', 'data', 'use'] as const) {
    program.commandsGroup(help.group(name));
    if (name === 'run') program.helpCommand('help [command]', help.help());
    for (const register of GROUPS[name]) register(program, world);
  }
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
