/** The commands of the platform's menu, in this order; all of them and more are always understood. */
export const SHOWN_COMMANDS = [
  'lapor',
  'rekap',
  'tugas',
  'skp',
  'aksi',
  'umpanbalik',
  'dialog',
  'evaluasi',
  'keberatan',
  'cuti',
  'templat',
  'kendala',
  'pengingat',
  'kenapa',
  'matriks',
  'pohon',
  'tim',
  'profil',
  'bahasa',
  'batal',
  'bantuan',
] as const;

/** The commands of the help by what people want; those of `team` are for supervisors, those of `hr` for HR. */
export const HELP_GROUPS = {
  report: ['lapor', 'rekap', 'tugas', 'cuti', 'templat', 'kendala', 'pengingat', 'kenapa'],
  performance: [
    ...(['skp', 'aksi', 'radar', 'umpanbalik', 'dialog', 'evaluasi', 'keberatan'] as const),
    ...(['matriks', 'pohon'] as const),
  ],
  team: ['tim', 'capaian', 'pola'],
  hr: [
    ...(['siaran', 'kendali', 'periksa', 'atasan', 'keluar', 'pengingatan'] as const),
    ...(['kunci', 'buka', 'kredit', 'talenta'] as const),
  ],
  other: ['profil', 'bahasa', 'batal'],
} as const;

/** A group of commands in the help. */
export type HelpGroup = keyof typeof HELP_GROUPS;

/** A command that is shown somewhere, by its Indonesian name. */
export type ShownCommand = (typeof SHOWN_COMMANDS)[number] | (typeof HELP_GROUPS)[HelpGroup][number];

/** English names of commands. */
export const COMMAND_ALIASES: Record<string, string> = {
  report: 'lapor',
  recap: 'rekap',
  todo: 'tugas',
  tasks: 'tugas',
  summary: 'rekap',
  plan: 'skp',
  feedback: 'umpanbalik',
  actions: 'aksi',
  action: 'aksi',
  evaluation: 'evaluasi',
  achievement: 'capaian',
  distribution: 'pola',
  lock: 'kunci',
  unlock: 'buka',
  leave: 'cuti',
  absence: 'cuti',
  sick: 'sakit',
  dialogue: 'dialog',
  dialogues: 'dialog',
  training: 'diklat',
  back: 'masuk',
  template: 'templat',
  obstacle: 'kendala',
  obstacles: 'kendala',
  objection: 'keberatan',
  objections: 'keberatan',
  matrix: 'matriks',
  tree: 'pohon',
  cascade: 'pohon',
  reminders: 'pengingat',
  reminder: 'pengingat',
  why: 'kenapa',
  team: 'tim',
  profile: 'profil',
  language: 'bahasa',
  announce: 'siaran',
  broadcast: 'siaran',
  control: 'kendali',
  supervisor: 'atasan',
  departure: 'keluar',
  check: 'periksa',
  adminreminders: 'pengingatan',
  credit: 'kredit',
  credits: 'kredit',
  talent: 'talenta',
  talents: 'talenta',
  cancel: 'batal',
  help: 'bantuan',
  mulai: 'start',
  settings: 'bahasa',
};
