import { openCommitmentsWith } from '../../../db/queries/commitments.ts';
import { returnedEntries } from '../../../db/queries/entries.ts';
import { evaluationsOfPerson } from '../../../db/queries/evaluations.ts';
import { planVersionsOf } from '../../../db/queries/plan-versions.ts';
import { encodeAction } from '../../core/action.ts';
import { dueOn, periodNamed } from '../../core/evaluation/period.ts';
import { addDays } from '../../core/local-time.ts';
import type { Todo } from '../../core/todo.ts';
import { dialogueButton } from '../dialogue/card-buttons.ts';
import { clip } from '../entry-view.ts';
import { evaluationButton } from '../evaluation/button.ts';
import { planButton } from '../plan/view.ts';
import type { Session } from '../session.ts';
import { sessionWindows } from '../windows.ts';

/** Returned activities are looked for so far back. */
const BACK_DAYS = 60;
const SHORT = 80;

/** What waits for somebody about their own work: what came back, what they promised, what they have to submit. */
export async function ownTodos(session: Session): Promise<Todo[]> {
  const { services, person, t, today } = session;
  const { store } = services;
  const year = Number(today.slice(0, 4));
  const [returned, commitments, versions, evaluations, windows] = await Promise.all([
    store.all(returnedEntries({ personId: person.id, from: addDays(today, -BACK_DAYS) })),
    store.all(openCommitmentsWith({ personId: person.id })),
    store.all(planVersionsOf({ personId: person.id, year })),
    store.all(evaluationsOfPerson({ personId: person.id })),
    sessionWindows(session),
  ]);
  const rules = windows.rules(today);
  return [
    ...returned.map(
      ({ id, what, localDate }): Todo => ({
        ...{ kind: 'returned_entry', about: clip(what, SHORT), count: 1, dueOn: null, since: localDate },
        action: encodeAction({ do: 'entry', entry: id, op: 'edit' }),
      }),
    ),
    ...commitments
      .filter(({ commitment }) => commitment.ownerId === person.id)
      .map(
        ({ commitment: { what, dueOn } }): Todo => ({
          ...{ kind: 'commitment', about: clip(what, SHORT), count: 1, dueOn, since: null },
          action: dialogueButton('todo', '', null).action,
        }),
      ),
    ...versions
      .filter(({ status }) => status === 'returned')
      .map(
        ({ id }): Todo => ({
          ...{ kind: 'plan_returned', about: String(year), count: 1, dueOn: null, since: null },
          action: planButton('', 'open', id).action,
        }),
      ),
    ...evaluations
      .filter(({ status }) => status === 'open' || status === 'returned')
      .map(({ id, period: name }): Todo => {
        const period = periodNamed(name);
        return {
          ...{ kind: 'evaluation_open', about: t.period(period.text), count: 1 },
          ...{ dueOn: dueOn(period, rules), since: null },
          action: evaluationButton('open', '', id).action,
        };
      }),
  ];
}
