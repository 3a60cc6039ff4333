/** Somebody as far as they can be named. */
export interface NamedPerson {
  id: string;
  nip: string;
  name: string;
  unitId: string;
  unitName: string;
  supervisorId: string | null;
  active: boolean;
}

/** Whom a text names, or why it names nobody; candidates are those whom it may mean. */
export type FoundPerson<Person extends NamedPerson = NamedPerson> =
  | { ok: true; person: Person }
  | { ok: false; problem: 'unknown' | 'several'; candidates: NamedPerson[] };

/** Candidates that are named in a problem. */
const MAX_CANDIDATES = 5;

/**
 * The active people whom a text may mean: by NIP, by the whole name, or by words of the name or their beginnings, which those
 * of the unit may follow.
 */
export function peopleMeant<Person extends NamedPerson>(text: string, people: readonly Person[]): Person[] {
  const digits = text.replace(/[\s.]/g, '');
  const active = people.filter((person) => person.active);
  if (/^\d{18}$/.test(digits)) return active.filter(({ nip }) => nip === digits);
  const wanted = simple(text);
  const exact = active.filter(({ name }) => simple(name) === wanted);
  if (exact.length > 0) return exact;
  const words = partsOf(wanted);
  if (words.length === 0) return [];
  const named = active.filter(({ name }) => words.every((word) => begins(name, word)));
  if (named.length > 0) return named;
  return active.filter(
    ({ name, unitName }) =>
      words.some((word) => begins(name, word)) &&
      words.every((word) => begins(name, word) || begins(unitName, word)),
  );
}

/** Finds the one active person whom a text names. */
export function findPerson<Person extends NamedPerson>(
  text: string,
  people: readonly Person[],
): FoundPerson<Person> {
  const found = peopleMeant(text, people);
  const [person] = found;
  if (person && found.length === 1) return { ok: true, person };
  const problem = found.length > 1 ? 'several' : 'unknown';
  return { ok: false, problem, candidates: found.slice(0, MAX_CANDIDATES) };
}

/** Whether a word begins one of the words of a text. */
const begins = (text: string, word: string) => partsOf(simple(text)).some((part) => part.startsWith(word));
const partsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
const simple = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');
