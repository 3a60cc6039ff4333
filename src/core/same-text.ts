/** Whether two descriptions say the same, whatever their case, spacing and punctuation. */
export function sameText(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
