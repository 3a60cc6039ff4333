const WORDS = [
  'satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu',
  'one|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred',
  'seluruh|semua|setiap|all|every|nihil|nol|tanpa|zero|none',
  'tepat waktu|sesuai jadwal|on time|on schedule',
  'wtp|wajar tanpa pengecualian|sangat baik|memuaskan|terakreditasi|very good|accredited',
  String.raw`(?:predikat|kategori|nilai|peringkat|tingkat|akreditasi|grade|rating|level|rank)\s+\S+`,
];
const MEASURE = new RegExp(String.raw`(?<!\p{L})(?:${WORDS.join('|')})(?!\p{L})`, 'iu');

/** Whether a target can be measured: it holds a number, a percentage, or a measure that people recognise (`tepat waktu`, `WTP`). */
export function isMeasurable(target: string): boolean {
  return /\d/.test(target) || MEASURE.test(target);
}

/** Whether a target is a bare number, which says nothing without its unit. */
export function isBareNumber(target: string): boolean {
  return (
    /\d/.test(target) && !/[\p{L}%]/u.test(target.replace(/^(?:minimal|maksimal|min\.?|maks\.?)\s*/i, ''))
  );
}
