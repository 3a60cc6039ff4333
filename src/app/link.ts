import { lookAgain } from '../../db/queries/agenda.ts';
import { insertAudit } from '../../db/queries/calendar.ts';
import { leaverByAccount } from '../../db/queries/departures.ts';
import {
  type ClaimRow,
  claimOf,
  dropClaim,
  invitationByHash,
  invitationById,
  putAccount,
  putClaim,
  retireAccounts,
  useInvitation,
} from '../../db/queries/linking.ts';
import { reviveOutbox } from '../../db/queries/outbox.ts';
import { accountsOf, type PersonRow, peopleByEmail, personById } from '../../db/queries/people.ts';
import { expecting, first } from '../../db/store.ts';
import { encodeAction } from '../core/action.ts';
import { maskEmployeeNumber } from '../core/employee-number.ts';
import type { Inbound, Sender } from '../core/inbound.ts';
import { localDate, longDate } from '../core/local-time.ts';
import { say, silence, withButtons } from '../core/message.ts';
import { type Texts, textsOf } from '../i18n/texts.ts';
import { announcementsFor } from './announcement-reach.ts';
import { loadRules } from './calendar-facts.ts';
import { welcome } from './info.ts';
import { hashCode } from './invite.ts';
import { notify } from './notices.ts';
import { answered, edited, type Outcome, toast } from './outcome.ts';
import type { Services } from './services.ts';
import { type Session, sessionOf } from './session.ts';

/** Wrong codes that one account may send within the window. */
const MAX_FAILURES = 5;
const WINDOW_MS = 60 * 60_000;
const CODE = /^(?=.*\d)[0-9A-Z]{10}$/;

/** Answers somebody who is not linked: a code, an e-mail match, a confirmation, or the way to HR. */
export async function linkStranger(services: Services, inbound: Inbound): Promise<Outcome> {
  const t = textsOf(services.agency.locale);
  const { from, event } = inbound;
  if (event.kind === 'choice' && event.action === encodeAction({ do: 'claim', op: 'yes' }))
    return accept(services, from);
  if (event.kind === 'choice' && event.action === encodeAction({ do: 'claim', op: 'no' })) {
    return decline(services, from);
  }
  // Nothing was read from what they wrote, so a change of it changes nothing.
  if (event.kind === 'edited') return { reply: silence, writes: [] };
  const code = codeIn(inbound);
  if (code !== null) return tryCode(services, from, code);
  const leaver = await first(
    services.store,
    leaverByAccount({ platform: from.platform, externalId: from.id }),
  );
  if (leaver) return farewell(services, event, leaver);
  const byEmail = await matchByEmail(services, from).catch(() => 'unknown' as const);
  if (byEmail === 'unknown') return answered(say(t.link.tryAgain()));
  if (byEmail) {
    const claim = { ...newClaim(services, from), personId: byEmail.id };
    return answered(confirmation(t, byEmail), putClaim(claim));
  }
  const rules = (await loadRules(services.store))(localDate(services.now(), services.agency.zone), '');
  return answered(say(t.link.unknown(rules.contact?.[services.agency.locale] ?? t.link.contact())));
}

/** Answers somebody who has left: what they write is not taken any more, and their history is kept. */
function farewell({ agency }: Services, event: Inbound['event'], leaver: PersonRow): Outcome {
  if (event.kind === 'reachable' || event.kind === 'reaction') return { reply: silence, writes: [] };
  const locale = leaver.locale ?? agency.locale;
  const { activeUntil } = leaver;
  const text = textsOf(locale).staffing.leave.gone(activeUntil && longDate(activeUntil, locale));
  return event.kind === 'choice' ? toast(text) : answered(say(text));
}

/** Forgets whom an account claimed to be. */
export function decline(services: Services, from: Sender): Outcome {
  const t = textsOf(services.agency.locale);
  return edited(say(t.link.declined()), dropClaim(accountKey(from)));
}

/** Checks an invitation code and asks the person to confirm who they are. */
export async function tryCode(services: Services, from: Sender, code: string): Promise<Outcome> {
  const { store } = services;
  const t = textsOf(services.agency.locale);
  const now = services.now();
  const known = await first(store, claimOf({ account: accountKey(from) }));
  const claim = known && now - known.updatedAt < WINDOW_MS ? known : newClaim(services, from);
  if (claim.failures >= MAX_FAILURES) {
    return answered(say(t.link.locked(Math.ceil((claim.updatedAt + WINDOW_MS - now) / 60_000))));
  }
  const invitation = await first(store, invitationByHash({ codeHash: hashCode(code) }));
  const person = invitation && (await first(store, personById({ id: invitation.personId })));
  if (!invitation || !person?.active || invitation.usedAt !== null || invitation.expiresAt <= now) {
    const failures = claim.failures + 1;
    return answered(
      say(t.link.wrongCode(MAX_FAILURES - failures)),
      putClaim({ ...claim, failures, updatedAt: now }),
    );
  }
  return answered(
    confirmation(t, person),
    putClaim({ ...claim, personId: person.id, invitationId: invitation.id, updatedAt: now }),
  );
}

