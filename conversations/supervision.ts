import { findPerson } from '../src/core/find-person.ts';
import { addDays } from '../src/core/local-time.ts';
import { periodAround } from '../src/core/period.ts';
import { isActing, type SupervisionKind } from '../src/core/staffing/supervision.ts';
import { findUnit } from '../src/core/unit-names.ts';
import type { Answers, Form, Question } from './form.ts';
import {
  type ChosenPerson,
  choiceQuestion,
  dateQuestion,
  nobodyFound,
  optionOf,
  personQuestion,
  type StaffContext,
  saidIn,
  wordsQuestion,
} from './staff-parts.ts';

/** What the questions about a change of supervisors need to know. */
export interface SupervisionContext extends StaffContext {
  units: readonly { id: string; name: string }[];
}

/** Whose supervisor changes: one person's, or everybody's in a unit. */
export type WhoChanges = { kind: 'person' | 'unit' } & ChosenPerson;

/** Everything that was answered about a change of supervisors. */
export interface SupervisionAnswers {
  who: WhoChanges;
  to: ChosenPerson;
  kind: SupervisionKind;
  fromDate: string;
  toDate: string | null;
  reason: string | null;
}

const MAX_REASON = 200;

const who: Question<SupervisionContext> = {
  id: 'who',
  optional: false,
  when: () => true,
  label: ({ t }) => t.staffing.form.whoLabel(),
  ask: ({ t }) => ({
    text: t.staffing.form.who(),
    hint: t.staffing.form.whoHint(),
    input: { kind: 'text', multiline: false, placeholder: '' },
  }),
  parse(answer, { t, people, units }) {
    const said = saidIn(answer);
    const exact = units.find(({ name }) => name.toLowerCase() === said.toLowerCase());
    if (exact) return { value: { kind: 'unit', id: exact.id, name: exact.name } satisfies WhoChanges };
    const found = findPerson(said, people);
    if (found.ok)
      return { value: { kind: 'person', id: found.person.id, name: found.person.name } satisfies WhoChanges };
    const within = found.problem === 'unknown' ? findUnit(said, units) : null;
    if (within?.ok)
      return { value: { kind: 'unit', id: within.unit.id, name: within.unit.name } satisfies WhoChanges };
    return { problem: nobodyFound(said, found, t) };
  },
  accepts(value, { people, units }) {
    const { kind, id } = value as WhoChanges;
    return kind === 'unit'
      ? units.some((unit) => unit.id === id)
      : people.some((person) => person.active && person.id === id);
  },
  complete: () => true,
  show(value, { t }) {
    const { kind, name } = value as WhoChanges;
    return kind === 'unit' ? t.staffing.person.wholeUnit(name) : name;
  },
  initial: (value) => (value as WhoChanges).name,
};

const to = personQuestion<SupervisionContext>('to', (t) => ({
  ...{ ask: t.staffing.form.to(), hint: t.staffing.form.toHint(), label: t.staffing.form.toLabel() },
}));

const kind = choiceQuestion<SupervisionContext>(
  'kind',
  (t) => ({ ask: t.staffing.form.kind(), label: t.staffing.form.kindLabel() }),
  ({ t }) => [
    optionOf('definitive', t.staffing.form.definitive()),
    optionOf('plt', t.staffing.form.plt()),
    optionOf('plh', t.staffing.form.plh()),
  ],
);

const from = dateQuestion<SupervisionContext>(
  'from',
  (t) => ({ ask: t.staffing.form.from(), label: t.staffing.form.fromLabel() }),
  ({ t, today }) => [
    { date: today, label: t.staffing.date.today() },
    { date: addDays(periodAround('month', today).to, 1), label: t.staffing.date.nextMonth() },
  ],
);

const until = dateQuestion<SupervisionContext>(
  'until',
  (t) => ({ ask: t.staffing.form.until(), label: t.staffing.form.untilLabel() }),
  ({ t, today }) => [{ date: periodAround('month', today).to, label: t.staffing.date.endOfMonth() }],
  (answers) => typeof answers.kind === 'string' && isActing({ kind: answers.kind as SupervisionKind }),
);

const reason = wordsQuestion<SupervisionContext>(
  'reason',
  (t) => ({
    ...{ ask: t.staffing.form.why(), hint: t.staffing.form.whyHint(), label: t.staffing.form.whyLabel() },
    example: 'SK 821/123/BKPSDM/2026',
  }),
  { optional: true, most: MAX_REASON, multiline: false },
);

/** Who supervises whom from when on. */
export const supervisionForm: Form<SupervisionContext> = {
  id: 'supervision',
  questions: [who, to, kind, from, until, reason],
  review: true,
  title: ({ t }) => t.staffing.form.title(),
  submit: ({ t }) => t.staffing.form.review(),
};

/** The answers of a complete form as one thing. */
export function supervisionIn(answers: Answers): SupervisionAnswers {
  const wanted = answers.kind as SupervisionKind;
  return {
    who: answers.who as WhoChanges,
    to: answers.to as ChosenPerson,
    kind: wanted,
    fromDate: String(answers.from),
    toDate: isActing({ kind: wanted }) ? String(answers.until) : null,
    reason: (answers.reason as string | null | undefined) ?? null,
  };
}
