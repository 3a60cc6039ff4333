import { activityForm } from '../../conversations/activity.ts';
import { type DraftRow, draftsOf } from '../../db/queries/drafts.ts';
import type { Services } from './services.ts';

/** Drafts of new activities, begun and not stored, in the order in which they were last touched. */
export async function activityDrafts(
  { store }: Pick<Services, 'store'>,
  person: { id: string },
): Promise<DraftRow[]> {
  const drafts = await store.all(draftsOf({ personId: person.id }));
  return drafts.filter((draft) => draft.form === activityForm.id && !draft.subject.entryId).reverse();
}

/** Whether anything is known of an activity besides its date. */
export const hasAnswers = ({ answers }: Pick<DraftRow, 'answers'>): boolean =>
  Object.keys(answers).some((id) => id !== 'date');

/** The activities of a date that a person has begun and not stored, such as those sent from the field. */
export async function openDrafts(
  services: Pick<Services, 'store'>,
  person: { id: string },
  date: string,
): Promise<DraftRow[]> {
  const drafts = await activityDrafts(services, person);
  return drafts.filter((draft) => hasAnswers(draft) && draft.answers.date === date);
}
