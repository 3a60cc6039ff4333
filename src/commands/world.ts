import type { Settings } from '../settings.ts';

/** 0: done; 1: the command failed or found problems; 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What the commands need of the process around them. */
export interface World {
  env: Readonly<Record<string, string | undefined>>;
  /** The present instant, ms UTC. */
  now(): number;
  random(bytes: number): Uint8Array;
  /** Reads standard input to its end. */
  input(): Promise<Uint8Array>;
  /** Writes text to standard output as it is. */
  print(text: string): void;
  /** Writes text to standard error as it is. */
  complain(text: string): void;
  /** Says how the process is to end, once nothing is left to do. */
  done(code: ExitCode): void;
  /** Runs the bot until it is told to stop. */
  start(settings: Settings): Promise<void>;
}
