import type { Division } from '../core/cascade/facts.ts';
import type { cascadeId } from './cascade-id.ts';
import { stop } from './stop.ts';

const division = (divided: Division) =>
  ({ aspect: 'aspect', region: 'region', share: 'share of the target' })[divided];

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Texts about the role matrix and the tree of goals and results in English. */
export const cascadeEn: typeof cascadeId = {
  goal: (kind, number) => (kind === 'strategy' ? `Strategic goal ${number}` : `Agreed goal ${number}`),
  indicator: (title, target) => (target === '' ? `IKU: ${title}` : `IKU: ${title}, target ${target}`),
  method: (method, divided) =>
    method === 'non_direct'
      ? 'indirect'
      : divided === null
        ? 'direct'
        : `direct, divided by ${division(divided)}`,
  resultOf: (name, number) => `${name} · RHK ${number}`,
  noPlan: (year) =>
    `Your plan of ${year} is not in force yet. Draw it up with plan and have your supervisor agree, then come back.`,
  cell: {
    title: () => 'Contribution',
    result: () => 'Leader’s result',
    askResult: () => 'To which of your results?',
    person: () => 'Employee',
    askPerson: () => 'Who contributes?',
    contribution: () => 'Contribution',
    askContribution: () => 'Which result does this employee contribute?',
    contributionHint: () =>
      'Put it as a result, not as an activity: an intermediate result, output or service.',
    contributionExample: () => 'Draft of the quarterly performance report',
    unclear: () => 'This could not be read. Put the result in words, for example: Quarterly report drawn up.',
    method: () => 'Division',
    askMethod: () => 'How does this result come down?',
    methodOption: (divided) =>
      divided === null
        ? 'Indirect: the employee delivers a supporting output or service'
        : `Direct: the result is divided by ${division(divided)}`,
    methodShort: (divided) => (divided === null ? 'Indirect' : `Direct: ${division(divided)}`),
    same: (name) => stop(`This contribution is already there for ${name}`),
    saved: (name) => `Saved as a draft; ${name} will see it once it is shared.`,
    changed: (name) => `Saved; ${name} is told.`,
    changedDraft: () => 'Saved.',
    askWithdraw: () => 'Withdraw this contribution?',
    withdrawn: () => 'The contribution was withdrawn.',
    gone: () => 'This contribution was withdrawn.',
    resultGone: () => 'This result of the leader is not in force any more. Open the matrix again.',
  },
  matrix: {
    title: (year) => `Role matrix ${year}`,
    nobody: () =>
      'A matrix is made by a supervisor. You have neither a team nor contributions that were shared; your supervisor shares them with matrix.',
    onlyLeader: () => 'Only a supervisor fills in their matrix, for their own team.',
    noMain: () => 'Your plan has no main work result yet that could be divided. Complete it with plan.',
    state: (state) =>
      ({
        draft: 'draft',
        shared: 'shared, not a work result yet',
        taken: 'in the draft of the plan',
        in_force: 'in the plan in force',
        moved: 'not in your team any more',
      })[state],
    inPlan: (number) => `RHK ${number} of their plan`,
    gap: () => '⚠ Nobody supports this result yet.',
    onlyDrafts: () => '⚠ Only drafts; they do not count before they are shared.',
    drafts: (n) => `${n} still in draft; employees do not see them until they are shared.`,
    without: (names) => stop(`Without a contribution: ${names}`),
    add: (number) => `+ RHK ${number}`,
    addAny: () => 'Add a contribution',
    change: () => 'Change',
    share: (n) => `Share (${n})`,
    shared: (names) => stop(`Shared with ${names}`),
    sharedTo: (name, n) => `${name} (${n})`,
    nothingToShare: () => 'There is no draft to share.',
    changedMeanwhile: () => 'The matrix has changed; look again, then share.',
    whichCell: () => 'Which contribution?',
    changeText: () => 'Change the words',
    changeMethod: () => 'Change the division',
    withdraw: () => 'Withdraw',
    withdrawYes: () => 'Yes, withdraw',
    back: () => 'Back to the matrix',
    open: () => 'Open the matrix',
  },
  role: {
    title: (year) => `My role ${year}`,
    none: (supervisor) =>
      supervisor === null
        ? 'No supervisor is recorded, so nobody has shared contributions. Please contact the personnel office.'
        : `No contributions were shared yet. ${supervisor} shares them with matrix.`,
    from: (name, number, title) => `RHK ${number} of ${name}: ${title}`,
    goneResult: (name) => `A result of ${name} that is not in force any more`,
    take: (number) => (number === null ? 'Make it my RHK' : `Make it my RHK (${number})`),
    taken: (number) => `Now RHK ${number} in the draft of your plan. Add its indicators with plan.`,
    alreadyTaken: () => 'This contribution is already in your plan.',
    waiting: (name) => `Your plan waits for ${name}; ask to have it returned first, then make this a result.`,
    openPlan: () => 'Open my plan',
    shared: (leader, year) => `${leader} shares contributions of ${year} with you`,
    see: () => 'See my role',
    changed: (leader) => `${leader} changed your contribution`,
    withdrawn: (leader) => `${leader} withdrew your contribution`,
    keeps: () => 'What is in your plan stays there; talk to your supervisor, then adjust it with plan.',
  },
  tree: {
    title: (unit, year) => `Tree of ${unit} ${year}`,
    own: (year) => `My chain ${year}`,
    summary: (goals, results, gaps, orphans) =>
      `${count(goals, 'goal')}, ${count(results, 'work result')}, ${count(gaps, 'gap')}, ${orphans} without a parent`,
    asAbove: (line) => `${line} (from there as above)`,
    supports: (what) => `↑ supports ${what}`,
    carriedBy: (what) => `↓ ${what}`,
    named: (label, title) => `${label}: ${title}`,
    gap: () => 'nobody supports it yet',
    gaps: (n) => `Gaps (${n})`,
    orphans: (n) => `Without a parent (${n})`,
    orphan: (reason) =>
      ({
        nothing: 'supports nothing yet',
        gone: 'what it supports is gone or not in force any more',
        no_plan_above: 'the supervisor’s plan is not in force',
        circle: 'the chain comes back to itself',
      })[reason],
    orphanNext: (reason) =>
      reason === 'no_plan_above'
        ? 'Your supervisor has to have a plan in force first.'
        : 'Choose the leader’s result or the unit’s goal that it supports with plan.',
    roleHere: () => 'shared with you, not in your plan in force',
    additional: () => 'additional task',
    role: (name) => `${name} · shared contribution`,
    withoutPlan: (names) => stop(`No plan in force: ${names}`),
    more: (n) => `and ${n} more`,
    hidden: (n) => `+${n} more below it`,
    left: (n) => `${n} more are not shown; open the units below one by one.`,
    empty: (unit) =>
      `${unit} has no goals and no plans in force yet. The planning office brings the unit’s goals in (import agreement).`,
    picture: () => 'Picture of the tree',
    below: () => 'Units below:',
    onlyLeader: () =>
      'Only the leader of that unit, leaders of units above it, and the personnel office see its tree.',
    unknownUnit: (name, candidates) =>
      candidates.length > 0
        ? `Several units have "${name}" in their names: ${candidates.join('; ')}. Write the full name.`
        : `There is no unit "${name}". Write its name as in the personnel data.`,
    howto: () => 'For another unit: tree <name of the unit>.',
    file: (unit, year) => `Tree of ${unit} ${year}`,
    asOf: (date) => `As of ${date}`,
    legend: {
      strategy: () => 'Strategic goal',
      agreement: () => 'Agreed goal',
      leader: () => 'Leader’s result',
      result: () => 'Employee’s result',
      role: () => 'Shared, not in a plan in force yet',
      gap: () => 'Nobody supports it yet',
      orphan: () => 'Without a parent',
    },
  },
};
