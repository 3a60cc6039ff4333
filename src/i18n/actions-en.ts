import type { actionsId } from './actions-id.ts';

const s = (n: number) => (n === 1 ? '' : 's');

/** English texts about action plans and the radar over quiet work results. */
export const actionsEn: typeof actionsId = {
  label: () => 'Action plan',
  short: (number) => `RA${number}`,
  named: (number, title) => `RA${number}. ${title}`,
  title: (period) => `Action plans · ${period}`,
  titleOf: (name, period) => `Action plans of ${name} · ${period}`,
  noneYet: () => 'No action plan in this period yet.',
  formerResult: () => 'Work results that are no longer in force',
  nothingDone: () => 'no activity yet',
  activities: (n) => `${n} activit${n === 1 ? 'y' : 'ies'}`,
  recap: (name, done, target) => (target === '' ? `${name}: ${done}` : `${name}: ${done} (target ${target})`),
  howto: (number) => `Write RA${number} in the report of an activity to link it.`,
  which: (name) => `Which one? There are several called "${name}".`,
  saved: (number) => `Action plan stored as RA${number}.`,
  changed: (number) => `RA${number} has been changed.`,
  removed: (number) => `RA${number} removed.`,
  copied: (n) => `${n} action plan${s(n)} copied; please check the targets.`,
  removeAsk: (number, title, activities) =>
    activities > 0
      ? `Remove RA${number}. ${title}? ${activities} linked activit${activities === 1 ? 'y keeps' : 'ies keep'} it.`
      : `Remove RA${number}. ${title}?`,
  field: {
    period: () => 'Period',
    target: () => 'Target',
    done: () => 'Done so far',
  },
  ask: {
    which: () => 'Which action plan does it carry out?',
    workResult: () => 'For which work result is the action plan?',
    period: () => 'For which period?',
    what: () => 'What is going to be done?',
    whatExample: () => 'Draft the quarterly performance report',
    target: () => 'What is the target?',
    targetHint: () => 'A number with its unit, such as 3 documents; may be skipped.',
  },
  button: {
    add: () => 'Add',
    copy: (n) => `Copy from last period (${n})`,
    open: (number) => `RA${number}`,
    remove: () => 'Remove',
    removeYes: () => 'Yes, remove',
  },
  problem: {
    choose: (number) =>
      number === null
        ? 'Choose one of the action plans, type its number, or type skip.'
        : `RA${number} is no action plan of this work result and date; choose another one or leave it empty.`,
    notOpen: (number) => `There is no RA${number} in this period; type actions to see the list.`,
    otherWorkResult: (number, own, named) =>
      `RA${number} belongs to RHK ${own}, not to RHK ${named}; please choose the action plan.`,
    otherYear: (period) =>
      `That work result is not in force in ${period}; choose another period or work result.`,
    whatUnclear: () => 'I could not read the action plan. Use words, for example: Draft the report.',
    known: (number) => `The same action plan exists as RA${number}; change that one if need be.`,
    removed: (number) => `RA${number} has been removed already.`,
    nothingToCopy: () => 'There is nothing more to copy from the last period.',
    notAllowed: () => 'Only the employee and their supervisor can see action plans.',
    notFound: (name) => `Nobody called "${name}" is in your team.`,
    notInPlan: () => 'This work result is not in the plan in force; type plan to see it.',
  },
  radar: {
    title: () => 'Quiet work results',
    quiet: (days, last) =>
      last === null
        ? `No activity or evidence yet, for ${days} working day${s(days)}.`
        : `No activity or evidence for ${days} working day${s(days)} (last ${last}).`,
    of: (number, sentence) => `RHK ${number}: ${sentence}`,
    closes: (period, days) =>
      days === 0 ? `${period} ends today.` : `${period} ends in ${days} day${s(days)}.`,
    private: () => 'This message is for you alone, and only comes once.',
    report: () => 'Report now',
    talk: () => 'Talk to my supervisor',
    notNeeded: () => 'Not needed this period',
    paused: (number) => `All right, RHK ${number} will not be brought up until this period ends.`,
    periodOver: () => 'That period is over; type radar to see how things stand now.',
    allActive: (results) =>
      results === 0
        ? 'No work result is in force yet; type plan to see your plan.'
        : 'No work result needs attention now.',
    nobody: () => 'The radar is for employees who report, and for their supervisors.',
    teamTitle: () => 'Quiet work results of the team',
    teamActive: () => 'None.',
    teamPrivate: () => 'Only you see this list, in alphabetical order, and the employees were told first.',
  },
};
