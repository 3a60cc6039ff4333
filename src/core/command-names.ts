/** The commands that everybody is shown, in this order; all of them and more are always understood. */
export const SHOWN_COMMANDS = [
  'lapor',
  'rekap',
  'skp',
  'umpanbalik',
  'cuti',
  'dialog',
  'templat',
  'kendala',
  'pengingat',
  'kenapa',
  'tim',
  'profil',
  'bahasa',
  'batal',
  'bantuan',
] as const;
