/** Characters of a forwarded text's first line that stand in the title. */
const MAX_LINE = 120;

/**
 * Describes the activity that a forwarded text asks for: its first line, named by `title`, and below it the rest,
 * cut at `max` characters (UTF-16 units, as texts are measured elsewhere).
 */
export function followUp(text: string, title: (line: string) => string, max: number): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const [first = ''] = lines;
  const head = shorten(first, MAX_LINE);
  // A first line that was cut is repeated in full.
  const rest = head === first ? lines.slice(1) : lines;
  return shorten([title(head), ...rest].join('\n'), max);
}

/** A text cut at a length in UTF-16 units, with an ellipsis where something is missing; no character is split. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  let short = '';
  for (const character of text) {
    if (short.length + character.length >= max) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
