import { whenBoth } from '../../../conversations/dialogue-parts.ts';
import { type DialogueRow, dialogueById } from '../../../db/queries/dialogues.ts';
import { type PersonRow, peopleByIds } from '../../../db/queries/people.ts';
import { first, type Store } from '../../../db/store.ts';
import type { Side } from '../../core/dialogue/kinds.ts';
import { sideOf } from '../../core/dialogue/life.ts';
import type { Locale } from '../../core/model.ts';
import { type Texts, textsOf } from '../../i18n/texts.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';

/** A dialogue with the two who talk. */
export interface Meeting {
  row: DialogueRow;
  employee: PersonRow;
  leader: PersonRow;
}

/** Whoever reads something about a dialogue, in their language and zone. */
export interface Reader {
  services: Pick<Services, 'store' | 'agency' | 'now'>;
  person: PersonRow;
  t: Texts;
  locale: Locale;
}

/** A reader whom we write to on our own account. */
export function readerOf(services: Services, person: PersonRow): Reader {
  const locale = person.locale ?? services.agency.locale;
  return { services, person, t: textsOf(locale), locale };
}

/** A dialogue with its people; null where there is none. */
export async function meetingOf(store: Store, id: string | null): Promise<Meeting | null> {
  const row = id === null ? null : await first(store, dialogueById({ id }));
  return row && ((await withPeople(store, [row]))[0] ?? null);
}

/** Dialogues with their people, in the same order. */
export async function withPeople(store: Store, rows: readonly DialogueRow[]): Promise<Meeting[]> {
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.flatMap(({ employeeId, leaderId }) => [employeeId, leaderId]))];
  const people = new Map((await store.all(peopleByIds(ids))).map((person) => [person.id, person]));
  return rows.flatMap((row) => {
    const [employee, leader] = [people.get(row.employeeId), people.get(row.leaderId)];
    return employee && leader ? [{ row, employee, leader }] : [];
  });
}

/** Which side somebody is on, and who the other one is; null for everybody else. */
export function placeIn(
  { row, employee, leader }: Meeting,
  personId: string,
): { side: Side; other: PersonRow } | null {
  const side = sideOf(row, personId);
  return side && { side, other: side === 'employee' ? leader : employee };
}

/** When a dialogue begins, in the reader's zone, and in the other one's where the clocks there differ. */
export function whenText({ services, person, t, locale }: Reader, other: PersonRow, at: number): string {
  return whenBoth(at, {
    ...{ t, locale, zone: zoneOf(person, services) },
    other: { name: other.name, zone: zoneOf(other, services) },
  });
}
