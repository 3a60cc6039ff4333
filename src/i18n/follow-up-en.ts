import type { followUpId } from './follow-up-id.ts';
import { functionalLevel } from './functional-level.ts';
import { periodEn } from './period-en.ts';
import { predicateEn } from './rating-en.ts';

const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);
const inUnit = (title: string, unit: string | null) => (unit ? `${title}, ${unit}` : title);

/** What follows from evaluations (credit points, candidates), in English. */
export const followUpEn: typeof followUpId = {
  onlyHr: () => 'This list is for HR only.',
  nothingYet: () =>
    'No evaluation has been rated yet. Supervisors have to rate first, or import older results with import history.',
  noResult: (period) =>
    `No evaluation of ${periodEn(period)} has been rated yet. Supervisors have to rate first.`,
  badPeriod: (text) =>
    `"${text}" was not understood. Write a year, quarter or month, then a unit if you like. Example: kredit 2026, kredit 2026-Q3 Bidang Perencanaan.`,
  badYear: (text) =>
    `"${text}" was not understood. Write a year, then a unit if you like. Example: talenta 2026 Bidang Perencanaan.`,
  oldRules: (period) =>
    `Credit points of ${periodEn(period)} do not come from the predicate; that holds for evaluations since 2022. Write a period since 2022.`,
  severalUnits: (names) => `Several units have that name: ${names.join('; ')}. Write the whole name of one.`,
  credit: {
    title: (period, unit) => inUnit(`Credit points, ${periodEn(period)}`, unit),
    line: (level, predicate, months) =>
      `${functionalLevel[level]}, ${predicateEn[predicate]}, ${months === 1 ? '1 month' : `${months} months`}`,
    nobody: () => 'Nobody at a functional level has a final evaluation yet.',
    without: (n) => `${people(n)} at levels that earn no credit points.`,
    basis: () =>
      'Coefficient of the level × percentage of the predicate × whole months/12 (PermenPANRB 1/2023). The competent official decides.',
    button: (n) => `Credit points (${n})`,
  },
  level: {
    title: (n) => `Level not known: ${people(n)}`,
    help: () =>
      'Fill the column jenjang of the people file and run import people; then ask for this list again.',
    button: (n) => `Level not known (${n})`,
  },
  unrated: {
    title: (period, n) => `Not rated yet for ${periodEn(period)}: ${people(n)}`,
    help: () => 'Their supervisors have to finish rating this period.',
    button: (n) => `Not rated (${n})`,
  },
  talent: {
    title: (year, n, unit) => inUnit(`Talent candidates ${year}: ${people(n)}`, unit),
    basis: (year) => `Predicate very good in the annual evaluations of ${year - 1} and ${year}.`,
    nobody: () => 'Nobody yet.',
    button: (n) => `Talent candidates (${n})`,
  },
  award: {
    title: (year, n, unit) => inUnit(`Award candidates ${year}: ${people(n)}`, unit),
    basis: (year) => `Predicate very good in the annual evaluation of ${year}.`,
    button: (n) => `Award candidates (${n})`,
  },
  candidates: () => 'In order of names, not of rank. The team and the competent official decide.',
  disputed: () => 'objection not decided yet',
  page: (page, pages) => `Page ${page} of ${pages}`,
  earlier: () => 'Earlier',
  later: () => 'Later',
};
