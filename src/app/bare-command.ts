import { readAbsence } from '../core/absence-text.ts';
import { saysBack } from '../core/back-words.ts';
import { COMMAND_ALIASES } from '../core/command-names.ts';
import { readEvaluationPeriod } from '../core/evaluation/period.ts';
import { bareFeedback } from '../core/feedback/words.ts';
import { parsePeriod } from '../core/period.ts';
import { isPlanWord } from './plan/command.ts';

/** Commands that are understood without a slash when they stand alone. */
const BARE = new Set([
  'lapor',
  'rekap',
  'tugas',
  'skp',
  'aksi',
  'radar',
  'evaluasi',
  'tim',
  'profil',
  'bahasa',
  'batal',
  'bantuan',
  'cuti',
  'dialog',
  'templat',
  'kendala',
  'keberatan',
  'matriks',
  'pohon',
  'pengingat',
  'kenapa',
  'capaian',
  'pola',
  'kunci',
  'buka',
  'kredit',
  'talenta',
  'atasan',
  'keluar',
  'periksa',
  'pengingatan',
  'siaran',
  'kendali',
]);

/** A period as the texts show it, `2026`, `2026-03` or `2026-Q1`, and a time of day, which is an activity's. */
const PERIOD = /(?:^|\s)\d{4}(?:-(?:\d{2}|q[1-4]))?(?=\s|$)/i;
const CLOCK = /\b\d{1,2}[.:]\d{2}\b/;

/** Commands that go with a period, and what else may stand behind a command without its slash. */
const WITH_PERIOD = new Set(['capaian', 'pola', 'kunci', 'buka', 'kredit', 'talenta']);
const FITS: Record<string, (args: string, today: string) => boolean> = {
  rekap: (args, today) => parsePeriod(args, today) !== null,
  aksi: (args, today) => parsePeriod(args, today) !== null,
  skp: (args) => isPlanWord(args),
  evaluasi: (args) => /^(?:tim|team|unit)$/.test(args) || readEvaluationPeriod(args).period !== null,
  dialog: (args) => /^(?:tindak ?lanjut|komitmen|commitments?)$/.test(args),
  pengingat: (args) => /^adm(?:inistratif|inistrative)?$/.test(args),
};

/** A command that was typed without its slash, or an absence and its end in plain words. */
export function bareCommand(text: string, today: string): { name: string; args: string } | null {
  const [word = ''] = text.trim().split(/\s+/, 1);
  const said = word.toLowerCase();
  const name = COMMAND_ALIASES[said] ?? said;
  const args = text.trim().slice(word.length).trim();
  if (BARE.has(name) && (args === '' || belongsTo(name, args.toLowerCase(), today))) return { name, args };
  const about = bareFeedback(text);
  if (about !== null) return { name: 'umpanbalik', args: about };
  if (saysBack(text)) return { name: 'masuk', args: '' };
  const reading = readAbsence(text, today);
  if (!reading || ('problem' in reading && reading.problem === 'no_kind')) return null;
  return { name: 'cuti', args: text };
}

function belongsTo(name: string, args: string, today: string): boolean {
  if (WITH_PERIOD.has(name)) return PERIOD.test(args) && !CLOCK.test(args);
  return FITS[name]?.(args.replace(/\s+/g, ' '), today) ?? false;
}
