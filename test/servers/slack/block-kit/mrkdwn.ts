const WELL_FORMED =
  /<(?:https?:\/\/[^|<>\s]+|mailto:[^|<>\s]+|@[UW][A-Z0-9]+|#C[A-Z0-9]+|!date\^[^<>]+)(?:\|[^<>]*)?>|&(?:amp|lt|gt);/g;

/** Gives what in a mrkdwn text is neither escaped nor a well-formed mention, link or date. */
export function unescapedParts(text: string): string[] {
  return [...text.replace(WELL_FORMED, '').matchAll(/<[^>\s]{0,30}>?|&\w{0,10};?/g)].map(([part]) => part);
}

/** Escapes people's text as Slack does before it reaches apps. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Gives a person's typed text as it comes in events: escaped, with links in angle brackets. */
export function typedText(text: string): string {
  return text
    .split(/(<[@#][A-Z0-9]+>|https?:\/\/[^\s<>]+)/)
    .map((part, index) => {
      if (index % 2 === 0) return escapeMrkdwn(part);
      return part.startsWith('<') ? part : `<${escapeMrkdwn(part)}>`;
    })
    .join('');
}

/** Gives a mrkdwn text as people read it: labels instead of links, characters instead of entities. */
export function readableMrkdwn(text: string): string {
  return text
    .replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_, target: string, label?: string) => label ?? target)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
