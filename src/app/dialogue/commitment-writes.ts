import type { CommitmentRow } from '../../../db/queries/commitments.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import type { Statement } from '../../../db/store.ts';
import { morningAfter, morningBefore } from '../../core/dialogue/reminders.ts';
import { notify } from '../notices.ts';
import type { Services } from '../services.ts';
import { morningFacts } from './mornings.ts';

/** Brings a commitment to its owner's mind on the working days before and after its due date, while it is open. */
export async function commitmentReminders(
  services: Pick<Services, 'store' | 'agency'>,
  { id, revision, dueOn }: CommitmentRow,
  owner: PersonRow,
  now: number,
): Promise<Statement[]> {
  const facts = await morningFacts(services, owner, dueOn);
  const at = { before: morningBefore(dueOn, facts), after: morningAfter(dueOn, facts) };
  return (['before', 'after'] as const)
    .filter((when) => at[when] > now)
    .map((when) =>
      notify(
        'commitment',
        `commitment:${id}:${revision}:${when}`,
        owner.id,
        { commitmentId: id, revision, when },
        now,
        at[when],
      ),
    );
}
