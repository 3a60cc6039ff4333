#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createProgram, runProgram } from './commands/program.ts';
import type { World } from './commands/world.ts';

// What the environment sets already wins over the file.
if (existsSync('.env')) process.loadEnvFile('.env');

const world: World = {
  env: process.env,
  now: () => Date.now(),
  random: (bytes) => randomBytes(bytes),
  async input() {
    const parts: Buffer[] = [];
    for await (const part of process.stdin) parts.push(Buffer.from(part));
    return Buffer.concat(parts);
  },
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  done: (code) => {
    process.exitCode = code;
  },
  start: async (settings) => (await import('./main.ts')).start(settings),
};

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await runProgram(createProgram(world), world, process.argv.slice(2));
