import type { Regime } from '../core/rulebooks/regime.ts';
import type { evaluationProblemId } from './evaluation-problem-id.ts';

const books: Record<Regime, string> = {
  pp46: 'PP 46/2011 and Perka BKN 1/2013',
  pp30: 'PP 30/2019 and PermenPANRB 8/2021',
  integration2021: 'SE MenPANRB 3/2021 (two periods integrated)',
  p2022: 'PermenPANRB 6/2022',
};

/** English sentences about what cannot be done to an evaluation now, and who comes next. */
export const evaluationProblemEn: typeof evaluationProblemId = {
  period: () =>
    'I could not read the period. Write for example evaluation 2026-Q1, evaluation 2026-03, or evaluation 2026.',
  otherRules: (period, regime) =>
    regime === null
      ? `${period} is not under one set of rules; ask HR for the result of that period.`
      : `${period} was evaluated by ${books[regime]}, not by the predicate of PermenPANRB 6/2022; HR has the result.`,
  notOver: (period, date) => `${period} is not over; you can open its evaluation from ${date}.`,
  notHere: (period, date) =>
    `You are recorded from ${date}, after ${period}; please ask HR about the evaluation of that period.`,
  observer: () =>
    'This account is not recorded as an employee who is evaluated; if that is wrong, HR can correct it.',
  noPlan: (year) =>
    `There is no agreed plan of ${year}, so there is nothing to evaluate. Propose one with the command plan, and your supervisor agrees to it.`,
  planWaiting: (year, name) =>
    `The plan of ${year} still waits for ${name}; once it is agreed, the evaluation can be opened.`,
  noSupervisor: () => 'No supervisor is recorded; HR has to record one first.',
  withSupervisor: (name) =>
    `${name} is rating this evaluation; if something has to change, ask for it to be returned.`,
  notSubmitted: (name) => `${name} has not submitted this evaluation; once it is submitted, it can be rated.`,
  withEmployee: (name) =>
    `${name} is putting this evaluation right; once it is submitted again, it can be rated.`,
  alreadyRated: (name) => `${name} has rated this evaluation; if it is not right, object with its button.`,
  ratedByYou: () =>
    'You have rated this evaluation; ratings and remark can be changed until the period is locked.',
  locked: (period) => `The evaluation of ${period} is locked; only HR can open it, with a reason.`,
  notYours: (name) => `Only ${name} can rate this evaluation.`,
  notAllowed: () => 'Only the employee, whoever rates it, and HR can read this evaluation.',
  onlyEmployee: (name) => `Only ${name} can change and submit these realisations.`,
  noAchievement: (unit, period, who) =>
    `The achievement of ${unit} for ${period} is not set, and the rating of results of its leader follows it; ${who} has to set it with the command achievement.`,
  notRated: () => 'This evaluation is not rated yet, so there is no result to mark.',
  empty: () => 'Please write it in words, so that it is clear to whoever reads it.',
};
