import type { Statement } from '../../../db/store.ts';
import { handOverDialogues } from '../dialogue/handover.ts';
import { handOverEvaluations } from '../evaluation/reopen.ts';
import { handOverRequests } from '../feedback/hand-over.ts';
import { handOverDays } from '../handover.ts';
import { handOverPlans } from '../plan/moves.ts';
import type { Services } from '../services.ts';

/** Moves one sort of open work of a person from one supervisor to another; its writes go with the change itself. */
export type HandoverPart = (
  services: Services,
  personId: string,
  fromSupervisorId: string,
  toSupervisorId: string,
  now: number,
) => Promise<Statement[]>;

/** Everything that moves when one supervisor follows another. */
export const HANDOVER_PARTS: readonly HandoverPart[] = [
  handOverDays,
  handOverPlans,
  handOverDialogues,
  handOverEvaluations,
  handOverRequests,
];
