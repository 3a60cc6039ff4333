import { type CommitmentRow, openCommitmentsOwned } from '../../../db/queries/commitments.ts';
import { type DialogueRow, lastConfirmedDialogueOf } from '../../../db/queries/dialogues.ts';
import { first } from '../../../db/store.ts';
import type { Services } from '../services.ts';

/** The open commitments that a person owns, by due date; what both have not confirmed yet does not count. */
export async function openCommitmentsOf(
  { store }: Pick<Services, 'store'>,
  personId: string,
): Promise<CommitmentRow[]> {
  const found = await store.all(openCommitmentsOwned({ personId }));
  return found.map(({ commitment }) => commitment);
}

/** The last dialogue with an employee whose minutes both have confirmed; null before the first. */
export function lastConfirmedDialogue(
  { store }: Pick<Services, 'store'>,
  employeeId: string,
): Promise<DialogueRow | null> {
  return first(store, lastConfirmedDialogueOf({ employeeId }));
}
