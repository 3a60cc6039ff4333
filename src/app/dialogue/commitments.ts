import { type CommitmentContext, dropForm, laterForm } from '../../../conversations/commitment.ts';
import { insertAudit } from '../../../db/queries/calendar.ts';
import {
  type CommitmentRow,
  commitmentById,
  openCommitmentsWith,
  updateCommitment,
} from '../../../db/queries/commitments.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { type PersonRow, peopleByIds, personById } from '../../../db/queries/people.ts';
import { first, type Statement } from '../../../db/store.ts';
import { shortDate } from '../../core/local-time.ts';
import { type Block, type Message, say, withButtons } from '../../core/message.ts';
import { canReadDialogue } from '../../core/permissions.ts';
import { notify } from '../notices.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { dialogueButton } from './card-buttons.ts';
import { commitmentReminders } from './commitment-writes.ts';
import { openForm } from './form-draft.ts';

/** Commitments that are shown with their buttons at once. */
const MAX_SHOWN = 8;

/** What somebody does with their commitment. */
type Change = Pick<CommitmentRow, 'status'> & Partial<CommitmentRow>;

/** Shows the open commitments of a person: their own with buttons, and those that they wait for. */
export async function commitments(session: Session): Promise<Outcome> {
  return answered(await listOf(session, null));
}

/** Marks an own commitment as done. */
export async function done(session: Session, id: string | null): Promise<Outcome> {
  const found = await ownOpen(session, id);
  if ('refused' in found) return found.refused;
  const { row } = found;
  const text = session.t.dialogue.commitment.closed(row.what);
  const writes = await changeWrites(session, row, { status: 'done', closedAt: session.now });
  const shown = edited(await listOf(session, row.id), ...writes);
  return { ...shown, reply: { ...shown.reply, toast: text } };
}

/** Asks for a later date, or for the reason why a commitment is dropped. */
export async function askChange(session: Session, id: string | null, op: 'later' | 'drop'): Promise<Outcome> {
  const found = await ownOpen(session, id);
  if ('refused' in found) return found.refused;
  return openForm(session, op === 'later' ? laterForm.id : dropForm.id, { about: found.row.id });
}

/** What the questions about a commitment need to know; null for whoever does not own it. */
export async function commitmentContext(
  session: Session,
  draft: DraftRow,
): Promise<CommitmentContext | null> {
  const { services, t, locale, today } = session;
  const found = await ownOpen(session, draft.subject.about ?? null);
  if ('refused' in found) return null;
  const other = await first(services.store, personById({ id: otherOf(found.row) }));
  return { ...{ t, locale, today }, dueOn: found.row.dueOn, other: other?.name ?? '–' };
}

/** Puts a commitment off or drops it. */
export async function finishChange(session: Session, draft: DraftRow): Promise<Outcome> {
  const { t, now, locale, today } = session;
  const ended = deleteDraft(draft.id, draft.revision);
  const found = await ownOpen(session, draft.subject.about ?? null);
  if ('refused' in found) return answered(say(found.refused.reply.toast ?? t.problem.gone()), ended);
  const { row } = found;
  const texts = t.dialogue.commitment;
  if (draft.form === dropForm.id) {
    const change = { status: 'dropped' as const, note: String(draft.answers.reason), closedAt: now };
    return answered(say(texts.dropped(row.what)), ended, ...(await changeWrites(session, row, change)));
  }
  const dueOn = String(draft.answers.due);
  return answered(
    say(texts.moved(row.what, shortDate(dueOn, locale, today))),
    ended,
    ...(await changeWrites(session, row, { status: 'open', dueOn })),
  );
}

/** The one of the two who does not own a commitment. */
export const otherOf = ({ ownerId, employeeId, leaderId }: CommitmentRow): string =>
  ownerId === employeeId ? leaderId : employeeId;

/** A commitment in one line, as far as it is open with its date. */
export function commitmentLine(
  { t, locale, today }: Pick<Session, 't' | 'locale' | 'today'>,
  row: CommitmentRow,
) {
  const texts = t.dialogue.commitment;
  const line = texts.line(row.what, shortDate(row.dueOn, locale, today));
  return row.dueOn < today ? texts.overdue(line) : line;
}

