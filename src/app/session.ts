import { type AccountRow, type PersonRow, sessionByAccount } from '../../db/queries/people.ts';
import { first } from '../../db/store.ts';
import type { Sender } from '../core/inbound.ts';
import { localDate } from '../core/local-time.ts';
import type { Locale } from '../core/model.ts';
import { type Texts, textsOf } from '../i18n/texts.ts';
import type { Services } from './services.ts';

/** One person at one moment: who they are, their language, and what day it is where they work. */
export interface Session {
  services: Services;
  sender: Sender;
  account: AccountRow;
  person: PersonRow;
  locale: Locale;
  t: Texts;
  now: number;
  zone: string;
  today: string;
}

/** The session of a linked sender; null for somebody who is not linked. */
export async function loadSession(services: Services, sender: Sender): Promise<Session | null> {
  const { platform, id } = sender;
  const row = await first(services.store, sessionByAccount({ platform, externalId: id }));
  if (!row) return null;
  return { ...sessionOf(services, row.account, row.person), sender };
}

/** The session of a person whom we write to on our own account. */
export function sessionOf(services: Services, account: AccountRow, person: PersonRow): Session {
  const { platform, externalId: id, address } = account;
  const now = services.now();
  const zone = zoneOf(person, services);
  const locale = person.locale ?? services.agency.locale;
  const sender: Sender = {
    platform,
    id,
    address,
    name: person.name,
    language: null,
    email: async () => null,
    forms: false,
  };
  return {
    services,
    sender,
    account,
    person,
    locale,
    t: textsOf(locale),
    now,
    zone,
    today: todayIn(zone, now),
  };
}

/** The zone that a person works in: their own, their unit's, else the agency's. */
export function zoneOf(
  person: Pick<PersonRow, 'zone' | 'unitZone'>,
  services: Pick<Services, 'agency'>,
): string {
  return person.zone ?? person.unitZone ?? services.agency.zone;
}

const QUARTER = 15 * 60_000;
const days = new Map<string, { quarter: number; date: string }>();

/** The local date, remembered for as long as it cannot change: zones differ from UTC by whole quarters of an hour. */
function todayIn(zone: string, now: number): string {
  const quarter = Math.floor(now / QUARTER);
  const known = days.get(zone);
  if (known?.quarter === quarter) return known.date;
  const date = localDate(now, zone);
  days.set(zone, { quarter, date });
  return date;
}
