/** The share by which a platform is used less after it has refused something; doubled while it goes on refusing. */
const STEP = 0.01;
const LARGEST_STEP = 0.16;
/** Refusals within this time are one: they were under way together. */
const TOGETHER_MS = 2_000;
/** A refusal this soon after another one means that the step was too small. */
const AGAIN_MS = 20_000;
/** After this time without a refusal the platform is tried with one step more. */
const CALM_MS = 60 * 60_000;

/** The pace that a platform has proved to take: what it publishes is not exact, and what it counts it does not say. */
export interface Ease {
  perSecond(): number;
  /** The platform has refused a message because of the pace over all conversations. */
  refused(): void;
}

/** Makes a pace that begins at `limit` messages a second, and never falls below a quarter of it. */
export function createEase(limit: number, now: () => number): Ease {
  let pace = limit;
  let step = STEP;
  let refusedAt = Number.NEGATIVE_INFINITY;
  let changedAt = now();
  return {
    perSecond() {
      if (pace < limit && now() - changedAt > CALM_MS) {
        pace = Math.min(limit, pace * (1 + STEP));
        changedAt = now();
      }
      return pace;
    },
    refused() {
      const since = now() - refusedAt;
      if (since < TOGETHER_MS) return;
      step = since < AGAIN_MS ? Math.min(LARGEST_STEP, step * 2) : STEP;
      pace = Math.max(limit / 4, pace * (1 - step));
      refusedAt = now();
      changedAt = refusedAt;
    },
  };
}
