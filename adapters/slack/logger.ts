import { type Logger, LogLevel } from '@slack/bolt';

/** Bolt's errors and warnings in our log, without tokens and without what people typed. */
export function boltLogger(log: { warn(facts: object, message: string): void }): Logger {
  const tell = (...parts: unknown[]) => {
    const [first] = parts;
    const text = first instanceof Error ? first.message : String(first);
    log.warn(
      { source: 'bolt', detail: text.replace(/x(ox[a-z]|app)-[\w-]+/g, '…').slice(0, 300) },
      'Slack client',
    );
  };
  return {
    debug() {},
    info() {},
    warn: tell,
    error: tell,
    setLevel() {},
    getLevel: () => LogLevel.ERROR,
    setName() {},
  };
}
