import type { planFormId } from './plan-form-id.ts';
import { stop } from './stop.ts';

/** English texts of the forms with which plans are drafted, proposed and agreed. */
export const planFormEn: typeof planFormId = {
  title: {
    newResult: () => 'New work result',
    result: (number) => `Change RHK ${number}`,
    annexes: () => 'Annexes of the plan',
    settings: () => 'Settings of the plan',
    expectations: () => 'Expectations, annexes',
    return: () => 'Return the plan',
    question: () => 'Ask about the plan',
    answer: () => 'Answer',
    agree: () => 'Agree to the plan',
  },
  field: {
    title: () => 'Work result',
    kind: () => 'Kind',
    supports: () => 'Supports',
    method: () => 'How it comes down',
    perspective: () => 'Perspective',
    indicators: () => 'Indicators and targets',
    narrative: () => 'Description of success',
    resources: () => 'Resources',
    accountability: () => 'Accountability',
    consequences: () => 'Consequences',
    approach: () => 'Approach',
    from: () => 'In force from',
    reason: () => 'Reason',
  },
  ask: {
    title: () => 'Which result is to be achieved?',
    titleHint: () => 'Please write the result, not the activity.',
    titleExample: () => 'Accurate performance reports completed',
    kind: () => 'A main or an additional work result?',
    supports: () => 'Which result does it support?',
    method: () => 'How does that result come down?',
    perspective: () => 'Which perspective?',
    indicators: () => 'What are its indicators and targets?',
    indicatorsHint: () =>
      'One indicator a line: aspect: indicator = target unit, due date. Aspects: quantity, quality, time, cost.',
    indicatorsExample: () => 'quantity: number of evaluation reports = 12 reports, 31 Dec',
    narrative: () => 'What does success look like?',
    narrativeHint: () => 'One description that names the result and how good it is.',
    narrativeExample: () => 'Performance reports delivered complete, without revision, before the month ends',
    resources: () => 'Which resources are needed?',
    accountability: () => 'How will you account for the results?',
    consequences: () => 'What follows from achieving them?',
    listHint: () => 'One thing a line.',
    resourcesExample: () => 'Access to financial data',
    accountabilityExample: () => 'Monthly report to the supervisor',
    consequencesExample: () => 'Proposal for training',
    approach: () => 'Which approach is used?',
    from: () => 'From which date is it in force?',
    fromHint: (date) => `At the earliest ${date}.`,
    reason: () => 'Why is the plan changed?',
    expectation: (behaviour) => behaviour,
    expectationHint: (guides) => `Special expectation, may stay empty. Guides: ${guides}`,
    expectationExample: () => 'Answers requests for data within two working days',
    return: () => 'What has to be improved?',
    question: (name) => `What would you like to ask ${name}?`,
    answer: (name) => `What is your answer to ${name}?`,
    textExample: () => 'Please explain the target of RHK 2',
  },
  option: {
    main: () => 'Main',
    additional: () => 'Additional',
    noSupport: () => 'None',
    result: (number, title) => `Supervisor’s RHK ${number}: ${title}`,
    goal: (number, title) => `Goal ${number} of the unit: ${title}`,
    shortResult: (number) => `RHK ${number}`,
    shortGoal: (number) => `Goal ${number}`,
    method: (method) => ({ direct: 'Direct', non_direct: 'Non-direct' })[method],
    perspective: (perspective) =>
      ({
        penerima_layanan: 'Service recipients',
        proses_bisnis: 'Business process',
        penguatan_internal: 'Internal strengthening',
        anggaran: 'Budget',
      })[perspective],
    approach: (approach) => ({ quantitative: 'Quantitative', qualitative: 'Qualitative' })[approach],
    reason: (reason) =>
      ({ expectation: 'New expectation', move: 'Move to another unit or position' })[reason],
    aspect: (aspect) =>
      ({ kuantitas: 'Quantity', kualitas: 'Quality', waktu: 'Time', biaya: 'Cost' })[aspect],
  },
  problem: {
    line: (line, text, why) => `Line ${line} (“${text}”): ${why}.`,
    why: (problem) =>
      ({
        no_title: 'it does not say what is measured',
        too_long: 'it is too long, 400 characters at most',
        bad_date: 'that date does not exist',
      })[problem],
    repair: (n) =>
      n === 1
        ? 'The other lines are kept; please send that line again.'
        : `The other lines are kept; please send those ${n} lines again.`,
    tooMany: (max) => `${max} lines at most; please join or remove some.`,
    date: () => 'The date cannot be read. Please write, for example, 1 July or 2026-07-01.',
    early: (date) => `That date is too early; the earliest is ${date}.`,
    year: (year) => `The date has to lie in ${year}.`,
    empty: () => 'It is still empty. Please write a sentence or two.',
  },
  saved: {
    result: (number) => `RHK ${number} is kept in the draft.`,
    draft: () => 'The draft is kept.',
    expectations: (name) => stop(`Kept in the proposal of ${name}`),
    question: (name) => stop(`Sent to ${name}`),
  },
};
