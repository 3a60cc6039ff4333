import type { dialogueKitId } from './dialogue-kit-id.ts';

/** The one page before a dialogue in English. */
export const dialogueKitEn: typeof dialogueKitId = {
  title: (kind) => `For the performance dialogue: ${kind}`,
  between: (employee, leader) => `${employee} and ${leader}`,
  since: (from, to, dialogue) =>
    dialogue ? `Since the last dialogue: ${from} – ${to}` : `Period: ${from} – ${to}`,
  results: () => 'Results by work result',
  noPlan: () => 'There is no plan (SKP) in force yet.',
  target: (text) => `Target: ${text}`,
  idle: () => 'no activity yet',
  obstacles: (n) => `Open obstacles (${n})`,
  feedback: (n) => `Feedback since then (${n})`,
  said: (date, author, text) => `${date}, ${author}: ${text}`,
  returned: (text) => `returned: ${text}`,
  commitments: (n) => `Open commitments (${n})`,
  expectations: () => 'Special expectations of the leader',
  none: () => 'none',
  more: (n) => `… and ${n} more`,
  shortened: () => 'Shortened to fit one page; press Read more.',
  same: () => 'Both sides get the same page.',
  readMore: () => 'Read more',
};
