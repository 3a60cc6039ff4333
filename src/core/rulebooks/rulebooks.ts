import { integration2021 } from './integration2021.ts';
import { p2022 } from './p2022.ts';
import { pp30 } from './pp30.ts';
import { pp46 } from './pp46.ts';
import { type PeriodProblem, type Regime, regimeOf, type Span } from './regime.ts';

/** Every rule book by what it is called in data. */
const ruleBooks = { pp46, pp30, integration2021, p2022 } as const satisfies Record<
  Regime,
  { regime: Regime }
>;

/** One of the rule books; its `regime` tells which. */
export type AnyRuleBook = (typeof ruleBooks)[Regime];

/** The rule book that holds in a period, or why none does. */
export function rulebookFor(
  period: Span,
): { ok: true; book: AnyRuleBook } | { ok: false; problem: PeriodProblem } {
  const answer = regimeOf(period);
  return answer.ok ? { ok: true, book: ruleBooks[answer.regime] } : answer;
}
