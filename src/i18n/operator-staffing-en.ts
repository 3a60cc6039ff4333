import type { SpanStatus } from '../core/staffing/supervision.ts';
import type { operatorStaffingId } from './operator-staffing-id.ts';

const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);

const statuses: Record<SpanStatus, string> = {
  scheduled: 'scheduled',
  active: 'in force',
  ended: 'ended',
  cancelled: 'cancelled',
};

/** What the operator reads about changes among people, in English. */
export const operatorStaffingEn: typeof operatorStaffingId = {
  help: {
    supervisor: () => 'who supervises whom, since when',
    set: () => 'change the supervisor of a person or of a whole unit, from a date on',
    nip: () => 'NIP of the person',
    unit: () => 'everybody in this unit, instead of one person',
    to: () => 'NIP of the new supervisor',
    acting: () => 'for a time: plt (vacant post) or plh (somebody is away)',
    from: () => 'first date, such as 2026-05-01 (default: today)',
    until: () => 'last date of plt or plh',
    reason: () => 'the basis, such as the number of a decree',
    list: () => 'what is to come and what is acting; with --nip: the history of a person',
    people: () => 'people who leave or come back',
    leave: () => "record somebody's last day; the history is kept",
    on: () => 'last day of service, such as 2026-04-30',
    why: () => 'why: pensiun (retirement), pindah (move) or berhenti (end of service)',
    return: () => 'take it back, or activate somebody again who has left',
    again: () => 'reports are expected again from this date on (default: as before)',
    cycle: () => 'check whether the data are ready for a performance cycle',
    year: () => 'year of the plan (default: this year)',
    cycleUnit: () => 'only this unit and those below it',
  },
  needs: (option) => `${option} has to be given.`,
  onePerson: () => 'Give --nip or --unit, one of the two.',
  unknownPerson: (option, nip) => `${option} ${nip}: there is nobody with this NIP.`,
  date: (option, text) => `${option} "${text}" is no date. Write it like 2026-05-01.`,
  acting: (text) => `--acting "${text}" is unknown. Use plt or plh.`,
  reason: (text) => `--reason "${text}" is unknown. Use pensiun, pindah or berhenti.`,
  year: (text) => `--year "${text}" is no year. Write four digits, such as 2027.`,
  change: (person, from, to) => `~ ${person}: ${from} → ${to}`,
  set: (n, date, now) =>
    now ? `In force now for ${people(n)}.` : `Scheduled for ${people(n)}, from ${date}.`,
  dryRun: () => 'A preview only; nothing was stored.',
  none: () => 'None.',
  span: (person, supervisor, kind, from, to, status) =>
    `${person}: ${supervisor}, ${kind}, ${from}..${to ?? ''} (${statuses[status]})`,
  left: (name, date, now) =>
    now ? `${name} is no longer active; last day ${date}.` : `Recorded: the last day of ${name} is ${date}.`,
  team: (n) => `${people(n)} under them need a new supervisor.`,
  returned: (name) => `${name} is active.`,
  active: (name) => `${name} is active already; there is nothing to take back.`,
  departure: (problem, name) =>
    ({
      self: 'Not possible for oneself.',
      already_left: `${name} is no longer active.`,
      too_early: '--on can lie 400 days back at most.',
      too_late: '--on can lie 400 days ahead at most.',
    })[problem],
};
