/** Slack's own tokens and escapes as people see them: links as addresses, `&lt;` as `<`. */
export function fromSlack(text: string): string {
  return text
    .replace(/<(https?:\/\/[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replace(/<(?:mailto|tel):[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Text for places that Slack parses, so that nothing in it becomes a mention, a link or a command. */
export function toSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A text cut to a number of characters (Unicode code points). */
export function cut(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}

const EMOJI: Record<string, string> = {
  '+1': '👍',
  thumbsup: '👍',
  clap: '👏',
  tada: '🎉',
  pray: '🙏',
  heart: '❤️',
  fire: '🔥',
  star: '⭐',
  muscle: '💪',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  ok_hand: '👌',
  raised_hands: '🙌',
  smile: '😄',
  slightly_smiling_face: '🙂',
  '100': '💯',
  rocket: '🚀',
  trophy: '🏆',
  sparkles: '✨',
  eyes: '👀',
};

/** An emoji's name as the sign itself where it is a common one. */
export function emojiOf(name: string): string {
  return EMOJI[name.split('::')[0] ?? ''] ?? `:${name}:`;
}
