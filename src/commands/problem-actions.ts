import type { ActionsProblem } from '../core/import/actions.ts';
import type { PlansProblem } from '../core/import/plans.ts';
import type { By } from './problem-text.ts';

/** Faults that only action plans files have. */
type OwnProblem = Exclude<ActionsProblem, { code: PlansProblem['code'] }>;

/** Sentences about faults in action plans files, in Indonesian. */
export const actionProblemsId: By<OwnProblem> = {
  action_period: ({ value }) => [
    `"${value}" bukan bulan atau triwulan`,
    'Tulis seperti 2026-03 (bulan) atau 2026-Q1 (triwulan).',
  ],
  action_period_year: ({ value, year }) => [
    `periode "${value}" tidak termasuk tahun ${year}`,
    'Samakan tahun dan periodenya.',
  ],
  work_result_unknown: ({ value, year }) => [
    `RHK ${value} tidak ada di SKP ${year} pegawai ini`,
    'Impor SKP lebih dulu (import plans), atau betulkan nomornya.',
  ],
  action_too_long: ({ length, max }) => [
    `rencana aksi ini ${length} karakter, paling banyak ${max}`,
    'Persingkat.',
  ],
  duplicate_action: ({ value, firstLine }) => [
    `rencana aksi "${value}" sudah ada di baris ${firstLine}`,
    'Hapus salah satunya.',
  ],
};

/** Sentences about faults in action plans files, in English. */
export const actionProblemsEn: By<OwnProblem> = {
  action_period: ({ value }) => [
    `"${value}" is neither a month nor a quarter`,
    'Write it like 2026-03 (a month) or 2026-Q1 (a quarter).',
  ],
  action_period_year: ({ value, year }) => [
    `the period "${value}" does not lie in ${year}`,
    'Correct tahun or periode.',
  ],
  work_result_unknown: ({ value, year }) => [
    `there is no RHK ${value} in this person’s plan of ${year}`,
    'Import the plans first (import plans), or correct its number.',
  ],
  action_too_long: ({ length, max }) => [
    `this action plan has ${length} characters, at most ${max} are possible`,
    'Shorten it.',
  ],
  duplicate_action: ({ value, firstLine }) => [
    `the action plan "${value}" is in line ${firstLine} already`,
    'Remove one of them.',
  ],
};
