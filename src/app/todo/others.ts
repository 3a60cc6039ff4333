import { openDialoguesOf } from '../../../db/queries/dialogues.ts';
import { waitingDays } from '../../../db/queries/entries.ts';
import { evaluationsWaitingFor } from '../../../db/queries/evaluations.ts';
import { requestsWaitingFor } from '../../../db/queries/feedback-requests.ts';
import { objectionsToDecide } from '../../../db/queries/objections.ts';
import { peopleByIds, subordinatesOf } from '../../../db/queries/people.ts';
import { plansWaitingFor } from '../../../db/queries/plan-versions.ts';
import { encodeAction } from '../../core/action.ts';
import { dueOn, periodNamed } from '../../core/evaluation/period.ts';
import { groupBy } from '../../core/group.ts';
import { addDays, localDate } from '../../core/local-time.ts';
import { canDecideObjection, isHr } from '../../core/permissions.ts';
import type { Todo } from '../../core/todo.ts';
import { dialogueButton } from '../dialogue/card-buttons.ts';
import { itemText } from '../dialogue/listing.ts';
import { withPeople } from '../dialogue/meeting.ts';
import { dutiesOf } from '../dialogue/overview.ts';
import { evaluationButton } from '../evaluation/button.ts';
import { feedbackButton } from '../feedback/view.ts';
import { objectionFacts } from '../objection/facts.ts';
import { objectionsButton } from '../objection/view.ts';
import { planButton } from '../plan/view.ts';
import type { Session } from '../session.ts';
import { sessionWindows } from '../windows.ts';

/** Reports that wait longer are found in the history. */
const BACK_DAYS = 60;

/** What waits for somebody's word about others: reports, plans, evaluations, requests, dialogues, objections. */
export async function todosAboutOthers(session: Session): Promise<Todo[]> {
  const parts = await Promise.all([
    days(session),
    decisions(session),
    dialogues(session),
    objections(session),
  ]);
  return parts.flat();
}

async function days({ services, person, today }: Session): Promise<Todo[]> {
  const { store } = services;
  const team = await store.all(subordinatesOf({ supervisorId: person.id }));
  if (team.length === 0) return [];
  const ids = team.map(({ id }) => id);
  const waiting = groupBy(
    await store.all(waitingDays(ids, addDays(today, -BACK_DAYS))),
    (row) => row.personId,
  );
  return team.flatMap(({ id, name }): Todo[] => {
    const own = waiting.get(id) ?? [];
    const [oldest] = own;
    if (!oldest) return [];
    const since = oldest.localDate;
    const action = encodeAction({ do: 'day', person: id, date: since, op: 'show' });
    return [{ kind: 'days', about: name, count: own.length, dueOn: null, since, action }];
  });
}

/** Plans, evaluations and requests that wait for an answer. */
async function decisions(session: Session): Promise<Todo[]> {
  const { services, person, t, today, zone } = session;
  const { store } = services;
  const [plans, evaluations, requests, windows] = await Promise.all([
    store.all(plansWaitingFor({ supervisorId: person.id })),
    store.all(evaluationsWaitingFor({ evaluatorId: person.id })),
    store.all(requestsWaitingFor({ askedId: person.id })),
    sessionWindows(session),
  ]);
  const ids = [...plans, ...evaluations].map(({ personId }) => personId);
  ids.push(...requests.map(({ employeeId }) => employeeId));
  const people = ids.length === 0 ? [] : await store.all(peopleByIds([...new Set(ids)]));
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? '';
  const dateOf = (at: number | null) => (at === null ? null : localDate(at, zone));
  const rules = windows.rules(today);
  return [
    ...plans.map(
      ({ id, personId, proposedAt }): Todo => ({
        ...{
          kind: 'plan_proposal',
          about: nameOf(personId),
          count: 1,
          dueOn: null,
          since: dateOf(proposedAt),
        },
        action: planButton('', 'version', id).action,
      }),
    ),
    ...evaluations.map(({ id, personId, period: name, submittedAt }): Todo => {
      const period = periodNamed(name);
      return {
        ...{ kind: 'evaluation_to_rate', about: `${nameOf(personId)}, ${t.period(period.text)}` },
        ...{ count: 1, dueOn: dueOn(period, rules), since: dateOf(submittedAt) },
        action: evaluationButton('open', '', id).action,
      };
    }),
    ...requests.map(
      ({ id, employeeId, createdAt }): Todo => ({
        ...{
          kind: 'feedback_request',
          about: nameOf(employeeId),
          count: 1,
          dueOn: null,
          since: dateOf(createdAt),
        },
        action: feedbackButton('answer', '', id).action,
      }),
    ),
  ];
}

async function dialogues(session: Session): Promise<Todo[]> {
  const { services, person, t, now, zone } = session;
  const { store } = services;
  const meetings = await withPeople(store, await store.all(openDialoguesOf({ personId: person.id })));
  const duties = await dutiesOf(store, person.id, meetings, now);
  return meetings.flatMap((meeting): Todo[] => {
    const duty = duties.get(meeting.row.id);
    if (!duty) return [];
    const date = localDate(meeting.row.startsAt, zone);
    const ahead = duty === 'answer' || duty === 'prepare';
    return [
      {
        ...{ kind: 'dialogue', about: t.dialogue.overview.toDo[duty](itemText(session, meeting)), count: 1 },
        ...{ dueOn: ahead ? date : null, since: ahead ? null : date },
        action: dialogueButton('show', '', meeting.row.id).action,
      },
    ];
  });
}

async function objections({ services, person }: Session): Promise<Todo[]> {
  const { store } = services;
  const rows = [
    ...(await store.all(objectionsToDecide(person.id))),
    ...(isHr(person) ? await store.all(objectionsToDecide(null)) : []),
  ];
  const todos: Todo[] = [];
  for (const row of rows) {
    const facts = await objectionFacts(services, row);
    if (!facts || !canDecideObjection(person, facts.contest)) continue;
    todos.push({
      ...{ kind: 'objection', about: facts.employee.name, count: 1, dueOn: row.dueOn, since: null },
      action: objectionsButton('', 'show', row.id).action,
    });
  }
  return todos;
}
