import type { commitmentId } from './commitment-id.ts';
import { stop } from './stop.ts';

/** What was agreed upon in dialogues (tindak lanjut), in English. */
export const commitmentEn: typeof commitmentId = {
  title: () => 'Commitments of performance dialogues',
  button: (n) => (n === 0 ? 'Commitments' : `Commitments (${n})`),
  none: () => 'No commitment is open.',
  mine: () => 'Yours:',
  theirs: () => 'Awaited from the other side:',
  line: (what, due) => `${what}, by ${due}`,
  of: (owner, line) => `${owner}: ${line}`,
  overdue: (line) => `${line} (overdue)`,
  ended: (line, done) => `${line} (${done ? 'done' : 'dropped'})`,
  done: (n) => (n === null ? 'Done' : `${n} done`),
  later: (n) => (n === null ? 'Later' : `${n} later`),
  drop: (n) => (n === null ? 'Drop' : `${n} drop`),
  remind: (before) => (before ? 'A commitment is due soon' : 'A commitment is past its date'),
  agreedIn: (name) => `Agreed in a dialogue with ${stop(name)}`,
  closed: (what) => `Noted as done: ${what}`,
  dropped: (what) => `Noted as dropped: ${what}`,
  moved: (what, due) => `New date for ${what}: ${due}`,
  told: {
    done: (owner) => `${owner} has done a commitment:`,
    dropped: (owner) => `${owner} has dropped a commitment:`,
    open: (owner) => `${owner} has put off a commitment:`,
  },
  already: (done) => (done ? 'This commitment is done already.' : 'This commitment was dropped already.'),
  notYours: (owner) => `This commitment is closed by ${stop(owner)}`,
  notAgreed: () => 'This commitment counts once both sides have confirmed its minutes.',
  form: {
    later: () => 'Put off',
    drop: () => 'Drop',
    due: () => 'New date',
    askDue: () => 'Until when do you put it off?',
    dueHint: () => 'For example: Friday, 10 December, or 10/12.',
    askReason: (name) => `Why is it dropped? ${name} reads the reason.`,
    badDue: () => 'The date could not be read. For example: Friday, 10 December, or 10/12.',
    notLater: () => 'That is not after the present date. Write a later one.',
  },
  problem: {
    no_what: (n) => `Line ${n} does not say what is to be done.`,
    too_long: (n, max) => `Line ${n} is too long; ${max} characters at most.`,
    no_due: (n) => `Line ${n} has no date. For example: send the draft by 10 Dec.`,
    due_past: (n, said) => `The date ${said} in line ${n} is over. Write one that lies ahead.`,
    owner_unknown: (n, said, names) =>
      `In line ${n}, ${said} is not part of this dialogue. Write ${stop(names)}`,
    too_many: (max) => `${max} commitments at most in one dialogue.`,
  },
};
