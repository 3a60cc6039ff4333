import { nobodyFound } from '../../../conversations/staff-parts.ts';
import { supervisionForm } from '../../../conversations/supervision.ts';
import { deleteDraft, draftsOf } from '../../../db/queries/drafts.ts';
import { personById } from '../../../db/queries/people.ts';
import {
  openSupervisions,
  type SupervisionRow,
  staffDirectory,
  supervisionById,
} from '../../../db/queries/supervisions.ts';
import { first, type Statement } from '../../../db/store.ts';
import { encodeAction } from '../../core/action.ts';
import { findPerson } from '../../core/find-person.ts';
import { shortDate, shortRange } from '../../core/local-time.ts';
import { type Block, type Button, type Inline, type Message, say, withButtons } from '../../core/message.ts';
import { canManageStaff } from '../../core/permissions.ts';
import { begin } from '../drafts.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { RoomAction } from '../rooms.ts';
import type { Session } from '../session.ts';
import { assessedLines, namesOf } from './assessed-view.ts';
import { decideCancelled, knownSupervisions, supervisionWrites } from './supervision.ts';
import { supervisionDraft } from './supervision-draft.ts';

/** Changes that are listed in a conversation. */
const MAX_LISTED = 8;

/** `atasan`: for HR the changes to come, or a new one; with a name who assesses that person; for others who assesses them. */
export async function supervisors(session: Session, args: string): Promise<Outcome> {
  const { services, person, t } = session;
  const said = args.trim();
  if (!canManageStaff(person)) return answered(await assessed(session, person));
  if (/^(daftar|list)$/i.test(said)) return answered(await listOf(session));
  if (/^(baru|ganti|new|change)$/i.test(said)) return changeSupervisor(session);
  if (said !== '') {
    const found = findPerson(said, await services.store.all(staffDirectory()));
    if (!found.ok) return answered(say(nobodyFound(said, found, t)));
    const employee = await first(services.store, personById({ id: found.person.id }));
    return answered(employee ? await assessed(session, employee) : say(t.problem.gone()));
  }
  const open = await services.store.all(openSupervisions(1));
  return open.length > 0 ? answered(await listOf(session)) : changeSupervisor(session);
}

/** Begins a change; one that was begun and not finished gives way. */
export async function changeSupervisor(session: Session): Promise<Outcome> {
  const { services, person, t } = session;
  if (!canManageStaff(person)) return answered(say(t.staffing.onlyHr()));
  return beginAnew(session, supervisionForm.id, supervisionDraft(session), person.id, services);
}

/** Begins a form in the place of an unfinished one of the same kind. */
export async function beginAnew(
  session: Session,
  form: string,
  draft: Parameters<typeof begin>[1],
  personId: string,
  { store }: Pick<Session['services'], 'store'>,
): Promise<Outcome> {
  const old = (await store.all(draftsOf({ personId }))).filter((one) => one.form === form);
  const outcome = await begin(session, draft);
  const gone: Statement[] = old.map(({ id, revision }) => deleteDraft(id, revision));
  return { ...outcome, writes: [...gone, ...outcome.writes] };
}

/** Takes back a change that has not begun, or ends an acting supervisor. */
export async function cancelSupervision(session: Session, { id }: RoomAction): Promise<Outcome> {
  const { services, person, t, now } = session;
  if (!canManageStaff(person)) return toast(t.staffing.onlyHr());
  const row = id === null ? null : await first(services.store, supervisionById({ id }));
  const employee = row && (await first(services.store, personById({ id: row.personId })));
  if (!row || !employee || !isOpen(row)) return toast(t.staffing.list.already());
  const [known] = await knownSupervisions(services, [employee]);
  const decision = decideCancelled(services, known!, row, person.id, now);
  const outcome = edited(
    say(t.staffing.list.cancelled()),
    ...(await supervisionWrites(services, [decision], now)),
  );
  return { ...outcome, reply: { ...outcome.reply, toast: t.staffing.list.cancelled() } };
}

const isOpen = ({ status, kind }: SupervisionRow) =>
  status === 'scheduled' || (status === 'active' && kind !== 'definitive');

/** Who assesses somebody in which part of this year. */
async function assessed(session: Session, person: Session['person']): Promise<Message> {
  const { services, t, today } = session;
  const year = Number(today.slice(0, 4));
  const lines = await assessedLines(services, person, year, session);
  const blocks: Block[] = [{ kind: 'title', text: t.staffing.assessed.title(year) }];
  if (person.id !== session.person.id)
    blocks.push({ kind: 'line', parts: [t.staffing.assessed.of(person.name)] });
  if (lines.length === 0) return say(...blocks, t.staffing.assessed.none());
  return say(...blocks, { kind: 'list', items: lines.map((line): Inline[] => [line]) });
}

async function listOf({ services, t, locale, today }: Session): Promise<Message> {
  const texts = t.staffing.list;
  const fresh: Button = {
    label: texts.fresh(),
    action: encodeAction({ do: 'room', room: 'staffing', op: 'change', id: null, arg: '' }),
  };
  const open = await services.store.all(openSupervisions(MAX_LISTED + 1));
  if (open.length === 0) return withButtons(say(texts.none()), [fresh]);
  const shown = open.slice(0, MAX_LISTED);
  const names = await namesOf(
    services,
    shown.flatMap(({ personId, supervisorId }) => [personId, supervisorId]),
  );
  const name = (id: string | null) => (id === null ? t.staffing.nobody() : (names.get(id) ?? '–'));
  const items = shown.map(({ personId, supervisorId, kind, fromDate, toDate }, index): Inline[] => {
    const dates =
      toDate === null
        ? texts.from(shortDate(fromDate, locale, today))
        : shortRange(fromDate, toDate, locale, today);
    return [`${index + 1}. ${texts.line(name(personId), name(supervisorId), kind, dates)}`];
  });
  const cancel = shown.map(
    ({ id }, index): Button => ({
      label: texts.cancel(index + 1),
      action: encodeAction({ do: 'room', room: 'staffing', op: 'cancel', id, arg: '' }),
    }),
  );
  return withButtons(
    say(
      { kind: 'title', text: texts.title() },
      { kind: 'list', items },
      ...(open.length > shown.length ? [texts.more(open.length - shown.length)] : []),
    ),
    [fresh],
    cancel.slice(0, 4),
    cancel.slice(4),
  );
}
