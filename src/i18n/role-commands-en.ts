import type { roleCommandsId } from './role-commands-id.ts';

/** Commands that are shown only to leaders or to HR, in English. */
export const roleCommandsEn: typeof roleCommandsId = {
  name: {
    radar: () => 'radar',
    capaian: () => 'achievement',
    pola: () => 'distribution',
    siaran: () => 'announce',
    kendali: () => 'control',
    atasan: () => 'supervisor',
    keluar: () => 'departure',
    periksa: () => 'check',
    pengingatan: () => 'adminreminders',
    kunci: () => 'lock',
    buka: () => 'unlock',
    kredit: () => 'credit',
    talenta: () => 'talent',
  },
  what: {
    radar: () => "My team's results that have not moved for long (supervisors)",
    capaian: () => 'Achievement of a unit: see and set it',
    pola: () => 'Distribution of predicates in a unit',
    siaran: () => 'Announcements to employees (HR)',
    kendali: () => "Control room: today's reports and announcements (HR)",
    atasan: () => 'Change supervisors, acting ones as well (HR)',
    keluar: () => 'Record who leaves (HR)',
    periksa: () => 'Whether the data are ready for a cycle (HR)',
    pengingatan: () => 'Begin administrative reminders (HR)',
    kunci: () => 'Lock a period of evaluations (HR)',
    buka: () => 'Open a locked period again (HR)',
    kredit: () => 'Credit points from rated evaluations (HR)',
    talenta: () => 'Candidates for talent and awards (HR)',
  },
};
