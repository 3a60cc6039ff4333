// @ts-check

/** @typedef {import('./api.js').Person} Person */

/** @param {Person} person */
const onDesk = ({ id }) => id.startsWith('desk:');

/**
 * Who a visitor sees first: an employee, their supervisor and somebody of HR.
 * @param {Person[]} people
 * @returns {Person[]}
 */
export function firstPanes(people) {
  const pairs = people
    .filter((person) => !onDesk(person) && !person.supervisor)
    .sort((a, b) => a.roles.length - b.roles.length)
    .map((employee) => ({ employee, supervisor: supervisorOf(employee, people) }));
  const pair = pairs.find(({ supervisor }) => supervisor !== null) ?? pairs[0];
  const supervisor = pair?.supervisor ?? people.find((person) => person.supervisor) ?? null;
  const hr = people.find((person) => person.roles.includes('hr') && person !== supervisor);
  const chosen = [pair?.employee, supervisor, hr].filter((person) => person !== undefined && person !== null);
  return chosen.length > 0 ? chosen : people.slice(0, 3);
}

/**
 * The supervisor as the agency names them, else one of the same unit.
 * @param {Person} employee
 * @param {Person[]} people
 */
export function supervisorOf(employee, people) {
  const named = people.find(({ id }) => id === employee.supervisorId);
  return named ?? people.find(({ supervisor, unit }) => supervisor && unit === employee.unit) ?? null;
}
