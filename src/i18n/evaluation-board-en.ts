import type { evaluationBoardId } from './evaluation-board-id.ts';
import { stop } from './stop.ts';

/** English texts about achievements of units, distribution patterns, locks and progress. */
export const evaluationBoardEn: typeof evaluationBoardId = {
  achievement: {
    ask: (unit, period) => `Achievement of ${unit}, ${period}?`,
    hint: () => 'Set by the leader of the organisation above; entered, not computed from reports.',
    note: () => 'Basis or recommendation?',
    noteHint: () => 'For example a recommendation of planning, HR or supervision.',
    noteExample: () => 'Recommendation of Planning: the action plan was carried out in full',
    form: () => 'Achievement',
    done: (unit, period, level) => stop(`Achievement of ${unit} for ${period}: ${level}`),
    refreshed: (name) => `The rating of results of ${name}, who leads it, follows this achievement.`,
    unset: (unit, period) => `The achievement of ${unit} for ${period} is not set.`,
    set: (unit, period, level, by) => stop(`Achievement of ${unit} for ${period}: ${level}, set by ${by}`),
    basis: (note) => `Basis: ${note}`,
    button: () => 'Set the achievement',
    change: () => 'Change the achievement',
    notAllowed: (unit, who) => `Only ${who} can set the achievement of ${unit}.`,
    closed: (unit, period) => `${period} is locked for ${unit}; HR can open it with a reason.`,
    notBegun: (period) => `${period} has not begun; its achievement can be set after that.`,
    howto: () => 'Write the unit and the period, for example: achievement Bidang Perencanaan 2026-Q1.',
  },
  unit: {
    unknown: (text) => `There is no unit "${text}". Please check its name in the people file.`,
    several: (text, names) => `"${text}" matches several units: ${stop(names)} Please write the whole name.`,
  },
  pattern: {
    title: (unit, period) => `Distribution in ${unit}, ${period}`,
    howto: () => 'Write the unit and the period, for example: distribution Bidang Perencanaan 2026-Q1.',
    count: (predicate, n) => `${predicate}: ${n}`,
    total: (n) => `Rated: ${n} people, without the leader of the unit.`,
    nobody: () => 'Nobody has been rated yet.',
    noAchievement: (unit) =>
      `The achievement of ${unit} is not set, so the distribution cannot be compared with its pattern.`,
    fits: (level) => `It follows the pattern for the achievement ${level}.`,
    about: (level, unit) =>
      `Pattern for the achievement of ${unit} (${level}) by SE MenPANRB 3/2023; a consideration, not a limit:`,
    notMajority: (predicate) => `${predicate} is not the most frequent predicate.`,
    tooMany: (predicate, count, limit, percent) =>
      `${predicate}: ${count} people; the pattern expects at most ${limit} (${percent}%).`,
    tooFew: (predicates, count, limit, percent) =>
      `${predicates}: ${count} people; the pattern expects at least ${limit} (${percent}%).`,
    noneOf: (predicates) => `Nobody is ${predicates}; the pattern expects somebody.`,
    notAllowed: (predicate, count) => `${predicate}: ${count} people; the pattern expects nobody.`,
    or: () => ' or ',
    only: () => 'Only the leader of the unit, leaders above it, and HR see the distribution.',
    contested: () => 'objection open',
  },
  lock: {
    onlyHr: () => 'Only HR locks and opens periods.',
    howto: () => 'Write the period, for example: lock 2026-Q1 or lock 2026-Q1 Bidang Perencanaan.',
    openHowto: () =>
      'Write the period and the reason, for example: unlock 2026-Q1 Bidang Perencanaan a rating was mistyped.',
    ask: (period, scope, rated) =>
      `Lock ${period} for ${scope}? ${rated} rated evaluations cannot be changed any more.`,
    unfinished: (n) => `${n} people are not rated yet, and cannot go on while the period is locked.`,
    notOver: (period, date) => `${period} is not over yet; it can be locked from ${date} on.`,
    yes: () => 'Yes, lock',
    button: () => 'Lock the period',
    openButton: () => 'Open again',
    everywhere: () => 'the whole agency',
    done: (period, scope, n) => `${period} is locked for ${scope}: ${n} evaluations.`,
    already: (period, scope) => `${period} is locked for ${scope} already.`,
    opened: (period, scope, n) =>
      `${period} is open again for ${scope}: ${n} evaluations. Employees and those who rate them are told.`,
    notLocked: (period, scope) => `${period} is not locked for ${scope}.`,
    reason: () => 'Why is this period opened again?',
    reasonExample: () => 'A rating was mistyped',
    form: () => 'Open a period',
  },
  progress: {
    title: (period, scope) => `Evaluation of ${period}, ${scope}`,
    short: (period) => `Evaluation of ${period}`,
    onlyHr: () => 'Only HR sees evaluations by unit; your team is behind the command evaluation team.',
    total: (people, rated) => `${rated} of ${people} people are rated.`,
    counts: (c) =>
      [
        `${c.rated + c.locked} rated${c.locked > 0 ? ` (${c.locked} locked)` : ''}`,
        `${c.submitted} waiting for ratings`,
        `${c.open + c.returned} not submitted`,
        `${c.none} not opened`,
      ].join(', '),
    nobody: () => 'Nobody is evaluated in this period.',
    missing: () => 'Not finished',
    person: (name, state, who) => `${name}: ${state}; the turn of ${who}`,
    notBegun: () => 'not opened',
    others: (n) => `${n} other units`,
    andMore: () => 'and others',
    noSupervisor: () => 'HR (no supervisor is recorded)',
    locked: () => 'This period is locked.',
    overdue: (period, n) => `The evaluation of ${period} is overdue; ${n} people are not rated yet.`,
  },
};
