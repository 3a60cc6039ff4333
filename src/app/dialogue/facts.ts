import { type DialogueRow, lastConfirmedDialogueOf } from '../../../db/queries/dialogues.ts';
import { first } from '../../../db/store.ts';
import type { Services } from '../services.ts';

/** The last dialogue with an employee whose minutes both have confirmed; null before the first. */
export function lastConfirmedDialogue(
  { store }: Pick<Services, 'store'>,
  employeeId: string,
): Promise<DialogueRow | null> {
  return first(store, lastConfirmedDialogueOf({ employeeId }));
}
