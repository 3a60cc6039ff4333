/** Runs work that belongs to the same key one after another, and work of different keys at the same time. */
export interface Lines {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when what was begun for a key is finished. */
  settled(key: string): Promise<void>;
  /** Resolves when everything that was begun is finished. */
  idle(): Promise<void>;
}

/** Makes an empty set of lines. */
export function createLines(): Lines {
  const lines = new Map<string, Promise<unknown>>();
  return {
    run(key, work) {
      const before = lines.get(key);
      const result = before ? before.then(work, work) : work();
      lines.set(key, result);
      const leave = () => {
        if (lines.get(key) === result) lines.delete(key);
      };
      result.then(leave, leave);
      return result;
    },
    async settled(key) {
      await lines.get(key)?.catch(() => {});
    },
    async idle() {
      while (lines.size > 0) await Promise.allSettled(lines.values());
    },
  };
}
