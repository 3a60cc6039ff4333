/** How a test describes what it waits for: part of the text, a pattern, or a predicate. */
export type Matcher<T> = string | RegExp | ((item: T) => boolean);

/** The order in which one person saw things, and how far the test has looked. */
export interface Feed<T> {
  items: readonly T[];
  push(item: T): void;
  /** From now on only what comes later counts. */
  mark(): void;
  /** Gives the first fitting item after the mark, and moves the mark behind it. */
  waitFor(matcher: Matcher<T>, options?: { timeout?: number }): Promise<T>;
  /** Fails when anything comes after the mark within this time. */
  silence(ms: number): Promise<void>;
  /** Tells waiting tests that nothing will come any more. */
  close(): void;
}

/** Makes a feed; `textOf` is what text matchers look at, `transcript` is shown when waiting fails. */
export function createFeed<T>(options: {
  name: string;
  textOf: (item: T) => string;
  transcript: () => string;
}): Feed<T> {
  const items: T[] = [];
  const watchers = new Set<() => void>();
  let position = 0;
  let closed = false;

  const fits = (matcher: Matcher<T>, item: T): boolean => {
    if (typeof matcher === 'function') return matcher(item);
    const text = options.textOf(item);
    return typeof matcher === 'string' ? text.includes(matcher) : matcher.test(text);
  };
  const fail = (what: string) =>
    new Error(`${options.name}: ${what}\n--- transcript\n${options.transcript()}`);

  return {
    items,
    push(item) {
      items.push(item);
      for (const watch of [...watchers]) watch();
    },
    mark() {
      position = items.length;
    },
    waitFor(matcher, { timeout = 5000 } = {}) {
      let next = position;
      // Made here, so that the stack shows the test's own line.
      const late = new Error();
      return new Promise<T>((resolve, reject) => {
        const finish = (done: () => void) => {
          clearTimeout(timer);
          watchers.delete(look);
          done();
        };
        const look = () => {
          for (; next < items.length; next += 1) {
            const item = items[next] as T;
            if (!fits(matcher, item)) continue;
            position = Math.max(position, next + 1);
            finish(() => resolve(item));
            return;
          }
          if (closed) finish(() => reject(fail('the server was stopped while waiting')));
        };
        const timer = setTimeout(() => {
          late.message = fail(`nothing like ${String(matcher)} within ${timeout} ms`).message;
          finish(() => reject(late));
        }, timeout);
        watchers.add(look);
        look();
      });
    },
    async silence(ms) {
      const before = position;
      await new Promise((resolve) => setTimeout(resolve, ms));
      const item = items[before];
      if (item !== undefined) throw fail(`expected silence, but got ${JSON.stringify(options.textOf(item))}`);
    },
    close() {
      closed = true;
      for (const watch of [...watchers]) watch();
    },
  };
}
