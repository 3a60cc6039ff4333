import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byUrgency, TODO_KINDS, type Todo } from '../../src/core/todo.ts';

const todo = (change: Partial<Todo>): Todo => ({
  ...{ kind: 'days', about: '', count: 1, dueOn: null, since: null, action: '' },
  ...change,
});

it('puts first what is due soonest, then what waits longest, then what matters more', () => {
  const soon = todo({ dueOn: '2026-11-26' });
  const overdue = todo({ dueOn: '2026-11-20', kind: 'commitment' });
  const old = todo({ since: '2026-11-01', kind: 'commitment' });
  const young = todo({ since: '2026-11-24' });
  const returned = todo({ kind: 'returned_entry', since: '2026-11-24' });
  expect(byUrgency([young, old, soon, returned, overdue])).toEqual([overdue, soon, old, returned, young]);
});

it('keeps everything, and does not depend on the order given', () => {
  const date = fc.option(fc.constantFrom('2026-11-20', '2026-11-26', '2026-12-01'));
  const any = fc.record({
    kind: fc.constantFrom(...TODO_KINDS),
    about: fc.constant(''),
    count: fc.constant(1),
    dueOn: date,
    since: date,
    action: fc.constant(''),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (list) => {
      const sorted = byUrgency(list);
      expect(sorted).toHaveLength(list.length);
      expect(byUrgency(list.toReversed())).toEqual(sorted);
    }),
  );
});
