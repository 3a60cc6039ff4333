import cron from 'node-cron';
import { purgeOutbox } from '../../db/queries/outbox.ts';
import type { Services } from '../app/services.ts';
import { completeAgenda, runPrompts } from './prompts.ts';

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

  /** Nobody is forgotten, however they came into the database. */
  function complete(): void {
    running = running
      .then(() => completeAgenda(services))
      .then(
        () => {},
        (error: Error) => services.log.error({ reason: error.message }, 'the agenda could not be completed'),
      );
  }

  return {
    start() {
      tasks = [
        cron.schedule('* * * * *', tick),
        cron.schedule('17 * * * *', () => {
          void services.store.later([purgeOutbox(services.now() - KEEP_MS)]);
          complete();
        }),
      ];
      complete();
      tick();
    },
    async stop() {
      for (const task of tasks) await task.stop();
      await running;
    },
  };
}
