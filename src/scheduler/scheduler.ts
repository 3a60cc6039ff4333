import cron from 'node-cron';
import { purgeOutbox } from '../../db/queries/outbox.ts';
import type { Services } from '../app/services.ts';
import { runPrompts } from './prompts.ts';

/** Settled rows are kept this long, so that a platform's redelivery still finds its answer. */
const KEEP_MS = 7 * 24 * 60 * 60_000;

/** Looks once a minute, and at once when it starts, at what is due. */
export interface Scheduler {
  start(): void;
  stop(): Promise<void>;
}

/** Makes the scheduler of one process; `wake` lets delivery know that there is something to send. */
export function createScheduler(services: Services, wake: () => void): Scheduler {
  let running: Promise<void> = Promise.resolve();
  let tasks: { stop(): unknown }[] = [];

  function tick(): void {
    running = running.then(async () => {
      try {
        const { prompted, skipped } = await runPrompts(services);
        if (prompted > 0) wake();
        if (prompted + skipped > 0) services.log.info({ prompted, skipped }, 'prompt slots decided');
      } catch (error) {
        services.log.error(
          { reason: (error as Error).message },
          'the scheduler could not decide; it tries again',
        );
      }
    });
  }

  return {
    start() {
      tasks = [
        cron.schedule('* * * * *', tick),
        cron.schedule('17 * * * *', () => services.store.later([purgeOutbox(services.now() - KEEP_MS)])),
      ];
      tick();
    },
    async stop() {
      for (const task of tasks) await task.stop();
      await running;
    },
  };
}
