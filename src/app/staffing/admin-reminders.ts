import {
  type AdminReminderContext,
  adminReminderForm,
  adminReminderIn,
} from '../../../conversations/admin-reminder.ts';
import { bind } from '../../../conversations/form.ts';
import { reminderCounts, remindersOf } from '../../../db/queries/admin-reminders.ts';
import { insertAudit } from '../../../db/queries/calendar.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { allPeople, allUnits, type PersonRow } from '../../../db/queries/people.ts';
import { encodeAction } from '../../core/action.ts';
import { addDays, shortDate } from '../../core/local-time.ts';
import { type Button, type Inline, type Message, say, withButtons } from '../../core/message.ts';
import { canManageStaff, isExpectedToReport } from '../../core/permissions.ts';
import {
  canBeMissing,
  parseSubject,
  type ReminderSubject,
  subjectsAt,
  subjectText,
} from '../../core/staffing/ladder.ts';
import { withUnitsBelow } from '../../core/unit-tree.ts';
import { loadRules } from '../calendar-facts.ts';
import { draftButton } from '../draft-view.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Services } from '../services.ts';
import type { Session } from '../session.ts';
import { completeAmong } from './complete.ts';
import { startLadder } from './ladder.ts';
import { beginAnew } from './supervisors.ts';

const MAX_NAMES = 10;
const MAX_LISTED = 30;
const OVERVIEW_DAYS = 90;

/** `pengingatan`: HR begins administrative reminders, or sees how they stand. */
export async function adminReminders(session: Session, args: string): Promise<Outcome> {
  const { person, t } = session;
  if (!canManageStaff(person)) return ownReminders(session);
  if (/^(daftar|list)$/i.test(args.trim())) return answered(await overview(session));
  const subject = parseSubject(args.trim().toLowerCase().replace(/-q/, '-Q'));
  if (subject && !canBeMissing(subject, session.today))
    return answered(say(t.staffing.admin.form.notYet(subject)));
  return beginReminders(session, subject, null);
}

/** Begins the form, where what is missing and for which unit may be known. */
export async function beginReminders(
  session: Session,
  subject: ReminderSubject | null,
  unit: { id: string; name: string } | null,
): Promise<Outcome> {
  const { services, person, t, now } = session;
  if (!canManageStaff(person)) return answered(say(t.staffing.onlyHr()));
  const answers = {
    ...(subject ? { subject: subjectText(subject) } : {}),
    ...(unit ? { unit } : {}),
  };
  const draft: DraftRow = {
    ...{ id: services.newId(), personId: person.id, form: adminReminderForm.id, answers },
    ...{ subject: subject ? { subject: subjectText(subject) } : {}, editing: null, listening: false },
    ...{ revision: 1, updatedAt: now },
  };
  return beginAnew(session, adminReminderForm.id, draft, person.id, services);
}

/** `pengingat administratif`: what somebody was or will be reminded of, with its dates. */
export async function ownReminders({ services, person, t, locale, today }: Session): Promise<Outcome> {
  const texts = t.staffing.admin;
  const rows = (await services.store.all(remindersOf({ personId: person.id }))).filter(
    ({ status }) => status !== 'cancelled',
  );
  const items = rows.slice(0, MAX_LISTED).flatMap(({ step, subject, onDate, status, reason }): Inline[][] => {
    const about = parseSubject(subject);
    if (!about) return [];
    const line = texts.list.line(step, about, shortDate(onDate, locale, today));
    const why = reason === '' ? '' : ` · ${texts.reason(reason)}`;
    return [[`${line} (${texts.list.status(status)})${why}`]];
  });
  const title = { kind: 'title', text: texts.list.title() } as const;
  if (items.length === 0) return answered(say(title, texts.list.none()));
  return answered(say(title, { kind: 'list', items }, { kind: 'note', text: texts.notDiscipline() }));
}

/** What the questions need to know; null for whoever may not begin reminders. */
export async function adminReminderContext(
  session: Session,
  draft: DraftRow,
): Promise<AdminReminderContext | null> {
  const { services, person, t, locale, today } = session;
  if (!canManageStaff(person)) return null;
  const units = await services.store.all(allUnits());
  const rules = (await loadRules(services.store))(today, person.unitId);
  const named = parseSubject(draft.subject.subject ?? '');
  const usual = subjectsAt(today, rules.evaluationPeriod);
  const subjects = [...(named ? [named] : []), ...usual].filter(
    (one, at, all) => all.findIndex((other) => subjectText(other) === subjectText(one)) === at,
  );
  return { t, locale, today, people: [], units, subjects };
}

