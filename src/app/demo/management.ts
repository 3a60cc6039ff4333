import type { EntryRow } from '../../../db/queries/entries.ts';
import { allPeople } from '../../../db/queries/people.ts';
import type { Statement } from '../../../db/store.ts';
import { localDate } from '../../core/local-time.ts';
import { cast, type Player } from './agency.ts';
import { dialogueWrites } from './dialogues.ts';
import { stageEvaluations } from './evaluations.ts';
import { feedbackWrites, requestWrites } from './feedback.ts';
import { historyWrites } from './history.ts';
import { matrixWrites } from './matrix.ts';
import { objectionWrites } from './objection.ts';
import { openPlanWrites } from './open-plans.ts';
import type { DemoPlans } from './plans.ts';
import { staffingWrites } from './staffing.ts';
import type { Stage } from './stage.ts';

/** Everything that people of the sample agency have under way with one another; the people are stored already. */
export async function managementWrites(
  stage: Stage,
  plans: DemoPlans,
  entries: readonly EntryRow[],
): Promise<Statement[]> {
  const people = new Map((await stage.services.store.all(allPeople())).map((person) => [person.nip, person]));
  const person = (who: Player) => people.get(cast[who])!;
  const year = Number(localDate(stage.now, stage.services.agency.zone).slice(0, 4));
  const evaluations = stageEvaluations(stage, plans, entries);
  return [
    ...openPlanWrites(stage, plans, year),
    ...matrixWrites(stage, plans, year),
    ...feedbackWrites(stage, plans, year),
    ...(await requestWrites(stage, person('wayan'))),
    ...(await dialogueWrites(stage, person)),
    ...evaluations.writes,
    ...(await objectionWrites(stage, evaluations.of.get('baso')!, person('baso'))),
    ...staffingWrites(stage, person('siti')),
    ...historyWrites(stage, year),
  ];
}
