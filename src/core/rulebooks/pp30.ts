import {
  atLeast,
  type Fraction,
  fraction,
  mean,
  minus,
  percentOf,
  plus,
  round,
  smaller,
} from './fraction.ts';
import { type AdditionalPerformance, additionalValueOf } from './pp30-additional.ts';
import type { Pp30Category } from './pp30-indicator.ts';
import { type LeaderIndicatorValue, type LeaderPlan, leaderMainValue } from './pp30-leader.ts';
import { type StaffResult, type StaffResultValue, staffMainValue } from './pp30-staff.ts';
import { defineRuleBook, type Evaluated, outOfRange, refused } from './rulebook.ts';

/** What the regulation leaves open, or whose text was not seen; `defaultPp30Settings` says where each comes from. */
export interface Pp30Settings {
  /** Percent of the SKP; 70 without, 60 with the opinion of colleagues and subordinates. Behaviour has the rest. */
  planWeight: 70 | 60;
  /** Percent of the performance agreement in a leader's main performance; initiatives have the rest. */
  agreementShare: number;
  /** Percent that a result with a non-direct cascade counts. */
  nonDirectShare: number;
}

/** 70/30 (PP 30/2019 art. 41); 60 of 60/40 within a leader's plan is inferred; 80 for non-direct is widely known only. */
export const defaultPp30Settings: Pp30Settings = { planWeight: 70, agreementShare: 60, nonDirectShare: 80 };

/** The behaviours of PP 30/2019, each from 0 to 120; how their levels 1–7 become values was not seen, so values are given. */
export interface Pp30Behaviour {
  service: Fraction;
  commitment: Fraction;
  initiative: Fraction;
  cooperation: Fraction;
  /** Null where it is not assessed. */
  leadership: Fraction | null;
}

/** What an SKP under PermenPANRB 8/2021 is evaluated from. */
export interface Pp30Input {
  /** Indicators of a leader, results of staff, or the value where it is known, with that of additional performance. */
  plan:
    | { kind: 'value'; value: Fraction }
    | ({ kind: 'leader'; additional: readonly AdditionalPerformance[] } & LeaderPlan)
    | { kind: 'staff'; results: readonly StaffResult[]; additional: readonly AdditionalPerformance[] };
  behaviour: Pp30Behaviour | { mean: Fraction };
  /** Whether a new idea or way benefited organisation or state (ide baru/cara baru). */
  newIdea: boolean;
  settings: Pp30Settings;
}

/** An evaluation under PP 30/2019; values are rounded to two places, those of items are exact. */
export interface Pp30Evaluation {
  regime: 'pp30';
  items: (LeaderIndicatorValue | StaffResultValue)[];
  main: Fraction;
  additional: Fraction;
  /** Nilai SKP. */
  plan: Fraction;
  behaviour: Fraction;
  planWeight: number;
  weightedPlan: Fraction;
  weightedBehaviour: Fraction;
  /** Nilai kinerja, 0 to 120. */
  value: Fraction;
  category: Pp30Category;
}

/** The scale ends at 120; that a sum above it counts as 120 is inferred. */
const SCALE_END = fraction(120);

/** PP 30/2019 with PermenPANRB 8/2021; July to December 2021. */
export const pp30 = defineRuleBook('pp30', evaluate);

/**
 * The predicate of a value (PP 30/2019 art. 41): from 110 Sangat Baik with a new idea, else Baik; from 90 Baik, from 70 Cukup.
 * The bounds of Kurang (50) and Sangat Kurang are widely known, their text was not seen.
 */
export function pp30PredicateOf(value: Fraction, newIdea: boolean): Pp30Category {
  const from = (bound: number) => atLeast(value, fraction(bound));
  if (from(110) && newIdea) return 'very_good';
  if (from(90)) return 'good';
  if (from(70)) return 'sufficient';
  return from(50) ? 'poor' : 'very_poor';
}

function evaluate(input: Pp30Input): Evaluated<Pp30Evaluation> {
  const { plan: given, settings } = input;
  const additionals = given.kind === 'value' ? [] : given.additional;
  const behaviours = behaviourValues(input.behaviour);
  const problem =
    outOfRange('behaviour', behaviours, 0, 120) ??
    outOfRange(
      'additional',
      additionals.map(({ value }) => value),
      0,
      120,
    ) ??
    (given.kind === 'value' ? outOfRange('plan', [given.value], 0, 130) : null);
  if (problem) return refused(problem);

  const main = mainOf(given, settings);
  if (!main.ok) return main;
  const additional = round(additionalValueOf(additionals));
  const mainValue = round(main.value);
  const plan = plus(mainValue, additional);
  const behaviour = round(mean(behaviours));
  const planWeight = fraction(settings.planWeight);
  const weightedPlan = round(percentOf(planWeight, plan));
  const weightedBehaviour = round(percentOf(minus(fraction(100), planWeight), behaviour));
  const value = smaller(plus(weightedPlan, weightedBehaviour), SCALE_END);
  const evaluation: Pp30Evaluation = {
    ...{ regime: 'pp30', items: main.items, main: mainValue, additional, plan, behaviour },
    ...{ planWeight: settings.planWeight, weightedPlan, weightedBehaviour, value },
    category: pp30PredicateOf(value, input.newIdea),
  };
  return { ok: true, evaluation };
}

function mainOf(plan: Pp30Input['plan'], { agreementShare, nonDirectShare }: Pp30Settings) {
  switch (plan.kind) {
    case 'value':
      return { ok: true as const, items: [], value: plan.value };
    case 'leader': {
      const answer = leaderMainValue(plan, fraction(agreementShare));
      return answer.ok ? { ...answer, items: [...answer.agreement, ...answer.initiatives] } : answer;
    }
    case 'staff': {
      const answer = staffMainValue(plan.results, fraction(nonDirectShare));
      return answer.ok ? { ...answer, items: answer.results } : answer;
    }
  }
}

function behaviourValues(behaviour: Pp30Input['behaviour']): Fraction[] {
  if ('mean' in behaviour) return [behaviour.mean];
  const { service, commitment, initiative, cooperation, leadership } = behaviour;
  return [service, commitment, initiative, cooperation, ...(leadership ? [leadership] : [])];
}
