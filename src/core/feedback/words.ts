/** What `umpanbalik` is asked to do: show everything, drafts, private notes, ask for feedback, or write to somebody. */
export type FeedbackWish =
  | { kind: 'overview' }
  | { kind: 'drafts' }
  | { kind: 'notes' }
  | { kind: 'request'; name: string }
  | { kind: 'give'; name: string };

/** Reads what is typed behind `umpanbalik`: nothing, `draf`, `catatan`, `minta [nama]` or a name. */
export function readFeedbackWish(args: string): FeedbackWish {
  const text = args.trim().replace(/\s+/g, ' ');
  if (text === '') return { kind: 'overview' };
  if (/^(draf|drafts?)$/i.test(text)) return { kind: 'drafts' };
  if (/^(catatan|notes?)( saya| pribadi)?$/i.test(text)) return { kind: 'notes' };
  const request = /^(?:minta|request|ask)(?:\s+(?:kepada|dari|from)?\s*(.*))?$/i.exec(text);
  if (request) return { kind: 'request', name: (request[1] ?? '').trim() };
  return { kind: 'give', name: text.replace(/^(?:untuk|kepada|for|to)\s+/i, '') };
}

const BARE: [RegExp, string][] = [
  [/^(umpan balik|umpanbalik|feedback)$/, ''],
  [/^(umpan balik|umpanbalik|feedback) (draf|drafts?)$/, 'draf'],
  [/^(umpan balik|umpanbalik|feedback) (catatan|notes?)$/, 'catatan'],
  [/^(minta|request|ask for) (umpan balik|umpanbalik|feedback)$/, 'minta'],
];

/** A name as the texts show it; `umpan balik` in two words, and `feedback`, begin sentences about other things. */
const NAMED = /^umpanbalik((?: [\p{L}.,’'-]+){1,5})$/iu;

/** The words behind `umpanbalik` that a message without a slash stands for; null where it is about something else. */
export function bareFeedback(text: string): string | null {
  const plain = text.trim().replace(/\s+/g, ' ');
  const known = BARE.find(([pattern]) => pattern.test(plain.toLowerCase()));
  if (known) return known[1];
  const named = NAMED.exec(plain);
  return named ? named[1]!.trim() : null;
}