async function changeWrites(session: Session, row: CommitmentRow, change: Change): Promise<Statement[]> {
  const { services, person, now } = session;
  const changed = { ...row, ...change, revision: row.revision + 1 };
  return [
    updateCommitment(row.id, row.revision, change),
    insertAudit({
      id: services.newId(),
      at: now,
      actorId: person.id,
      action: `commitment.${row.dueOn === changed.dueOn ? change.status : 'moved'}`,
      subject: row.id,
      detail: { from: row.dueOn, to: changed.dueOn },
    }),
    notify(
      'commitment_changed',
      `commitment_changed:${row.id}:${changed.revision}`,
      otherOf(row),
      { commitmentId: row.id, revision: changed.revision },
      now,
    ),
    // Whoever follows as supervisor waits for it as well.
    ...(row.ownerId === row.employeeId && person.supervisorId && person.supervisorId !== row.leaderId
      ? [
          notify(
            'commitment_changed',
            `commitment_changed:${row.id}:${changed.revision}:next`,
            person.supervisorId,
            { commitmentId: row.id, revision: changed.revision },
            now,
          ),
        ]
      : []),
    ...(change.status === 'open' ? await commitmentReminders(services, changed, person, now) : []),
  ];
}

async function listOf(session: Session, without: string | null): Promise<Message> {
  const { services, person, t } = session;
  const texts = t.dialogue.commitment;
  const open = (await services.store.all(openCommitmentsWith({ personId: person.id })))
    .map(({ commitment }) => commitment)
    .filter(({ id }) => id !== without);
  if (open.length === 0) return say(texts.none());
  const own = open.filter(({ ownerId }) => ownerId === person.id);
  const theirs = open.filter(({ ownerId }) => ownerId !== person.id);
  const owners =
    theirs.length === 0 ? [] : await services.store.all(peopleByIds(theirs.map((c) => c.ownerId)));
  const nameOf = (id: string) => owners.find((one: PersonRow) => one.id === id)?.name ?? '–';
  const shown = own.slice(0, MAX_SHOWN);
  const blocks: Block[] = [
    { kind: 'title', text: texts.title() },
    ...(own.length === 0 ? [] : [line(texts.mine())]),
    ...shown.map((row, index) => line(`${index + 1}. ${commitmentLine(session, row)}`)),
    ...(own.length > shown.length ? [line(t.dialogue.overview.more(own.length - shown.length))] : []),
    ...(theirs.length === 0
      ? []
      : [
          line(texts.theirs()),
          {
            kind: 'list' as const,
            items: theirs
              .slice(0, MAX_SHOWN)
              .map((row) => [texts.of(nameOf(row.ownerId), commitmentLine(session, row))]),
          },
        ]),
    ...(theirs.length > MAX_SHOWN ? [line(t.dialogue.overview.more(theirs.length - MAX_SHOWN))] : []),
  ];
  return withButtons(
    { blocks, buttons: [], files: [] },
    ...shown.map(({ id }, index) => commitmentButtons(session, id, shown.length > 1 ? index + 1 : null)),
  );
}

/** What the owner of a commitment can do with it. */
export function commitmentButtons({ t }: Pick<Session, 't'>, id: string, number: number | null) {
  const texts = t.dialogue.commitment;
  return [
    dialogueButton('done', texts.done(number), id),
    dialogueButton('later', texts.later(number), id),
    dialogueButton('drop', texts.drop(number), id),
  ];
}

async function ownOpen(
  { services, person, t }: Session,
  id: string | null,
): Promise<{ row: CommitmentRow } | { refused: Outcome }> {
  const refuse = (text: string) => ({ refused: toast(text) });
  const found = id === null ? null : await first(services.store, commitmentById({ id }));
  const row = found?.commitment;
  const employee = row && (await first(services.store, personById({ id: row.employeeId })));
  if (!row || !employee) return refuse(t.problem.gone());
  if (!canReadDialogue(person, employee, { ...row, kind: found.kind, status: found.dialogueStatus }))
    return refuse(t.problem.notYours());
  const texts = t.dialogue.commitment;
  if (row.ownerId !== person.id) {
    const owner = await first(services.store, personById({ id: row.ownerId }));
    return refuse(texts.notYours(owner?.name ?? '–'));
  }
  if (row.dialogueId !== null && found.dialogueStatus !== 'confirmed') return refuse(texts.notAgreed());
  return row.status === 'open' ? { row } : refuse(texts.already(row.status === 'done'));
}

const line = (text: string): Block => ({ kind: 'line', parts: [text] });
