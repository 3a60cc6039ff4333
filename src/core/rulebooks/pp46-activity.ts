import { compare, type Fraction, fraction, minus, over, plus, sum, times, zero } from './fraction.ts';
import { type ItemProblem, refused } from './rulebook.ts';

/** A target and what was realised, in whatever unit the aspect has. */
export interface Measure {
  target: Fraction;
  realised: Fraction;
}

/** One activity of an SKP under PP 46/2011 (kegiatan tugas jabatan). */
export interface Pp46Activity {
  quantity: Measure;
  quality: Measure;
  time: Measure;
  /** Null where the activity has no cost target; then its aspects are divided by three, not four. */
  cost: Measure | null;
}

/** The value of an activity, exact, with its aspects. */
export interface Pp46ActivityValue {
  quantity: Fraction;
  quality: Fraction;
  time: Fraction;
  cost: Fraction | null;
  value: Fraction;
}

const hundred = fraction(100);
/** Savings up to this many percent are rewarded, savings above are held against the plan. */
const MOST_SAVED = fraction(24);
/** What being exactly on time or on budget is worth. */
const ON_TARGET = fraction(76);

/** Evaluates one activity (Perka BKN 1/2013). Over-achievement is not capped, as in the implementations that were read. */
export function evaluateActivity(
  { quantity, quality, time, cost }: Pp46Activity,
  item: number,
): { ok: true; value: Pp46ActivityValue } | { ok: false; problem: ItemProblem } {
  const measures = { quantity, quality, time, ...(cost && { cost }) };
  for (const [field, { target, realised }] of Object.entries(measures)) {
    if (compare(target, zero) <= 0) return refused({ code: 'target', field, item });
    if (compare(realised, zero) < 0)
      return refused({ code: 'out_of_range', field, item, min: 0, max: Number.MAX_SAFE_INTEGER });
  }
  const performed = compare(quantity.realised, zero) > 0;
  const values = {
    quantity: share(quantity),
    quality: share(quality),
    time: performed ? saving(time) : zero,
    cost: cost && (performed ? saving(cost) : zero),
  };
  const aspects = [values.quantity, values.quality, values.time, ...(values.cost ? [values.cost] : [])];
  return { ok: true, value: { ...values, value: over(sum(aspects), fraction(aspects.length)) } };
}

function share({ target, realised }: Measure): Fraction {
  return over(times(realised, hundred), target);
}

/**
 * The value of time or cost: with `saved` percent of the target left over, 76 + saved up to 24 percent and 100 − saved above
 * it. The step between 24 (100) and 24.01 (75.99) is the regulation's, so the comparison has to be exact.
 */
function saving(measure: Measure): Fraction {
  const saved = minus(hundred, share(measure));
  return compare(saved, MOST_SAVED) <= 0 ? plus(ON_TARGET, saved) : minus(hundred, saved);
}