/** Links the account to the person it claimed to be; an older account on the same platform is retired and told. */
export async function accept(services: Services, from: Sender): Promise<Outcome> {
  const { store } = services;
  const now = services.now();
  const claim = await first(store, claimOf({ account: accountKey(from) }));
  const person = claim?.personId ? await first(store, personById({ id: claim.personId })) : null;
  const t = textsOf(person?.locale ?? services.agency.locale);
  if (!claim || !person?.active) return toast(t.link.nothingToConfirm());
  if (claim.invitationId !== null) {
    const invitation = await first(store, invitationById({ id: claim.invitationId }));
    if (!invitation || invitation.usedAt !== null || invitation.expiresAt <= now) {
      return edited(say(t.link.wrongCode(MAX_FAILURES - claim.failures)), dropClaim(accountKey(from)));
    }
  }
  if (
    claim.invitationId === null &&
    (await matchByEmail(services, from).catch(() => null))?.id !== person.id
  ) {
    return toast(t.link.nothingToConfirm());
  }
  const account = {
    id: services.newId(),
    personId: person.id,
    platform: from.platform,
    externalId: from.id,
    address: from.address,
    current: true,
    reachable: true,
    unreachableReason: null,
    linkedAt: now,
  };
  const replaced = (await store.all(accountsOf({ personId: person.id }))).filter(
    (old) => old.platform === from.platform && old.externalId !== from.id,
  );
  const session: Session = { ...sessionOf(services, account, person), sender: from };
  return edited(
    await welcome(session),
    ...(claim.invitationId === null ? [] : [expecting(1, useInvitation(claim.invitationId, now))]),
    retireAccounts(person.id, from.platform, from.id),
    putAccount(account),
    dropClaim(accountKey(from)),
    insertAudit({
      id: services.newId(),
      at: now,
      actorId: person.id,
      action: 'account.linked',
      subject: person.id,
      detail: {
        platform: from.platform,
        by: claim.invitationId === null ? 'email' : 'code',
        replaced: replaced.length,
      },
    }),
    reviveOutbox(person.id, now),
    ...(await announcementsFor(services, person.id, now)),
    lookAgain([person.id]),
    ...replaced.map((old) =>
      notify(
        'replaced',
        `replaced:${old.id}:${now}`,
        person.id,
        { platform: old.platform, address: old.address },
        now,
      ),
    ),
  );
}

function confirmation(t: Texts, person: PersonRow) {
  return withButtons(
    say(
      { kind: 'line', parts: [{ bold: t.link.confirm() }] },
      {
        kind: 'fields',
        rows: [
          [t.field.name(), person.name],
          [t.field.nip(), maskEmployeeNumber(person.nip)],
          [t.field.unit(), person.unitName],
        ],
      },
    ),
    [
      { label: t.button.yesMe(), action: encodeAction({ do: 'claim', op: 'yes' }), style: 'primary' },
      { label: t.button.notMe(), action: encodeAction({ do: 'claim', op: 'no' }) },
    ],
  );
}

/** The one active person whose e-mail the platform vouches for. */
async function matchByEmail(services: Services, from: Sender): Promise<PersonRow | null> {
  const email = await from.email();
  if (!email) return null;
  const people = await services.store.all(peopleByEmail({ email: email.toLowerCase() }));
  return people.length === 1 ? people[0]! : null;
}

function codeIn({ event }: Inbound): string | null {
  if (event.kind === 'command' && event.name === 'start' && event.args.trim() !== '')
    return event.args.trim();
  // People often send the code alone; it has digits and no word of theirs would look like it.
  const plain = event.kind === 'text' ? event.text.toUpperCase().replace(/[\s-]/g, '') : '';
  if (CODE.test(plain)) return plain;
  return null;
}

function newClaim(services: Services, from: Sender): ClaimRow {
  return {
    account: accountKey(from),
    personId: null,
    invitationId: null,
    failures: 0,
    updatedAt: services.now(),
  };
}

const accountKey = (from: Sender) => `${from.platform}:${from.id}`;
