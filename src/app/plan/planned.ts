import { actionPlansFrom } from '../../../db/queries/action-plans.ts';
import { oncePerMessage } from '../once.ts';
import { workResultsOn } from './in-force.ts';

/** What the plan of whoever is talking offers to activities of a local date; removed action plans as well. */
export const plannedOn = oncePerMessage(async ({ services: { store }, person }, date) => {
  const personId = person.id;
  const [workResults, actionPlans] = await Promise.all([
    workResultsOn(store, personId, date),
    store.all(actionPlansFrom({ personId, year: Number(date.slice(0, 4)) })),
  ]);
  return { workResults, actionPlans };
});