/** Whom the reminders would go to, and when; or that there is nobody to remind. */
export async function adminReminderReview(session: Session, draft: DraftRow): Promise<Message> {
  const { services, t, today } = session;
  const context = await adminReminderContext(session, draft);
  if (!context) return say(t.staffing.onlyHr());
  const { subject, unit } = adminReminderIn(draft.answers);
  const texts = t.staffing.admin.form;
  const missing = await incomplete(services, subject, unit?.id ?? null);
  const op = draftButton(draft);
  const rows = bind(adminReminderForm, context)
    .shown(draft)
    .map(({ label, value }): [string, string] => [label, value ?? t.draft.empty()]);
  const shown = [
    { kind: 'title', text: texts.review() },
    { kind: 'fields', rows },
  ] as const;
  const ways: Button[] = [op('menu', t.button.change()), op('cancel', t.button.cancel())];
  if (missing.length === 0) return withButtons(say(...shown, texts.nobody(subject)), ways);
  const names = missing.slice(0, MAX_NAMES).map(({ name }) => name);
  const more = missing.length - names.length;
  const rules = (await loadRules(services.store))(today, missing[0]!.unitId);
  return withButtons(
    say(
      ...shown,
      texts.people(missing.length),
      [...names, ...(more > 0 ? [t.staffing.review.more(more)] : [])].join(', '),
      texts.steps(rules.ladderDays),
      { kind: 'note', text: t.staffing.admin.notDiscipline() },
    ),
    [{ ...op('confirm', t.button.send()), style: 'primary' }, ...ways],
  );
}

/** Begins the reminders of whoever is incomplete at this moment. */
export async function saveAdminReminder(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, person, t, now } = session;
  const done = deleteDraft(draft.id, draft.revision);
  if (!canManageStaff(person)) return answered(say(t.staffing.onlyHr()), done);
  const { subject, unit, reason } = adminReminderIn(draft.answers);
  const texts = t.staffing.admin.form;
  const missing = await incomplete(services, subject, unit?.id ?? null);
  if (missing.length === 0) return answered(say(texts.nobody(subject)), done);
  return answered(
    say(texts.started(missing.length)),
    done,
    ...startLadder(services, missing, subject, { reason, createdBy: person.id, now }),
    insertAudit({
      ...{ id: services.newId(), at: now, actorId: person.id, action: 'reminders.started' },
      ...{ subject: subjectText(subject), detail: { people: missing.length } },
    }),
  );
}

/** Active people of a unit and those below it (null: all) who are expected to be complete and are not. */
async function incomplete(
  services: Services,
  subject: ReminderSubject,
  unitId: string | null,
): Promise<PersonRow[]> {
  const [people, units] = await Promise.all([
    services.store.all(allPeople()),
    services.store.all(allUnits()),
  ]);
  const within = unitId === null ? null : withUnitsBelow([unitId], units);
  const expected = people.filter(
    (one) => isExpectedToReport(one) && (within === null || within.has(one.unitId)),
  );
  const complete = await completeAmong(services, expected, subject);
  return expected.filter(({ id }) => !complete.has(id));
}

async function overview({ services, t, today }: Session): Promise<Message> {
  const texts = t.staffing.admin.overview;
  const counts = await services.store.all(reminderCounts(addDays(today, -OVERVIEW_DAYS)));
  const steps = new Map<string, { sent: number; scheduled: number }>();
  for (const { subject, step, status, count } of counts) {
    const known = steps.get(`${subject}|${step}`) ?? { sent: 0, scheduled: 0 };
    steps.set(`${subject}|${step}`, { ...known, [status]: count });
  }
  const items = [...steps].flatMap(([key, { sent, scheduled }]): Inline[][] => {
    const [text = '', step] = key.split('|');
    const subject = parseSubject(text);
    return subject ? [[texts.line(subject, Number(step), sent, scheduled)]] : [];
  });
  const fresh: Button = {
    label: texts.fresh(),
    action: encodeAction({ do: 'room', room: 'staffing', op: 'remind', id: null, arg: '' }),
  };
  const title = { kind: 'title', text: texts.title() } as const;
  return withButtons(items.length > 0 ? say(title, { kind: 'list', items }) : say(title, texts.none()), [
    fresh,
  ]);
}
