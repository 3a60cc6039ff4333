import { allUnits } from '../../../db/queries/people.ts';
import type { Store } from '../../../db/store.ts';
import type { Block, Inline } from '../../core/message.ts';
import { checkPlan, type PlanCircumstances, type PlanFinding, PRINCIPLES } from '../../core/plan/check.ts';
import type { PlanContent } from '../../core/plan/content.ts';
import { plansByPerspective } from '../../core/plan/leads.ts';
import type { PlanFacts } from './facts.ts';
import type { Reader } from './view.ts';

/** What the check of somebody's plan depends on besides the plan. */
export async function circumstancesOf(
  store: Store,
  { owner, year }: Pick<PlanFacts, 'owner' | 'year'>,
): Promise<PlanCircumstances> {
  const units = await store.all(allUnits());
  return { leads: plansByPerspective(owner, units), supervised: owner.supervisorId !== null, year };
}

/** What the check of a plan finds. */
export async function findingsOf(
  store: Store,
  facts: Pick<PlanFacts, 'owner' | 'year'>,
  content: PlanContent,
): Promise<PlanFinding[]> {
  return checkPlan(content, await circumstancesOf(store, facts));
}

/** The check of a plan in plain words: what has to be completed, what could be better, and the five principles. */
export function checkBlocks({ t }: Reader, findings: readonly PlanFinding[]): Block[] {
  const texts = t.plan.check;
  const items = (weight: PlanFinding['weight']): Inline[][] =>
    findings
      .filter((finding) => finding.weight === weight)
      .map(({ code, result, indicator }) => [
        { bold: texts.place(result, indicator) },
        `: ${texts.finding(code)}`,
      ]);
  const [problems, hints] = [items('problem'), items('hint')];
  const principles = PRINCIPLES.map((principle) => {
    const open = findings.some((finding) => finding.weight === 'problem' && finding.principle === principle);
    return (open ? texts.unmet : texts.met)(texts.principle(principle));
  });
  return [
    ...(findings.length === 0 ? [{ kind: 'line' as const, parts: [texts.clean()] }] : []),
    ...listed(texts.problems(), problems),
    ...listed(texts.hints(), hints),
    { kind: 'note', text: texts.principles(principles.join(', ')) },
  ];
}

function listed(title: string, items: Inline[][]): Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'line', parts: [title] },
        { kind: 'list', items },
      ];
}
