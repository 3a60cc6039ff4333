const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short number for a stored entry, such as `261123-8K4FX`: its date and five letters of Crockford's base 32. */
export function receiptNumber(date: string, random: Uint8Array): string {
  const letters = [...random.slice(0, 5)].map((byte) => ALPHABET[byte % 32]).join('');
  return `${date.slice(2).replaceAll('-', '')}-${letters}`;
}
