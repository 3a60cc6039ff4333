import type { PersonRow } from '../../db/queries/people.ts';
import { promptAt } from '../../db/queries/prompts.ts';
import { daySubject } from '../../db/queries/talks.ts';
import { first } from '../../db/store.ts';
import { addDays } from '../core/local-time.ts';
import { isExpectedToReport } from '../core/permissions.ts';
import { offReasonCode, slotState } from '../core/prompt-decision.ts';
import { returnedFrom } from '../core/working-days.ts';
import { textsOf } from '../i18n/texts.ts';
import { askedDay } from './asked-day.ts';
import { daysOf } from './calendar-facts.ts';
import { openDrafts } from './open-drafts.ts';
import { slotName } from './prompt-plan.ts';
import { promptMessage } from './prompt-view.ts';
import { accountFor, personOf, type Renderer, skip } from './rendered.ts';
import type { Services } from './services.ts';

/** Days that are looked back over for an absence. */
const BACK_DAYS = 30;

/** The question to report; whether it is still wanted is looked at again. */
export const prompt: Renderer<'prompt'> = async (services, row, { date, slot }) => {
  const { store, agency } = services;
  const person = await personOf(services, row.personId);
  if (!person || !isExpectedToReport(person)) return skip('inactive');
  const [day, decision] = await Promise.all([
    askedDay(services, person, date),
    first(store, promptAt({ personId: person.id, date, slot })),
  ]);
  const { reportedAt, off, days, snooze } = day;
  const now = services.now();
  if (reportedAt !== null) return skip('reported');
  if (off) return skip(offReasonCode(off));
  if (now >= snooze.window.closesAt) return skip('closed');
  const slotAt = decision?.slotAt ?? row.createdAt;
  if (slotState(now, slotAt, days.rules(date).promptLateness) === 'too_late') return skip('too_late');
  const to = await accountFor(services, person, 'employee');
  if ('skip' in to) return skip(to.skip);
  const locale = person.locale ?? agency.locale;
  return {
    account: to,
    message: promptMessage(textsOf(locale), locale, person.name, slot, snooze, now, {
      back: slotName(slot) === 'first' && (await isBack(services, person, date)),
      drafts: (await openDrafts(services, person, date)).length,
    }),
    thread: null,
    edit: null,
    posting: { kind: 'prompt', subject: daySubject(person.id, date), entryId: null },
  };
};

/** Whether somebody works again for the first time after an absence. */
async function isBack(services: Services, person: PersonRow, date: string): Promise<boolean> {
  const { facts } = await daysOf(services, person, { from: addDays(date, -BACK_DAYS), to: date });
  return returnedFrom(date, facts);
}
