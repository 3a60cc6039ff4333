import { type AbsenceRow, absencesOf } from '../../db/queries/calendar.ts';
import { type PersonRow, peopleByIds, subordinatesOf } from '../../db/queries/people.ts';
import { encodeAction } from '../core/action.ts';
import { localDate } from '../core/local-time.ts';
import { type Button, type Inline, type Message, say, withButtons } from '../core/message.ts';
import type { AbsenceKind } from '../core/model.ts';
import { canCancelAbsence, isHr } from '../core/permissions.ts';
import { absenceLine, absentButton, briefAbsence } from './absence-view.ts';
import { answered, type Outcome } from './outcome.ts';
import { type Session, zoneOf } from './session.ts';

/** The absences of one day that one tap records where there is room for more. */
const TODAY: readonly AbsenceKind[][] = [
  ['cuti', 'sakit', 'izin'],
  ['dinas_luar', 'diklat'],
];
/** At most this many absences are listed. */
const MAX_ROWS = 8;
const FOR_EVER = '9999-12-31';

/** What is recorded for somebody today and ahead, what can be done about it, and how more is recorded. */
export async function showAbsences(session: Session, employee: PersonRow): Promise<Outcome> {
  const { services, person, t } = session;
  const own = employee.id === person.id;
  const today = localDate(session.now, zoneOf(employee, services));
  const all = await services.store.all(absencesOf({ personId: employee.id, from: today, to: FOR_EVER }));
  const rows = all.slice(0, MAX_ROWS);
  const items = await itemsOf(session, employee, rows);
  if (all.length > rows.length) items.push([t.absence.more(all.length - rows.length)]);
  const message = say(
    { kind: 'title', text: own ? t.absence.title() : t.absence.titleOf(employee.name) },
    items.length === 0 ? t.absence.none() : { kind: 'list', items },
  );
  const cancel = rows
    .filter((row) => canCancelAbsence(person, employee, row.createdBy))
    .map((row): Button[] => [
      {
        label: t.absence.button.cancel(
          briefAbsence(session, { kind: row.kind, from: row.fromDate, to: row.toDate }),
        ),
        action: encodeAction({ do: 'absence', absence: row.id, op: 'cancel' }),
      },
    ]);
  const absentNow = rows.some((row) => row.fromDate <= today);
  return answered(
    withButtons(
      await hints(session, employee, message, absentNow),
      ...(absentNow && own
        ? [[{ label: t.absence.button.back(), action: encodeAction({ do: 'command', name: 'masuk' }) }]]
        : []),
      ...(absentNow ? [] : todayButtons(session, employee, today)),
      ...cancel,
    ),
  );
}

function todayButtons({ person, t }: Session, employee: PersonRow, today: string): Button[][] {
  return TODAY.map((kinds) =>
    kinds.map((kind) =>
      employee.id === person.id
        ? { label: t.button.absence(kind), action: encodeAction({ do: 'prompt', date: today, op: kind }) }
        : absentButton(t.button.absence(kind), employee.id, kind, today, today, 'save'),
    ),
  );
}

/** Adds how more is recorded, the question that the buttons answer last. */
async function hints(
  { services, person, sender, t }: Session,
  employee: PersonRow,
  message: Message,
  absentNow: boolean,
): Promise<Message> {
  const own = employee.id === person.id;
  const forOthers =
    !own ||
    isHr(person) ||
    (await services.store.all(subordinatesOf({ supervisorId: person.id }))).length > 0;
  const prefix = sender.platform === 'slack' ? '/tutur ' : '/';
  const more = say(
    ...(own ? [{ kind: 'note' as const, text: t.absence.examples() }] : []),
    ...(forOthers ? [{ kind: 'note' as const, text: t.absence.examplesOf(prefix) }] : []),
    ...(absentNow ? [] : [own ? t.absence.today() : t.absence.todayOf()]),
  );
  return { ...message, blocks: [...message.blocks, ...more.blocks] };
}

async function itemsOf(
  session: Session,
  employee: PersonRow,
  rows: readonly AbsenceRow[],
): Promise<Inline[][]> {
  const { services, person, t } = session;
  const others = [...new Set(rows.map((row) => row.createdBy))].filter((id) => id !== person.id);
  const names = new Map((await services.store.all(peopleByIds(others))).map(({ id, name }) => [id, name]));
  return Promise.all(
    rows.map(async ({ kind, fromDate: from, toDate: to, createdBy }): Promise<Inline[]> => {
      const by = createdBy === employee.id ? undefined : names.get(createdBy);
      const line = await absenceLine(session, employee, { kind, from, to });
      return [by ? `${line}, ${t.absence.by(by)}` : line];
    }),
  );
}
