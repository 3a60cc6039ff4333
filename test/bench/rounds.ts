/** How long and how often is measured. */
export interface Effort {
  rounds: number;
  roundMs: number;
}

/** What one peer did in each round. */
export interface Samples {
  name: string;
  /** Things done per second, one number for each round. */
  rates: number[];
}

/** Measures peers in turn, round by round, after a round that does not count; the machine's moods meet all alike. */
export async function inTurns(
  peers: readonly { name: string; rate(ms: number): Promise<number> }[],
  { rounds, roundMs }: Effort,
): Promise<Samples[]> {
  const samples = peers.map(({ name }) => ({ name, rates: [] as number[] }));
  for (const peer of peers) await peer.rate(Math.min(roundMs, 1_000));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, peer] of peers.entries()) samples[index]!.rates.push(await peer.rate(roundMs));
  }
  return samples;
}

/**
 * Lets workers do one thing after another for some milliseconds; gives how many were finished in time, per second.
 *
 * What is in hand at the end is finished, but does not count.
 */
export async function rateOf(workers: readonly (() => Promise<void>)[], ms: number): Promise<number> {
  const end = performance.now() + ms;
  let done = 0;
  await Promise.all(
    workers.map(async (work) => {
      while (performance.now() < end) {
        await work();
        if (performance.now() < end) done += 1;
      }
    }),
  );
  return done / (ms / 1_000);
}

/** The middle one; between two, their mean. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The middle one of the ratios within each round: what slows all down for a while does not change it. */
export function medianRatio(rates: readonly number[], base: readonly number[]): number {
  return median(rates.map((rate, round) => rate / base[round]!));
}
