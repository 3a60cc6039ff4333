import { entryById, revisionsOf } from '../../../db/queries/entries.ts';
import { contestedEvaluation, contestedFeedback } from '../../../db/queries/objections.ts';
import { first, type Store } from '../../../db/store.ts';
import type { Rating } from '../../core/evaluation/content.ts';
import { shortDate } from '../../core/local-time.ts';
import type { Block } from '../../core/message.ts';
import type { Locale } from '../../core/model.ts';
import type { SubjectKind } from '../../core/objection/admissible.ts';
import type { Texts } from '../../i18n/texts.ts';
import { clip } from '../entry-view.ts';

/** What an objection is about. */
export interface Subject {
  kind: SubjectKind;
  id: string;
  employeeId: string;
  /** Who did what is objected to. */
  againstId: string | null;
  /** When it was done (ms UTC). */
  actAt: number;
  /** Whether it stands as it can be objected to. */
  contestable: boolean;
  /** In a few words. */
  name(reader: Reader): string;
  /** In full, for whoever may read it. */
  blocks(reader: Reader): Block[];
}

/** Whoever a subject is shown to: their language and day. */
export interface Reader {
  t: Texts;
  locale: Locale;
  today: string;
}

/** What is objected to; null where it is gone. */
export function loadSubject(store: Store, kind: SubjectKind, id: string): Promise<Subject | null> {
  return { entry: entrySubject, evaluation: evaluationSubject, feedback: feedbackSubject }[kind](store, id);
}

async function entrySubject(store: Store, id: string): Promise<Subject | null> {
  const entry = await first(store, entryById({ id }));
  if (!entry) return null;
  const revisions = await store.all(revisionsOf({ entryId: id }));
  const returned = revisions.findLast(({ revision }) => revision.action === 'returned')?.revision;
  if (!returned) return null;
  return {
    ...{ kind: 'entry', id, employeeId: entry.personId, againstId: returned.actorId, actAt: returned.at },
    contestable: entry.status === 'returned',
    name: ({ t, locale, today }) =>
      t.objection.subject.entry(clip(entry.what, 80), shortDate(entry.localDate, locale, today)),
    blocks: ({ t }) => [
      {
        kind: 'fields',
        rows: [
          [t.field.number(), entry.number],
          [t.field.what(), entry.what],
          [t.field.status(), t.entry.status(entry.status)],
          [t.objection.field.returnReason(), returned.reason ?? t.draft.empty()],
        ],
      },
    ],
  };
}

async function evaluationSubject(store: Store, id: string): Promise<Subject | null> {
  const row = await first(store, contestedEvaluation({ id }));
  if (!row) return null;
  const { resultRating, behaviourRating } = row;
  return {
    ...{ kind: 'evaluation', id, employeeId: row.personId, againstId: row.ratedBy ?? row.evaluatorId },
    actAt: row.ratedAt ?? row.openedAt,
    contestable: row.status === 'rated' || row.status === 'locked',
    name: ({ t }) => t.objection.subject.evaluation(t.period(row.period)),
    blocks: ({ t }) => [
      {
        kind: 'fields',
        rows: [
          [t.objection.field.period(), t.period(row.period)],
          ...ratingRow(t.objection.field.result(), resultRating, t),
          ...ratingRow(t.objection.field.behaviour(), behaviourRating, t),
        ],
      },
      ...(row.content.remark ? [{ kind: 'quote' as const, text: row.content.remark }] : []),
    ],
  };
}

/** A rating as a row; none once an accepted objection has taken it away. */
function ratingRow(label: string, rating: Rating | null, t: Texts): [string, string][] {
  return rating === null ? [] : [[label, t.evaluation.rating(rating)]];
}

async function feedbackSubject(store: Store, id: string): Promise<Subject | null> {
  const row = await first(store, contestedFeedback({ id }));
  // A private note is nobody's but its author's, and nobody learns from here that it exists.
  if (!row || row.visibility === 'author' || row.status === 'draft') return null;
  return {
    ...{ kind: 'feedback', id, employeeId: row.employeeId, againstId: row.authorId },
    actAt: row.sharedAt ?? row.createdAt,
    contestable: row.status === 'shared',
    name: ({ t, locale, today }) => t.objection.subject.feedback(shortDate(row.localDate, locale, today)),
    // What was taken back is read by nobody any more.
    blocks: ({ t }) =>
      row.status === 'withdrawn'
        ? [{ kind: 'note', text: t.feedback.withdraw.already() }]
        : [{ kind: 'quote', text: row.body }],
  };
}
