import cron from 'node-cron';
import { purgeOutbox } from '../../db/queries/outbox.ts';
import { purgePrompts } from '../../db/queries/prompts.ts';
import { applyOutages } from '../app/extensions.ts';
import type { Services } from '../app/services.ts';
import { climbLadders } from '../app/staffing/ladder.ts';
import { runAnnouncements } from './announcements.ts';
import { completeDigests, runDigests } from './digests.ts';
import { completeEvaluations, runEvaluations } from './evaluations.ts';
import { handOverObjections } from './objections.ts';
import { createOutageWatch, type PlatformHealth } from './outages.ts';
import { completeAgenda, runPrompts } from './prompts.ts';
import { completeRadar, runRadar } from './radar.ts';
import { runStaffing } from './staffing.ts';

/** Settled rows are kept this long, so that a platform's redelivery still finds its answer. */
const KEEP_MS = 7 * 24 * 60 * 60_000;
/** Decisions about prompts and lists are kept this long. */
const KEEP_DECISIONS_MS = 90 * 24 * 60 * 60_000;

/** Looks once a minute, and at once when it starts, at what is due; of several processes only the one that leads. */
export interface Scheduler {
  start(): void;
  /** Looks at announcements now: one has been confirmed. */
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Makes the scheduler of one process; `wake` lets delivery know that there is something to send, `health` says whether
 * the platforms can be reached.
 */
export function createScheduler(
  services: Services,
  wake: () => void,
  health: () => readonly PlatformHealth[],
): Scheduler {
  const outages = createOutageWatch(services, health);
  let running: Promise<void> = Promise.resolve();
  let announcing: Promise<void> = Promise.resolve();
  let announceAgain = false;
  let tasks: { stop(): unknown }[] = [];

  function tick(): void {
    running = running
      .then(() => attempt(watchOutages, 'outages could not be looked at; the scheduler tries again'))
      .then(() => attempt(changeStaff, 'changes among people could not be made; the scheduler tries again'))
      .then(() => attempt(decidePrompts, 'the scheduler could not decide; it tries again'));
  }

  async function watchOutages(): Promise<void> {
    await outages.look();
    const extended = await applyOutages(services);
    if (extended.people > 0) wake();
    if (extended.outages > 0) services.log.info({ ...extended }, 'outages applied');
  }

  /** Before prompts are decided: who has left is not prompted any more. */
  async function changeStaff(): Promise<void> {
    const { moved, left } = await runStaffing(services);
    const { sent, settled } = await climbLadders(services);
    if (moved + left + sent === 0) return;
    wake();
    services.log.info({ moved, left, sent, settled }, 'changes among people made');
  }

  async function decidePrompts(): Promise<void> {
    const { prompted, skipped } = await runPrompts(services);
    const lists = await runDigests(services);
    await runEvaluations(services);
    wake();
    if (prompted + skipped > 0) services.log.info({ prompted, skipped }, 'prompt slots decided');
    if (lists > 0) services.log.info({ lists }, "lists of supervisors' teams decided");
    outages.done();
    // Behind everything that has its minute.
    const notices = await runRadar(services);
    if (notices === 0) return;
    wake();
    services.log.info({ notices }, 'quiet work results pointed out');
  }

  /** Of several processes only the one that leads works. */
  async function attempt(work: () => Promise<void>, message: string): Promise<void> {
    try {
      if (await services.store.leads()) await work();
    } catch (error) {
      services.log.error({ reason: (error as Error).message }, message);
    }
  }

  /** Announcements have a line of their own: a large audience must not hold prompts up. */
  function announce(): void {
    if (announceAgain) return;
    announceAgain = true;
    announcing = announcing.then(() => {
      announceAgain = false;
      return attempt(announcements, 'announcements could not be sent; the scheduler tries again');
    });
  }

  async function announcements(): Promise<void> {
    const { started, recipients } = await runAnnouncements(services);
    wake();
    if (started + recipients > 0)
      services.log.info({ started, recipients }, 'announcements are on their way');
  }

  /** Nobody is forgotten, however they came into the database. */
  function complete(): void {
    running = running.then(() => attempt(completeAll, 'the agenda could not be completed'));
  }

  async function completeAll(): Promise<void> {
    await completeAgenda(services);
    await completeDigests(services);
    await completeRadar(services);
    const objections = await handOverObjections(services);
    if (objections > 0) services.log.info({ objections }, 'objections handed over');
    await completeEvaluations(services);
  }

  return {
    start() {
      tasks = [
        cron.schedule('* * * * *', tick),
        cron.schedule('*/10 * * * * *', announce),
        cron.schedule('17 * * * *', () => {
          const now = services.now();
          void services.store.later([purgeOutbox(now - KEEP_MS), purgePrompts(now - KEEP_DECISIONS_MS)]);
          complete();
        }),
      ];
      complete();
      tick();
      announce();
    },
    wake: announce,
    async stop() {
      for (const task of tasks) await task.stop();
      await Promise.all([running, announcing]);
    },
  };
}
