import { atLeast, type Fraction, fraction, mean, percentOf, plus, round } from './fraction.ts';
import { evaluateActivity, type Pp46Activity, type Pp46ActivityValue } from './pp46-activity.ts';
import { defineRuleBook, type Evaluated, outOfRange, refused } from './rulebook.ts';

/** The behaviours of PP 46/2011; leadership (kepemimpinan) is assessed for structural posts only, else null. */
export interface Pp46Behaviour {
  service: Fraction;
  integrity: Fraction;
  commitment: Fraction;
  discipline: Fraction;
  cooperation: Fraction;
  leadership: Fraction | null;
}

/** Who acknowledged something new: the head of the unit, of the agency, or the President. */
export type Creativity = 'none' | 'unit' | 'agency' | 'state';

/** A plan with its activities. */
export interface Pp46Plan {
  activities: readonly Pp46Activity[];
  /** How many additional tasks (tugas tambahan) were done. */
  additionalTasks: number;
  creativity: Creativity;
}

/** What an SKP under PP 46/2011 is evaluated from. */
export interface Pp46Input {
  /** The plan, or its value where that is known, with the points for additional tasks and creativity. */
  plan: Pp46Plan | { value: Fraction };
  /** The behaviours, or their mean where only that is known. */
  behaviour: Pp46Behaviour | { mean: Fraction };
}

/** Categories of PP 46/2011: Sangat Baik, Baik, Cukup, Kurang, Buruk. */
export type Pp46Category = 'very_good' | 'good' | 'sufficient' | 'poor' | 'bad';

/** An evaluation under PP 46/2011; all values but those of `activities` are rounded to two places. */
export interface Pp46Evaluation {
  regime: 'pp46';
  activities: Pp46ActivityValue[];
  additionalPoints: number;
  creativityPoints: number;
  /** Nilai SKP, with the points for additional tasks and creativity. */
  plan: Fraction;
  /** Mean of the behaviours. */
  behaviour: Fraction;
  weightedPlan: Fraction;
  weightedBehaviour: Fraction;
  /** Nilai prestasi kerja (NPK). */
  value: Fraction;
  category: Pp46Category;
}

/** Widely known; its text was not seen. */
const CREATIVITY: Record<Creativity, number> = { none: 0, unit: 3, agency: 6, state: 12 };
const PLAN_WEIGHT = fraction(60);
const BEHAVIOUR_WEIGHT = fraction(40);
/** The regulation gives whole numbers (76–90, 91–100); that decimals between belong to the lower category is inferred. */
const CATEGORIES: readonly { from: number; category: Pp46Category }[] = [
  { from: 91, category: 'very_good' },
  { from: 76, category: 'good' },
  { from: 61, category: 'sufficient' },
  { from: 51, category: 'poor' },
];

/** PP 46/2011 with Perka BKN 1/2013: 60% SKP and 40% behaviour; 2014 to June 2021. */
export const pp46 = defineRuleBook('pp46', evaluate);

/** Points for additional tasks: 1–3 one, 4–6 two, 7 and more three. */
export function additionalTaskPoints(tasks: number): number {
  if (tasks <= 0) return 0;
  if (tasks <= 3) return 1;
  return tasks <= 6 ? 2 : 3;
}

/** The category of a value under PP 46/2011. */
export function pp46CategoryOf(value: Fraction): Pp46Category {
  return CATEGORIES.find(({ from }) => atLeast(value, fraction(from)))?.category ?? 'bad';
}

/** Rounding as in practice: each mean and each weighted part to two places, halves up. */
function evaluate(input: Pp46Input): Evaluated<Pp46Evaluation> {
  const worth = worthOf(input.plan);
  if (!worth.ok) return worth;
  const behaviours = behaviourValues(input.behaviour);
  const problem = outOfRange('behaviour', behaviours, 0, 100);
  if (problem) return refused(problem);

  const { activities, additionalPoints, creativityPoints } = worth;
  const plan = round(plus(worth.value, fraction(additionalPoints + creativityPoints)));
  const behaviour = round(mean(behaviours));
  const weightedPlan = round(percentOf(PLAN_WEIGHT, plan));
  const weightedBehaviour = round(percentOf(BEHAVIOUR_WEIGHT, behaviour));
  const value = plus(weightedPlan, weightedBehaviour);
  const parts = { additionalPoints, creativityPoints, plan, behaviour, weightedPlan, weightedBehaviour };
  const category = pp46CategoryOf(value);
  return { ok: true, evaluation: { regime: 'pp46', activities, ...parts, value, category } };
}

/** The exact value of a plan and what it is made of, without the points. */
function worthOf(plan: Pp46Input['plan']) {
  const none = { activities: [], additionalPoints: 0, creativityPoints: 0 };
  if ('value' in plan) return { ok: true as const, ...none, value: plan.value };
  if (plan.activities.length === 0) return refused({ code: 'nothing_to_evaluate', field: 'activities' });
  const activities: Pp46ActivityValue[] = [];
  for (const [item, activity] of plan.activities.entries()) {
    const answer = evaluateActivity(activity, item);
    if (!answer.ok) return answer;
    activities.push(answer.value);
  }
  return {
    ...{ ok: true as const, activities, value: mean(activities.map(({ value }) => value)) },
    additionalPoints: additionalTaskPoints(plan.additionalTasks),
    creativityPoints: CREATIVITY[plan.creativity],
  };
}

function behaviourValues(behaviour: Pp46Input['behaviour']): Fraction[] {
  if ('mean' in behaviour) return [behaviour.mean];
  const { service, integrity, commitment, discipline, cooperation, leadership } = behaviour;
  return [service, integrity, commitment, discipline, cooperation, ...(leadership ? [leadership] : [])];
}
