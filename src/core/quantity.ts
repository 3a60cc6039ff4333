import type { Locale } from './model.ts';

/** An amount with its unit (realisasi, satuan); thousandths keep sums exact. */
export interface Quantity {
  milli: number;
  unit: string;
}

/** Why a quantity was not understood. */
export type QuantityProblem = 'unclear' | 'no_unit' | 'too_large';

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d{1,3})?|\d+(?:[.,]\d{1,3})?`;
const WHOLE = new RegExp(`^(${NUMBER})\\s*(\\D[^\\n]{0,39})?$`);
const UNITS =
  'dokumen|dok|laporan|berkas|surat|kegiatan|orang|peserta|lembar|paket|unit|kali|jam|data|desa|kelurahan|layanan|pasien|siswa|kelas|nota|notulen|naskah|draf|draft|aplikasi|rapat|foto|buah|eksemplar|bidang|titik|km|ha|persen|sk|spt|sop|modul|konten|berita|kasus|lokasi|sampel|permohonan|izin|rekomendasi|materi|video|proposal|kuitansi|transaksi|pegawai|warga|rumah|documents?|reports?|files?|letters?|people|participants?|pages?|sheets?|meetings?|hours?|patients?|cases?|visits?|items?|times|kunjungan';
const AT_END = new RegExp(`(?:^|[\\s,;(])(${NUMBER})\\s+(${UNITS})\\)?[.!]?$`, 'i');
const MAX = 1_000_000_000;

/** Reads an answer such as `3 dokumen`, `2,5 jam` or `1.250 lembar`. */
export function parseQuantity(text: string): Quantity | { problem: QuantityProblem } {
  const match = WHOLE.exec(text.trim());
  if (!match) return { problem: 'unclear' };
  const unit = (match[2] ?? '').trim();
  if (unit === '') return { problem: 'no_unit' };
  const milli = toMilli(match[1] ?? '');
  if (milli > MAX * 1000) return { problem: 'too_large' };
  return { milli, unit: unit.toLowerCase() };
}

/** Finds a quantity at the end of a sentence, with a well-known unit or one of the person's own. */
export function findQuantity(
  text: string,
  own: readonly string[] = [],
): { quantity: Quantity; rest: string } | null {
  const said = text.trimEnd();
  const match = AT_END.exec(said) ?? atEndWith(own)?.exec(said);
  if (!match) return null;
  const milli = toMilli(match[1] ?? '');
  if (milli > MAX * 1000) return null;
  return { quantity: { milli, unit: (match[2] ?? '').toLowerCase() }, rest: text.slice(0, match.index) };
}

/** Finds a number with one of some units at the end; longer units come first, because others may be a part of them. */
function atEndWith(units: readonly string[]): RegExp | null {
  const words = units.map((unit) => unit.trim()).filter((unit) => /^\p{L}/u.test(unit));
  if (words.length === 0) return null;
  const any = words
    .toSorted((a, b) => b.length - a.length)
    .map((unit) => unit.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('|');
  return new RegExp(`(?:^|[\\s,;(])(${NUMBER})\\s+(${any})\\)?[.!]?$`, 'i');
}

/** `1.250 lembar`, `2,5 jam`. */
export function formatQuantity(milli: number, unit: string, locale: Locale): string {
  return `${formatMilli(milli, locale)} ${unit}`;
}

const FORMATS: Record<Locale, Intl.NumberFormat> = {
  id: new Intl.NumberFormat('id-ID', { maximumFractionDigits: 3 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 }),
};

/** A number in thousandths, written as people of that language write it. */
function formatMilli(milli: number, locale: Locale): string {
  return FORMATS[locale].format(milli / 1000);
}

function toMilli(number: string): number {
  const grouped = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(number);
  const plain = grouped ? number.replaceAll('.', '').replace(',', '.') : number.replace(',', '.');
  return Math.round(Number(plain) * 1000);
}
