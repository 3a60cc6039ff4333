import { type ObjectionRow, objectionsAbout, openObjectionsOf } from '../../../db/queries/objections.ts';
import type { Store } from '../../../db/store.ts';
import { encodeAction } from '../../core/action.ts';
import type { Button } from '../../core/message.ts';
import type { SubjectKind } from '../../core/objection/admissible.ts';
import type { Texts } from '../../i18n/texts.ts';

/** The button with which an employee objects to an evaluation, a returned activity, or feedback. */
export function objectionButton(t: Texts, kind: SubjectKind, id: string): Button {
  return {
    label: t.objection.button.object(),
    action: encodeAction({ do: 'room', room: 'objection', op: 'object', id, arg: kind }),
  };
}

/** The open objection to something; while there is one its figures are marked as contested (diperkeberatkan). */
export async function openObjection(store: Store, subjectId: string): Promise<ObjectionRow | null> {
  const rows = await store.all(objectionsAbout({ subjectId }));
  return rows.find(({ status }) => status === 'open') ?? null;
}

/** The ids of a person's activities whose return is contested. */
export async function contestedEntries(store: Store, personId: string): Promise<ReadonlySet<string>> {
  const rows = await store.all(openObjectionsOf({ personId }));
  return new Set(rows.flatMap(({ subjectKind, subjectId }) => (subjectKind === 'entry' ? [subjectId] : [])));
}
