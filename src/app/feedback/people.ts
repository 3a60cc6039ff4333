import { type PersonRow, peopleOfUnit, personById, subordinatesOf } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import type { FeedbackRelation, FeedbackScope } from '../../core/feedback/kinds.ts';
import { feedbackRelation } from '../../core/permissions.ts';
import { loadRules } from '../calendar-facts.ts';
import type { Services } from '../services.ts';
import type { Session } from '../session.ts';

/** Somebody whom feedback can be given to, or who can be asked for it, and what the author is to the employee. */
export interface Counterpart {
  person: PersonRow;
  relation: FeedbackRelation;
}

/** What an author is to an employee under the rules of the employee's unit; null where feedback is not theirs to give. */
export async function relationTo(
  services: Pick<Services, 'store'>,
  author: PersonRow,
  employee: PersonRow,
  today: string,
): Promise<FeedbackRelation | null> {
  const rules = await loadRules(services.store);
  return feedbackRelation(author, employee, rules(today, employee.unitId).peerFeedback);
}

/** Whether colleagues and staff may give feedback to somebody. */
export async function peersAllowed(
  services: Pick<Services, 'store'>,
  employee: Pick<PersonRow, 'unitId'>,
  today: string,
): Promise<boolean> {
  return (await loadRules(services.store))(today, employee.unitId).peerFeedback;
}

/** Everybody whom the sender may give feedback to: their staff first, then the others by name. */
export async function writableFor(session: Session): Promise<Counterpart[]> {
  const { services, person, today } = session;
  const rules = await loadRules(services.store);
  return related(await around(session, true), (other) =>
    feedbackRelation(person, other, rules(today, other.unitId).peerFeedback),
  );
}

/** Everybody whom the sender may ask for feedback: their supervisor first, then the others by name. */
export async function askableBy(session: Session): Promise<Counterpart[]> {
  const { services, person, today } = session;
  const { peerFeedback } = (await loadRules(services.store))(today, person.unitId);
  return related(await around(session, peerFeedback), (other) =>
    feedbackRelation(other, person, peerFeedback),
  );
}

/** Who reads feedback about an employee besides author and employee, and what that leaves to choose from. */
export interface Audience {
  /** The employee's supervisor, unless that is the author. */
  leader: PersonRow | null;
  /** Colleagues under the same supervisor, without author and employee. */
  team: PersonRow[];
  scope: FeedbackScope;
}

/** Who would read feedback of an author about an employee, as things stand now. */
export async function audienceOf(
  services: Pick<Services, 'store'>,
  authorId: string,
  employee: PersonRow,
  today: string,
): Promise<Audience> {
  const { store } = services;
  const { supervisorId } = employee;
  const [rules, supervisor, colleagues] = await Promise.all([
    loadRules(store),
    supervisorId ? first(store, personById({ id: supervisorId })) : null,
    supervisorId ? store.all(subordinatesOf({ supervisorId })) : [],
  ]);
  const leader = supervisor?.active && supervisor.id !== authorId ? supervisor : null;
  const team = colleagues.filter(({ id }) => id !== authorId && id !== employee.id);
  const { publicPraise } = rules(today, employee.unitId);
  return { leader, team, scope: { publicPraise, otherLeader: leader !== null, teammates: team.length > 0 } };
}

/** The people around somebody: staff, supervisor, and (where it matters) colleagues; each once. */
async function around({ services, person }: Session, colleagues: boolean): Promise<PersonRow[]> {
  const { store } = services;
  const { id, supervisorId, unitId } = person;
  const [staff, supervisor, team, unit] = await Promise.all([
    store.all(subordinatesOf({ supervisorId: id })),
    supervisorId ? store.all(personById({ id: supervisorId })) : [],
    colleagues && supervisorId ? store.all(subordinatesOf({ supervisorId })) : [],
    colleagues ? store.all(peopleOfUnit({ unitId })) : [],
  ]);
  return [...new Map([...staff, ...supervisor, ...team, ...unit].map((one) => [one.id, one])).values()];
}

function related(
  people: readonly PersonRow[],
  relationOf: (person: PersonRow) => FeedbackRelation | null,
): Counterpart[] {
  const found = people.flatMap((person): Counterpart[] => {
    const relation = relationOf(person);
    return relation ? [{ person, relation }] : [];
  });
  const rank = ({ relation }: Counterpart) => (relation === 'supervisor' ? 0 : 1);
  return found.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      a.person.name.localeCompare(b.person.name, 'id') ||
      (a.person.id < b.person.id ? -1 : 1),
  );
}
