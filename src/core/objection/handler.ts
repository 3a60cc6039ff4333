import { type Actor, isHr } from '../permissions.ts';

/** Who decides an objection: a person, HR as a whole, or nobody that is known. */
export type Handler = { kind: 'person'; id: string } | { kind: 'hr'; ids: string[] } | { kind: 'nobody' };

/**
 * Who decides an objection: the supervisor's supervisor if there is one, else HR; never whoever is objected to, nor the
 * employee.
 *
 * PermenPANRB 6/2022 leaves who decides, and in how many days, to the agency (read in secondary sources only).
 *
 * @param againstId who did what is objected to
 */
export function handlerOf(facts: {
  employee: Pick<Actor, 'id' | 'supervisorId'>;
  superior: Actor | null;
  hr: readonly Actor[];
  againstId: string | null;
}): Handler {
  const { employee, superior, hr, againstId } = facts;
  const mayDecide = (person: Actor) => person.active && person.id !== employee.id && person.id !== againstId;
  if (superior && superior.id !== employee.supervisorId && mayDecide(superior))
    return { kind: 'person', id: superior.id };
  const ids = hr.filter((person) => isHr(person) && mayDecide(person)).map(({ id }) => id);
  return ids.length > 0 ? { kind: 'hr', ids } : { kind: 'nobody' };
}
