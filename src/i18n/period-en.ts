const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** Names a period by its stored text: `March 2026`, `Quarter 1 of 2026`, `Half 1 of 2021`, `Year 2026`; two dates stay. */
export function periodEn(text: string): string {
  const [, year, letter, number] = /^(\d{4})(?:-([HQ]?)(\d{1,2}))?$/.exec(text) ?? [];
  if (year === undefined) return text;
  if (number === undefined) return `Year ${year}`;
  if (letter === '') return `${MONTHS[Number(number) - 1]} ${year}`;
  return `${letter === 'H' ? 'Half' : 'Quarter'} ${number} of ${year}`;
}
