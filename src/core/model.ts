/** Roles a person can hold; being somebody's supervisor is a relation, not a role. */
export type Role = 'pegawai' | 'hr' | 'admin' | 'pengamat';

/** Languages that people can choose. */
export type Locale = 'id' | 'en';

/** Places where people talk to Tutur. */
export type Platform = 'telegram' | 'slack' | 'playground';

/** Every platform. */
export const PLATFORMS = ['telegram', 'slack', 'playground'] as const satisfies readonly Platform[];

/** What people call the platforms. */
export const PLATFORM_NAMES: Record<Platform, string> = {
  telegram: 'Telegram',
  slack: 'Slack',
  playground: 'Playground',
};

/** What an activity contributes to: a work result (RHK) of the plan, an additional task, or nothing named. */
export type EntryKind = 'work_result' | 'additional' | 'none';

/** Where an entry stands; only `withdrawn` entries do not count. */
export type EntryStatus = 'submitted' | 'approved' | 'returned' | 'withdrawn';

/** Kinds of absence (cuti, sakit, izin, dinas luar, diklat, tugas belajar). */
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** Every kind of absence, in the order in which people are shown them. */
export const ABSENCE_KINDS = ['cuti', 'sakit', 'izin', 'dinas_luar', 'diklat', 'tugas_belajar'] as const;

/** How often somebody wants to be reminded: once a day, as their unit does, or once more. */
export type ReminderLevel = 'once' | 'normal' | 'more';

/** Why a report comes late: no signal, emergency duty, forgotten, or something else. */
export type LateReason = 'no_signal' | 'emergency' | 'forgotten' | 'other';

/** Levels of positions (jenjang jabatan, UU 20/2023 art. 13–18), from the top down. */
export const POSITION_LEVELS = [
  'jpt_utama',
  'jpt_madya',
  'jpt_pratama',
  'administrator',
  'pengawas',
  'ahli_utama',
  'ahli_madya',
  'ahli_muda',
  'ahli_pertama',
  'penyelia',
  'mahir',
  'terampil',
  'pemula',
  'pelaksana',
] as const;

/** The level of a position. */
export type PositionLevel = (typeof POSITION_LEVELS)[number];

/** What can be down: the program itself, or a platform. */
export type OutageSource = 'program' | Platform;

/** What one of our messages shows that may have to be found again. */
export type PostingKind =
  | 'card'
  | 'talk'
  | 'prompt'
  | 'digest'
  | 'announcement'
  | 'board'
  | 'dialogue'
  | 'feedback';

/** A piece of evidence as an entry remembers it. */
export type EvidenceKind = 'photo' | 'document' | 'link';

/** One remark between supervisor and employee about a day or an activity. */
export type TalkKind = 'feedback' | 'reply' | 'appreciation' | 'returned' | 'approved';

/** The part of an entry that a person writes. */
export interface EntryContent {
  /** Description of the activity (uraian kegiatan), plain text. */
  what: string;
  kind: EntryKind;
  workResultId: string | null;
  /** The action plan (rencana aksi) that it carries out. */
  actionPlanId: string | null;
  /** Minutes after local midnight. */
  startMinute: number | null;
  endMinute: number | null;
  /** Thousandths of the unit, so that sums are exact. */
  quantityMilli: number | null;
  unit: string | null;
}

/** What the history keeps of one revision: the content, and the chat message that it was read from. */
export interface RevisionContent extends Omit<EntryContent, 'actionPlanId'> {
  /** Missing in what was stored before there were action plans. */
  actionPlanId?: string | null;
  said?: string;
}
