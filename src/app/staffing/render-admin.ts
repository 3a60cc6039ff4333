import { reminderById, remindersByIds } from '../../../db/queries/admin-reminders.ts';
import { peopleByIds } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import { maskEmployeeNumber } from '../../core/employee-number.ts';
import { longDate } from '../../core/local-time.ts';
import { type Block, type Inline, say } from '../../core/message.ts';
import { canManageStaff, isSupervisorOf } from '../../core/permissions.ts';
import { LADDER_STEPS, parseSubject, reminderId } from '../../core/staffing/ladder.ts';
import { textsOf } from '../../i18n/texts.ts';
import { accountFor, personOf, plain, type Renderer, skip } from '../rendered.ts';
import { completeAmong, isComplete } from './complete.ts';

const MAX_NAMES = 30;

/** A step for the employee: what is missing, what to do, on what basis, and what follows when. */
export const adminReminder: Renderer<'admin_reminder'> = async (services, row, { reminderId: id }) => {
  const person = await personOf(services, row.personId);
  const step = await first(services.store, reminderById({ id }));
  const subject = step && parseSubject(step.subject);
  if (!person || !step || !subject || step.personId !== person.id) return skip('gone');
  if (await isComplete(services, person, subject)) return skip('complete');
  const to = await accountFor(services, person, 'employee');
  if ('skip' in to) return to;
  const locale = person.locale ?? services.agency.locale;
  const t = textsOf(locale);
  const texts = t.staffing.admin;
  const next = await first(
    services.store,
    reminderById({ id: reminderId(person.id, step.subject, step.step + 1) }),
  );
  const supervisor = step.step === 2 ? await personOf(services, person.supervisorId) : null;
  return plain(
    to,
    say(
      { kind: 'title', text: texts.title(step.step) },
      texts.body(subject),
      texts.todo(subject.kind),
      ...(step.reason === '' ? [] : [texts.reason(step.reason)]),
      ...(supervisor ? [texts.copied(supervisor.name)] : []),
      ...(next && next.step <= LADDER_STEPS ? [texts.next(next.step, longDate(next.onDate, locale))] : []),
      texts.stops(),
      { kind: 'note', text: texts.notDiscipline() },
    ),
  );
};

/** The copy of the second step, for whoever supervises the employee now. */
export const adminCopy: Renderer<'admin_copy'> = async (services, row, { reminderId: id }) => {
  const supervisor = await personOf(services, row.personId);
  const step = await first(services.store, reminderById({ id }));
  const subject = step && parseSubject(step.subject);
  const person = step && (await personOf(services, step.personId));
  if (!supervisor || !step || !subject || !person) return skip('gone');
  if (!person.active) return skip('inactive');
  if (!isSupervisorOf(supervisor, person)) return skip('not_supervisor');
  if (await isComplete(services, person, subject)) return skip('complete');
  const to = await accountFor(services, supervisor, 'supervisor');
  if ('skip' in to) return to;
  const texts = textsOf(supervisor.locale ?? services.agency.locale).staffing.admin;
  return plain(
    to,
    say(
      { kind: 'title', text: texts.copy.title() },
      texts.copy.body(person.name, subject),
      ...(step.reason === '' ? [] : [texts.reason(step.reason)]),
      { kind: 'note', text: texts.notDiscipline() },
    ),
  );
};

/** Who is still incomplete after all steps, for HR. */
export const adminList: Renderer<'admin_list'> = async (services, row, { reminders }) => {
  const hr = await personOf(services, row.personId);
  if (!hr || !canManageStaff(hr)) return skip('not_allowed');
  const steps = await services.store.all(remindersByIds(reminders));
  const subject = steps[0] && parseSubject(steps[0].subject);
  if (!subject) return skip('gone');
  const people = await services.store.all(peopleByIds(steps.map(({ personId }) => personId)));
  const active = people.filter((person) => person.active);
  const complete = await completeAmong(services, active, subject);
  const missing = active.filter(({ id }) => !complete.has(id));
  if (missing.length === 0) return skip('complete');
  const to = await accountFor(services, hr, 'supervisor');
  if ('skip' in to) return to;
  const texts = textsOf(hr.locale ?? services.agency.locale).staffing.admin;
  const items = missing
    .slice(0, MAX_NAMES)
    .map(({ name, nip, unitName }): Inline[] => [`${name} (${maskEmployeeNumber(nip)}), ${unitName}`]);
  const more = missing.length - items.length;
  const list: Block = { kind: 'list', items: [...items, ...(more > 0 ? [[texts.hr.more(more)]] : [])] };
  return plain(
    to,
    say({ kind: 'title', text: texts.hr.title() }, texts.hr.body(subject, missing.length), list, {
      kind: 'note',
      text: texts.notDiscipline(),
    }),
  );
};
