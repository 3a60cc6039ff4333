import { actionPlansById } from '../../db/queries/action-plans.ts';
import type { DraftRow } from '../../db/queries/drafts.ts';
import {
  type EntryRow,
  entriesBetween,
  entryById,
  evidenceOf,
  revisionsOf,
  updateEntry,
} from '../../db/queries/entries.ts';
import { closeObstaclesOf } from '../../db/queries/obstacles.ts';
import { personById } from '../../db/queries/people.ts';
import { workResultsById } from '../../db/queries/plans.ts';
import type { PostingRow } from '../../db/queries/talks.ts';
import { first } from '../../db/store.ts';
import type { EntryOp } from '../core/action.ts';
import { type Block, say, withButtons } from '../core/message.ts';
import { canReadEntry } from '../core/permissions.ts';
import { newActivity } from './activity-draft.ts';
import { begin } from './drafts.ts';
import { history, refused } from './entries.ts';
import { answersOf } from './entry-content.ts';
import { entryRows, stamp } from './entry-view.ts';
import { refreshCard } from './notices.ts';
import { newObstacleDraft, obstacleOf } from './obstacles.ts';
import { answered, edited, type Outcome, toast } from './outcome.ts';
import { entryButton } from './receipt.ts';
import { refreshDigests } from './refresh-digests.ts';
import { refreshPrompts } from './refresh-prompts.ts';
import type { Session } from './session.ts';

/** Does what a button on a stored entry says. */
export async function pressEntry(session: Session, id: string, op: EntryOp): Promise<Outcome> {
  if (op === 'history') return entryHistory(session, id);
  const { services, person, t, now } = session;
  const entry = await first(services.store, entryById({ id }));
  const no = refused(session, entry);
  if (no || !entry) return no ?? toast(t.problem.gone());
  if (entry.status === 'withdrawn') return toast(t.entry.alreadyWithdrawn());
  if (op === 'edit') return editEntry(session, entry);
  if (op === 'obstacle') return begin(session, newObstacleDraft(session, entry.id));
  if (op === 'keep') return edited(say(t.entry.kept()));
  if (op === 'withdraw') {
    return answered(
      withButtons(say(...t.entry.withdrawAsk(entry.what).split('\n')), [
        { ...entryButton(id, 'withdraw!', t.button.withdrawYes()), style: 'danger' },
        entryButton(id, 'keep', t.button.cancel()),
      ]),
    );
  }
  const date = entry.localDate;
  const day = await services.store.all(entriesBetween({ personId: person.id, from: date, to: date }));
  const withdrawn = { ...entry, status: 'withdrawn' as const, revision: entry.revision + 1 };
  return edited(
    say(t.entry.withdrawn(entry.number)),
    updateEntry(entry.id, entry.revision, { status: 'withdrawn' }),
    history(session, withdrawn, 'withdrawn', null),
    closeObstaclesOf(person.id, entry.id, session.today),
    ...refreshCard(person, date, now),
    ...(day.length === 1 ? await refreshPrompts(services, person.id, date) : []),
    ...(await refreshDigests(services, person.id, date)),
  );
}

/** Opens a stored entry for change; its review comes first, each answer can be edited. */
async function editEntry(session: Session, entry: EntryRow): Promise<Outcome> {
  return begin(session, await editingDraft(session, entry));
}

/** A draft that changes the activity that one of our messages is about; null where it is about none of one's own. */
export async function editedEntry(session: Session, posting: PostingRow): Promise<DraftRow | null> {
  const { services, person } = session;
  const entry = posting.entryId ? await first(services.store, entryById({ id: posting.entryId })) : null;
  if (!entry || entry.personId !== person.id || entry.status === 'withdrawn') return null;
  return editingDraft(session, entry);
}

/** A draft that changes a stored entry. */
export async function editingDraft(session: Session, entry: EntryRow): Promise<DraftRow> {
  const rows = await session.services.store.all(evidenceOf([entry.id]));
  const items = rows.map(({ id, kind, name, mime, size, url }) => ({
    id,
    kind,
    name,
    mime,
    size,
    url,
    ref: null,
  }));
  const numbers = await numbersOf(session, entry.workResultId);
  const obstacle = await obstacleOf(session, entry.id);
  return newActivity(
    session,
    {
      ...answersOf(entry, numbers, items),
      ...(obstacle && { obstacle: obstacle.text }),
      date: entry.localDate,
    },
    { entryId: entry.id, startedOn: entry.localDate },
  );
}

/** The numbers of work results by id. */
export async function numbersOf(session: Session, id: string | null): Promise<Map<string, number>> {
  const rows = id === null ? [] : await session.services.store.all(workResultsById([id]));
  return new Map(rows.filter((r) => r.current).map((r) => [r.id, r.number]));
}

/** Everything that happened to an entry, for its owner and their supervisor. */
export async function entryHistory(session: Session, id: string): Promise<Outcome> {
  const { services, person, t, locale } = session;
  const entry = await first(services.store, entryById({ id }));
  if (!entry) return toast(t.problem.gone());
  const owner = await first(services.store, personById({ id: entry.personId }));
  if (!owner || !canReadEntry(person, owner)) return toast(t.problem.notYours());
  const revisions = await services.store.all(revisionsOf({ entryId: id }));
  const ids = revisions.flatMap(({ revision }) => revision.content.workResultId ?? []);
  const results = ids.length > 0 ? await services.store.all(workResultsById(ids)) : [];
  const titles = new Map(results.map((r) => [r.id, r]));
  const linked = revisions.flatMap(({ revision }) => revision.content.actionPlanId ?? []);
  const actions = linked.length > 0 ? await services.store.all(actionPlansById(linked)) : [];
  const blocks: Block[] = [{ kind: 'title', text: t.entry.history(entry.number) }];
  for (const { revision, actorName } of revisions) {
    const what = `${revision.revision}. ${t.entry.action(revision.action)} ${t.entry.by(actorName)}`;
    blocks.push({ kind: 'line', parts: [{ bold: what }] });
    blocks.push({ kind: 'note', text: stamp(t, locale, revision.at, session.zone) });
    if (revision.reason) blocks.push({ kind: 'quote', text: revision.reason });
    if (revision.action === 'created' || revision.action === 'edited') {
      blocks.push({
        kind: 'fields',
        rows: entryRows(t, locale, revision.content, titles, [], actions),
      });
    }
  }
  return answered({ blocks, buttons: [], files: [] });
}
