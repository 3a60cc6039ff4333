import type { Reading } from './actor.ts';

/** Everything that everybody did and read, in the order of the year. */
export interface Diary {
  /** Begins a part of the story. */
  begin(part: string): void;
  /** Writes down an act, or what came without one, and gives what was read; null: nothing yet. */
  write<R extends Reading | null>(name: string, act: string | null, read: R): R;
  /** The whole year as text, the same for each run. */
  text(): string;
}

/** Makes an empty diary. */
export function createDiary(): Diary {
  const lines: string[] = [];
  return {
    begin: (part) => void lines.push(`## ${part}`, ''),
    write(name, act, read) {
      const buttons = read && read.buttons.length > 0 ? `\n[${read.buttons.join('] [')}]` : '';
      const seen = read ? `${read.text}${buttons}`.split('\n').map((line) => `    ${line}`.trimEnd()) : [];
      lines.push(act === null ? `(${name}):` : `${name}: ${act}`, ...seen, '');
      return read;
    },
    text: () => lines.map(sameEachTime).join('\n'),
  };
}

/** Receipts have random ends, and the minutes depend on how busy the machine is. */
const sameEachTime = (line: string) =>
  line.replace(/\b(\d{6})-[A-Z0-9]{5}\b/g, '$1-…').replace(/pukul \d\d\.\d\d\.\d\d/g, 'pukul …');
