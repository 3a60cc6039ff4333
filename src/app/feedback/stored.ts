import {
  deleteFeedback,
  draftFeedback,
  type FeedbackRow,
  privateNotes,
  updateFeedback,
} from '../../../db/queries/feedback.ts';
import { peopleByIds, personById } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import { inChunks } from '../../core/chunks.ts';
import { visibilitiesFor } from '../../core/feedback/kinds.ts';
import { localDate, shortDate } from '../../core/local-time.ts';
import { type Block, type Button, say, withButtons } from '../../core/message.ts';
import { begin } from '../drafts.ts';
import { clip } from '../entry-view.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import { type Session, zoneOf } from '../session.ts';
import { newFeedback, refusal, sharedReceipt } from './form.ts';
import { type Audience, audienceOf, relationTo } from './people.ts';
import { shareWrites } from './share.ts';
import { feedbackButton, readersText, tagLines, topicText } from './view.ts';

/** Characters of a text in a list. */
const SHORT = 90;

/** Answers `umpanbalik draf`: what the author has not shared yet, for the author alone. */
export async function listDrafts(session: Session): Promise<Outcome> {
  const { services, person, t } = session;
  const rows = await services.store.all(draftFeedback({ authorId: person.id }));
  if (rows.length === 0) return answered(say(t.feedback.drafts.none()));
  const names = await namesOf(session, rows);
  const lines = rows.map((row, index) =>
    t.feedback.drafts.line(index + 1, names(row.employeeId), clip(row.body, SHORT)),
  );
  return answered(
    withButtons(
      say(
        { kind: 'title', text: t.feedback.drafts.title(rows.length) },
        ...lines,
        note(t.feedback.drafts.invisible()),
      ),
      ...inChunks(
        rows.map(({ id }, index) => feedbackButton('draft', t.feedback.button.open(index + 1), id)),
        4,
      ),
    ),
  );
}

/** Answers `umpanbalik catatan`: the author's private notes, for the author alone. */
export async function listNotes(session: Session): Promise<Outcome> {
  const { services, person, t, locale, today } = session;
  const rows = await services.store.all(privateNotes({ authorId: person.id }));
  if (rows.length === 0) return answered(say(t.feedback.notes.none()));
  const names = await namesOf(session, rows);
  const lines = rows.map((row, index) =>
    t.feedback.notes.line(
      index + 1,
      names(row.employeeId),
      shortDate(row.localDate, locale, today),
      clip(row.body, 500),
    ),
  );
  return answered(
    withButtons(
      say(
        { kind: 'title', text: t.feedback.notes.title(rows.length) },
        ...lines,
        note(t.feedback.review.noteReaders()),
      ),
      ...inChunks(
        rows.map(({ id }, index) => feedbackButton('delete', t.feedback.notes.delete(index + 1), id)),
        4,
      ),
    ),
  );
}

/** Shows one draft with who would read it, before it is shared. */
export async function openDraft(session: Session, row: FeedbackRow): Promise<Outcome> {
  const { services, person, t, locale, today } = session;
  const employee = await first(services.store, personById({ id: row.employeeId }));
  if (!employee) return toast(t.problem.gone());
  const audience = await audienceOf(services, person.id, employee, today);
  const about = await topicText(services, { t, locale }, row);
  const readers = readersText(t, person.id, person, employee, audience, row.visibility);
  const blocks: Block[] = [
    { kind: 'title', text: t.feedback.drafts.one(employee.name) },
    ...(about === null ? [] : [{ kind: 'line' as const, parts: [t.feedback.notice.about(about)] }]),
    { kind: 'quote', text: row.body },
    ...tagLines(t, row),
    { kind: 'line', parts: [{ bold: t.feedback.review.readers(readers) }] },
  ];
  // The buttons remember what was shown, and to whom it would go, so that nothing else is shared.
  const shown = shownAs(row, audience);
  const button = (op: string, label: string): Button => feedbackButton(op, label, row.id, shown);
  return answered(
    withButtons({ blocks, buttons: [], files: [] }, [
      { ...button('share', t.feedback.button.share()), style: 'primary' },
      button('change', t.button.change()),
      button('delete', t.feedback.button.delete()),
    ]),
  );
}

/** Shares a draft as it was shown (`shown`); one that changed, or may not be shared any more, stays a draft. */
export async function shareDraft(session: Session, row: FeedbackRow, shown: string): Promise<Outcome> {
  const { services, person, t, now, today } = session;
  if (row.status !== 'draft') return toast(t.feedback.drafts.already());
  const employee = await first(services.store, personById({ id: row.employeeId }));
  if (!employee) return toast(t.problem.gone());
  const relation = await relationTo(services, person, employee, today);
  if (!relation) return toast(await refusal(session, employee));
  const audience = await audienceOf(services, person.id, employee, today);
  if (row.kind === 'note' || shownAs(row, audience) !== shown) return toast(t.feedback.drafts.changed());
  if (!visibilitiesFor(row.kind, audience.scope).includes(row.visibility))
    return toast(t.feedback.problem.noLongerPublic());
  const shared: FeedbackRow = {
    ...row,
    ...{ relation, status: 'shared', sharedAt: now, revision: row.revision + 1 },
    localDate: localDate(now, zoneOf(employee, services)),
  };
  const { id, revision: _, ...change } = shared;
  return edited(
    sharedReceipt(session, shared, employee, audience),
    updateFeedback(id, row.revision, change),
    ...(await shareWrites(services, shared, employee, audience, now)),
  );
}

/** Opens the form of a draft once more. */
export function changeDraft(session: Session, row: FeedbackRow): Outcome | Promise<Outcome> {
  const { t } = session;
  if (row.status !== 'draft') return toast(t.feedback.drafts.already());
  return begin(session, newFeedback(session, { id: row.employeeId }, { stored: row }));
}

/** Deletes a draft or a private note, which nobody else has seen. */
export function deleteStored({ t }: Session, row: FeedbackRow): Outcome {
  if (row.status !== 'draft') return toast(t.feedback.drafts.already());
  const said = row.kind === 'note' ? t.feedback.notes.deleted() : t.feedback.drafts.deleted();
  return edited(say(said), deleteFeedback(row.id, row.revision));
}

/** Names the version of a draft and the supervisor who would read it. */
function shownAs({ revision, visibility }: FeedbackRow, { leader }: Audience): string {
  const reader = visibility === 'employee' ? null : leader;
  return `${revision}.${reader?.id.slice(-8) ?? ''}`;
}

async function namesOf(
  { services }: Session,
  rows: readonly FeedbackRow[],
): Promise<(personId: string) => string> {
  const people = await services.store.all(peopleByIds([...new Set(rows.map((row) => row.employeeId))]));
  return (personId) => people.find(({ id }) => id === personId)?.name ?? '–';
}

const note = (text: string): Block => ({ kind: 'note', text });
