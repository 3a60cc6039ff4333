const MONTHS = [
  ...['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli'],
  ...['Agustus', 'September', 'Oktober', 'November', 'Desember'],
];
const ROMAN = ['I', 'II', 'III', 'IV'];

/** Names a period by its stored text: `Maret 2026`, `Triwulan I 2026`, `Semester I 2021`, `Tahun 2026`; two dates stay. */
export function periodId(text: string): string {
  const [, year, letter, number] = /^(\d{4})(?:-([HQ]?)(\d{1,2}))?$/.exec(text) ?? [];
  if (year === undefined) return text;
  if (number === undefined) return `Tahun ${year}`;
  if (letter === '') return `${MONTHS[Number(number) - 1]} ${year}`;
  return `${letter === 'H' ? 'Semester' : 'Triwulan'} ${ROMAN[Number(number) - 1]} ${year}`;
}
