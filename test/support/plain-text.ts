import type { Block, Inline } from '../../src/core/message.ts';

/** A block as a test reads it. */
export function plainText(block: Block): string {
  switch (block.kind) {
    case 'line':
      return block.parts.map(inline).join('');
    case 'title':
      return `# ${block.text}`;
    case 'note':
      return `(${block.text})`;
    case 'quote':
      return `> ${block.text}`;
    case 'gap':
      return '';
    case 'list':
      return block.items.map((item) => `- ${item.map(inline).join('')}`).join('\n');
    case 'fields':
      return block.rows.map(([label, value]) => `${label}: ${inline(value)}`).join('\n');
  }
}

function inline(part: Inline): string {
  if (typeof part === 'string') return part;
  if ('bold' in part) return part.bold;
  if ('italic' in part) return part.italic;
  return 'code' in part ? part.code : part.link;
}
