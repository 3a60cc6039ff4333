/** Kinds of things that wait for somebody, in the order in which they are listed where nothing else decides. */
export const TODO_KINDS = [
  'returned_entry',
  'objection',
  'plan_proposal',
  'evaluation_to_rate',
  'dialogue',
  'feedback_request',
  'days',
  'commitment',
  'plan_returned',
  'evaluation_open',
] as const;

/** The kind of something that waits. */
export type TodoKind = (typeof TODO_KINDS)[number];

/** Something that waits for somebody's word or hand; dates are local. */
export interface Todo {
  kind: TodoKind;
  /** What or whom it is about, as people know it. */
  about: string;
  /** How many of the kind stand behind it. */
  count: number;
  /** Last day on which it should be done; null where there is none. */
  dueOn: string | null;
  /** Since when it waits; null where that is not known. */
  since: string | null;
  /** What its button does. */
  action: string;
}

/** The most urgent first: what is due soonest, then what waits longest, then by kind. */
export function byUrgency(todos: readonly Todo[]): Todo[] {
  const key = ({ kind, dueOn, since }: Todo) =>
    [dueOn ?? '9999', since ?? '9999', String(TODO_KINDS.indexOf(kind)).padStart(2, '0')].join('|');
  return todos.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
