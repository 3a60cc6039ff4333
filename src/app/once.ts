import type { Session } from './session.ts';

/**
 * Reads something once for each message, however often it is asked for.
 *
 * A session is as old as its message, and what it decides is written after everything has been read.
 */
export function oncePerMessage<T>(
  read: (session: Session, about: string) => Promise<T>,
): (session: Session, about?: string) => Promise<T> {
  const known = new WeakMap<Session, Map<string, Promise<T>>>();
  return (session, about = '') => {
    const own = known.get(session) ?? new Map<string, Promise<T>>();
    known.set(session, own);
    const value = own.get(about) ?? read(session, about);
    own.set(about, value);
    return value;
  };
}
