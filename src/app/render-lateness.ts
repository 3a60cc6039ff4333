import { latenessById } from '../../db/queries/lateness.ts';
import { first } from '../../db/store.ts';
import { longDate } from '../core/local-time.ts';
import { say } from '../core/message.ts';
import { canDecideLateness } from '../core/permissions.ts';
import { textsOf } from '../i18n/texts.ts';
import { latenessFacts, latenessMessage, reasonOf } from './lateness-view.ts';
import { accountFor, personOf, plain, type Renderer, skip } from './rendered.ts';

/** The question to HR whether the reason for a late report is accepted. */
export const lateness: Renderer<'lateness'> = async (services, row, { latenessId }) => {
  const hr = await personOf(services, row.personId);
  const late = await first(services.store, latenessById({ id: latenessId }));
  const employee = late && (await personOf(services, late.personId));
  if (!hr || !late || !employee || !canDecideLateness(hr, employee)) return skip('not_allowed');
  if (late.status !== 'waiting') return skip('decided');
  const facts = await latenessFacts(services, late, employee);
  if (facts.firstAt === null) return skip('withdrawn');
  if (facts.firstAt <= facts.window.graceUntil) return skip('in_time');
  const to = await accountFor(services, hr, 'supervisor');
  if ('skip' in to) return to;
  const locale = hr.locale ?? services.agency.locale;
  return plain(to, latenessMessage({ t: textsOf(locale), locale }, late, employee, facts, []));
};

/** What HR decided about a late report, for the employee. */
export const latenessDecided: Renderer<'lateness_decided'> = async (services, row, { latenessId }) => {
  const person = await personOf(services, row.personId);
  const late = await first(services.store, latenessById({ id: latenessId }));
  if (!person?.active || !late) return skip('gone');
  if (late.status !== 'accepted' && late.status !== 'declined') return skip('not_decided');
  const to = await accountFor(services, person, 'employee');
  if ('skip' in to) return to;
  const by = await personOf(services, late.decidedBy);
  const locale = person.locale ?? services.agency.locale;
  const t = textsOf(locale);
  const date = longDate(late.localDate, locale);
  return plain(to, say(t.window.decided[late.status](date, reasonOf(t, late), by?.name ?? '–')));
};
