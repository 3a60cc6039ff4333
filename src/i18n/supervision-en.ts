import type { DepartureReason } from '../core/staffing/departure.ts';
import type { SupervisionKind } from '../core/staffing/supervision.ts';
import { stop } from './stop.ts';
import type { supervisionId } from './supervision-id.ts';

const kinds: Record<SupervisionKind, string> = {
  definitive: 'definitive',
  plt: 'acting, vacant post (Plt.)',
  plh: 'acting, absence (Plh.)',
};
const reasons: Record<DepartureReason, string> = {
  pensiun: 'retirement',
  pindah: 'move to another agency',
  berhenti: 'end of service',
};
const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);

/** English texts about who supervises whom, handovers, and people who leave. */
export const supervisionEn: typeof supervisionId = {
  onlyHr: () => 'Only HR can do this; please contact HR.',
  person: {
    unknown: (text) => `There is nobody like "${text}". Type the name as HR keeps it, or the NIP.`,
    several: (text, names) =>
      `Several people match "${text}": ${stop(names)} Type the full name, the name with the unit, or the NIP.`,
    inUnit: (name, unit) => `${name}, ${unit}`,
    wholeUnit: (unit) => `everybody in ${unit}`,
  },
  date: {
    unclear: () => 'I could not read the date. Write for example 1 May 2026, tomorrow, or 2026-05-01.',
    hint: () => 'A date without a year is the next one.',
    today: () => 'Today',
    nextMonth: () => 'First of next month',
    endOfMonth: () => 'End of this month',
  },
  form: {
    title: () => 'Change supervisor',
    review: () => 'Review',
    who: () => 'Whose supervisor changes?',
    whoHint: () => "One person's name or NIP, or the name of a unit for everybody in it.",
    whoLabel: () => 'Person',
    to: () => 'Who is the new supervisor?',
    toHint: () => 'Name or NIP.',
    toLabel: () => 'New supervisor',
    kind: () => 'As what?',
    kindLabel: () => 'As',
    definitive: () => 'Definitive supervisor',
    plt: () => 'Plt. (vacant post)',
    plh: () => 'Plh. (somebody is away)',
    from: () => 'From which date?',
    fromLabel: () => 'From',
    until: () => 'Until which date (included)?',
    untilLabel: () => 'Until',
    why: () => 'On what basis?',
    whyHint: () => 'Such as the number of a decree. May be skipped.',
    whyLabel: () => 'Basis',
  },
  problem: (problem, person, supervisor) =>
    ({
      self: `${person} cannot be their own supervisor; choose somebody else.`,
      cycle: `${person} supervises ${supervisor}, directly or over others; change the supervisor of ${supervisor} first, or choose somebody else.`,
      person_inactive: `${person} is no longer active; use the operator's command people return first.`,
      supervisor_inactive: `${supervisor} is no longer active; choose somebody who is.`,
      until_missing: 'Plt. and Plh. need a last date; say until when.',
      until_too_early: 'The last date is before the first; correct one of them.',
      until_not_acting: 'A definitive supervisor has no last date; leave it out, or choose Plt. or Plh.',
      too_early: 'The first date can lie two years back at most; correct it.',
      too_late: 'Dates can lie 400 days ahead at most; correct it.',
    })[problem],
  nobodyInUnit: (unit, supervisor) =>
    `Nobody in ${unit} can be under ${supervisor}; choose another person or unit.`,
  review: {
    title: () => 'Please check this change of supervisor',
    people: (n, names) => `${people(n)}: ${names}`,
    more: (n) => `and ${n} more`,
    atOnce: () => 'In force at once. What waits for a check moves along, and everybody concerned is told.',
    later: (date) =>
      `In force by itself on ${date}. What waits for a check then moves along, and everybody concerned is told.`,
    past: () => "Only recorded as history; today's supervisor does not change.",
    back: () => 'After the last date everything goes back to the definitive supervisor.',
  },
  saved: {
    atOnce: (n, supervisor) => stop(`In force: ${people(n)} under ${supervisor}`),
    later: (n, supervisor, date) => stop(`Recorded: ${people(n)} under ${supervisor} from ${date}`),
    report: () => 'Word that everybody concerned has been told will follow.',
  },
  list: {
    title: () => 'Changes of supervisors to come, and acting ones',
    none: () => 'No change of a supervisor is scheduled.',
    line: (person, supervisor, kind, dates) => `${person}: ${supervisor} (${kinds[kind]}), ${dates}`,
    from: (date) => `from ${date}`,
    more: (n) => `and ${n} more; see the operator's command supervisor list.`,
    fresh: () => 'Change supervisor',
    cancel: (n) => `Cancel ${n}`,
    cancelled: () => 'Cancelled.',
    already: () => 'This change can no longer be cancelled; make a new one.',
  },
  nobody: () => 'nobody yet',
  kind: (kind) => kinds[kind],
  named: (name, kind) => (kind === 'definitive' ? name : `${name} (${kind === 'plt' ? 'Plt.' : 'Plh.'})`),
  assessed: {
    title: (year) => `Who assesses performance in ${year}`,
    of: (name) => `Person: ${name}`,
    line: (when, who) => `${when}: ${who}`,
    since: (date) => `since ${date}`,
    none: () => 'No supervisor is recorded. Please contact HR.',
    sentence: (parts) => stop(`Who assesses this year: ${parts}`),
    whole: () => 'the whole year',
  },
  told: {
    title: () => 'Your supervisor changes',
    from: (date, who) => stop(`From ${date}, your reports and your assessment are with ${who}`),
    until: (date) => `Until ${date}.`,
    nobody: (date) => `From ${date} no supervisor is recorded; HR knows.`,
    moved: () => 'What still waits for a check has moved along; you need not send anything again.',
  },
  handover: {
    title: () => 'Handover of assessments',
    out: (n, to, date) => stop(`From ${date}, the assessment of ${people(n)} passes from you to ${to}`),
    outNobody: (n, date) => `From ${date}, ${people(n)} are no longer under you.`,
    ask: () => 'Is there anything your successor should know? This note is optional.',
    button: () => 'Write a note',
    in: (n, from, date) => stop(`From ${date}, you assess ${people(n)}, until then assessed by ${from}`),
    inFirst: (n, date) => `From ${date}, you assess ${people(n)}.`,
    acting: (kind, until) => `As ${kinds[kind]}, until ${until}.`,
    open: (c) =>
      [
        c.days > 0 ? `${c.days} ${c.days === 1 ? 'day' : 'days'} of reports waiting` : '',
        c.plans > 0 ? `${c.plans} ${c.plans === 1 ? 'plan' : 'plans'} waiting` : '',
        c.dialogues > 0 ? `${c.dialogues} ${c.dialogues === 1 ? 'dialogue' : 'dialogues'}` : '',
        c.evaluations > 0 ? `${c.evaluations} ${c.evaluations === 1 ? 'evaluation' : 'evaluations'}` : '',
        c.requests > 0 ? `${c.requests} ${c.requests === 1 ? 'request' : 'requests'} for feedback` : '',
      ]
        .filter(Boolean)
        .join(', ') || 'nothing waits',
    note: (author) => `Note from ${author}`,
    about: (names) => `About: ${names}`,
    noNote: () => "The former supervisor's note, if there is one, will follow.",
    form: () => 'Handover note',
    whom: () => 'About whom?',
    everybody: () => 'Everybody',
    write: () => 'What should your successor know?',
    example: () => 'What is under way, what was promised, what needs attention',
    noteLabel: () => 'Note',
    sent: (to) => stop(`The note was passed on to ${to}`),
    kept: () => 'The note is kept; there is no successor yet.',
    notYours: () => 'Only the supervisor who hands over can write this note.',
  },
  report: {
    all: (n) => `Change of supervisor of ${people(n)}: everybody concerned has been told.`,
    waits: (n, told, all) =>
      `Change of supervisor of ${people(n)} is in force; ${told} of ${all} messages have arrived. Waiting:`,
    line: (name, why) => `${name}: ${why}`,
    why: (why) =>
      ({
        not_linked: 'not linked; send an invitation',
        unreachable: 'cannot be reached; send a new invitation',
        failed: 'could not be sent; please tell them directly',
        pending: 'waits for its time',
      })[why],
  },
  leave: {
    form: () => 'Somebody leaves',
    who: () => 'Who retires, moves away or ends their service?',
    lastDay: () => 'When is their last day?',
    lastDayLabel: () => 'Last day',
    why: () => 'Why?',
    whyLabel: () => 'Why',
    reason: (reason) => reasons[reason],
    title: () => 'Please check',
    later: (date) =>
      `Nothing changes until ${date}. The day after: no more reminders and messages; the history is kept.`,
    atOnce: () => 'In force at once: no more reminders and messages; the history is kept.',
    team: (n) =>
      `${n === 1 ? '1 person under them needs' : `${n} people under them need`} a new supervisor: type supervisor.`,
    saved: (name, date) => stop(`Recorded: the last day of ${name} is ${date}`),
    undo: () => 'Undo',
    undone: (name) => stop(`Undone; ${name} stays active`),
    nothingToUndo: (name) => stop(`There is nothing to undo; ${name} is active`),
    problem: (problem, name) =>
      ({
        self: 'Your own last day is recorded by a colleague in HR.',
        already_left: `${name} is no longer active.`,
        too_early: 'A last day can lie 400 days back at most; correct it.',
        too_late: 'A last day can lie 400 days ahead at most; correct it.',
      })[problem],
    left: (name, date) => stop(`${name} is no longer active; their last day was ${date}`),
    behind: (n) => `${people(n)} without an active supervisor:`,
    todo: () => 'Set their new supervisor with the command supervisor.',
    noTeam: () => 'Nobody was under them.',
    gone: (date) =>
      `Your service is recorded as having ended${date ? ` on ${date}` : ''}, so reports are no longer taken. Your history is kept. If this is wrong, please contact HR. Thank you for your service.`,
  },
};
