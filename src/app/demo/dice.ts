/** Pseudo-random choices that are the same for the same seed, so that every demo tells the same story. */
export interface Dice {
  /** A whole number from 0 to `below` - 1. */
  number(below: number): number;
  /** True about `percent` times in a hundred. */
  chance(percent: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A few different elements of a list. */
  some<T>(list: readonly T[], count: number): T[];
  bytes(count: number): Uint8Array;
  /** An id in the form of a UUID version 7 of an instant (ms UTC). */
  id(at: number): string;
}

/** Makes dice from a seed (mulberry32). */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (below: number) => Math.floor(next() * below);
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => number(256));
  return {
    number,
    bytes,
    chance: (percent) => number(100) < percent,
    pick: (list) => list[number(list.length)]!,
    some<T>(list: readonly T[], count: number): T[] {
      const left = [...list];
      return Array.from(
        { length: Math.min(count, left.length) },
        () => left.splice(number(left.length), 1)[0]!,
      );
    },
    id(at) {
      const time = at.toString(16).padStart(12, '0');
      const chance = [...bytes(10)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-8${chance.slice(3, 6)}-${chance.slice(6, 18)}`;
    },
  };
}
