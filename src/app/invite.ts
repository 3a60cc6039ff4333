import { createHash } from 'node:crypto';
import { insertAudit } from '../../db/queries/calendar.ts';
import { insertInvitation, revokeInvitations } from '../../db/queries/linking.ts';
import {
  allPeople,
  allUnits,
  currentAccounts,
  type PersonRow,
  type UnitRow,
} from '../../db/queries/people.ts';
import { addDays, instantOf, localDate } from '../core/local-time.ts';
import { unitsWithin } from '../core/unit-tree.ts';
import type { Services } from './services.ts';
import { zoneOf } from './session.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 10;

/** Whom to invite: one person, or those of a unit with its sub-units (`null`: everywhere), perhaps only the unlinked. */
export type InviteChoice = { nip: string } | { unit: string | null; missing: boolean };

/** One invitation, with the code that is shown once and never stored. */
export interface Invited {
  person: PersonRow;
  code: string;
  /** Last local date (`yyyy-MM-dd`) in the person's zone on which the code works. */
  validUntil: string;
}

/** What came of a choice. */
export type InviteOutcome =
  | { ok: true; invited: Invited[] }
  | { ok: false; problem: 'person_unknown' | 'person_inactive' }
  | { ok: false; problem: 'unit_unknown'; units: string[] };

/**
 * The SHA-256 (hex) of an invitation code, as it is stored.
 *
 * Case, spaces and `-` do not matter, and letters that Crockford's base 32 leaves out count as the digits they look like.
 */
export function hashCode(code: string): string {
  const plain = code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return createHash('sha256').update(plain).digest('hex');
}

/** A new invitation code: ten characters of Crockford's base 32, 50 bits of chance. */
export function newCode(random: Services['random']): string {
  return [...random(CODE_LENGTH)].map((byte) => ALPHABET[byte & 31]).join('');
}

/**
 * Makes a one-time code for each chosen active person, in one commit.
 *
 * Their earlier unused codes end. A code works until the end of the local day that lies `days` after today.
 */
export async function invite(
  services: Pick<Services, 'store' | 'now' | 'newId' | 'random' | 'agency'>,
  choice: InviteChoice,
  days: number,
): Promise<InviteOutcome> {
  const { store, now, newId, random } = services;
  const at = now();
  const people = await store.all(allPeople());
  const units = await store.all(allUnits());
  const linked = new Set((await store.all(currentAccounts())).map(({ personId }) => personId));
  const chosen = choose(choice, people, units, linked);
  if (!chosen.ok) return chosen;
  const invited = chosen.people.map((person): Invited => {
    const validUntil = addDays(localDate(at, zoneOf(person, services)), days);
    return { person, code: newCode(random), validUntil };
  });
  if (invited.length === 0) return { ok: true, invited };
  const writes = invited.flatMap(({ person, code, validUntil }) => {
    const expiresAt = instantOf(addDays(validUntil, 1), 0, zoneOf(person, services));
    const row = { id: newId(), personId: person.id, codeHash: hashCode(code), expiresAt, usedAt: null };
    return [revokeInvitations(person.id), insertInvitation(row)];
  });
  const detail = { codes: invited.length, days };
  const audit = { id: newId(), at, actorId: null, action: 'invite', subject: 'people', detail };
  await store.commit([...writes, insertAudit(audit)]);
  return { ok: true, invited };
}

/** The active people whom a choice means. */
export function choose(
  choice: InviteChoice,
  people: readonly PersonRow[],
  units: readonly UnitRow[],
  linked: ReadonlySet<string>,
): { ok: true; people: PersonRow[] } | Exclude<InviteOutcome, { ok: true }> {
  if ('nip' in choice) {
    const person = people.find(({ nip }) => nip === choice.nip);
    if (!person) return { ok: false, problem: 'person_unknown' };
    return person.active ? { ok: true, people: [person] } : { ok: false, problem: 'person_inactive' };
  }
  const within = choice.unit === null ? null : unitsWithin(choice.unit, units);
  if (within?.size === 0) return { ok: false, problem: 'unit_unknown', units: units.map(({ name }) => name) };
  const meant = people.filter(
    ({ id, unitId, active }) =>
      active && (within?.has(unitId) ?? true) && !(choice.missing && linked.has(id)),
  );
  return { ok: true, people: meant };
}
