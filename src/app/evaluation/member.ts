import { nobodyFound } from '../../../conversations/staff-parts.ts';
import { evaluationsOfPerson } from '../../../db/queries/evaluations.ts';
import { subordinatesOf } from '../../../db/queries/people.ts';
import { findPerson } from '../../core/find-person.ts';
import { say, withButtons } from '../../core/message.ts';

import { answered, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { evaluationButton } from './button.ts';

/** Evaluations that are listed at once, the newest first. */
const MAX_SHOWN = 12;

/** Answers `evaluasi <name>` of a supervisor: the evaluations of somebody in their team; null where nobody is meant. */
export async function memberEvaluations(session: Session, text: string): Promise<Outcome | null> {
  const { services, person, t } = session;
  const { store } = services;
  const found = findPerson(text, await store.all(subordinatesOf({ supervisorId: person.id })));
  if (!found.ok) return found.problem === 'several' ? answered(say(nobodyFound(text, found, t))) : null;
  const { id, name } = found.person;
  const rows = await store.all(evaluationsOfPerson({ personId: id }));
  if (rows.length === 0) return answered(say(t.evaluation.team.noneOf(name)));
  const buttons = rows
    .slice(0, MAX_SHOWN)
    .map((row) => [
      evaluationButton('open', `${t.period(row.period)} · ${t.evaluation.status(row.status)}`, row.id),
    ]);
  return answered(withButtons(say({ kind: 'title', text: t.evaluation.team.of(name) }), ...buttons));
}
