import { targetText } from '../../../conversations/action-plan.ts';
import type { ActionPlanRow } from '../../../db/queries/action-plans.ts';
import { encodeAction } from '../../core/action.ts';
import type { ActionPeriod } from '../../core/actions/period.ts';
import type { Progress } from '../../core/actions/progress.ts';
import { type Block, type Button, type Inline, type Message, withButtons } from '../../core/message.ts';
import type { Locale } from '../../core/model.ts';
import { periodAfter, periodBefore } from '../../core/named-period.ts';
import { formatQuantity } from '../../core/quantity.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Session } from '../session.ts';
import type { PeriodActions } from './facts.ts';

/** Buttons of single action plans below a list; the others are opened with `aksi RA30`. */
const MAX_BUTTONS = 24;

/** A button of the action plans' room. */
export function actionsButton(label: string, op: string, id: string | null = null, arg = ''): Button {
  return { label, action: encodeAction({ do: 'room', room: 'actions', op, id, arg }) };
}

/** Action plans of a period by work result; `of` names somebody else whose they are. */
export function actionsMessage(
  { t, locale }: Session,
  facts: PeriodActions,
  of: { id: string; name: string } | null,
  copies: number,
  notes: readonly string[],
): Message {
  const { period, results, plans } = facts;
  const texts = t.actions;
  const name = t.period(period.text);
  const blocks: Block[] = [
    { kind: 'title', text: of ? texts.titleOf(of.name, name) : texts.title(name) },
    ...notes.map((text): Block => ({ kind: 'note', text })),
  ];
  if (results.length === 0 && plans.length === 0)
    blocks.push({
      kind: 'line',
      parts: [of ? t.plan.noneOf(of.name, period.year) : t.plan.notInForce(period.year)],
    });
  const known = new Set(results.map(({ id }) => id));
  const groups = [
    ...results.map((result) => ({
      name: t.workResult.named(result.number, result.title),
      plans: plans.filter((plan) => plan.workResultId === result.id),
    })),
    // A work result may have left the plan in the course of the period.
    { name: texts.formerResult(), plans: plans.filter((plan) => !known.has(plan.workResultId)) },
  ];
  for (const group of groups) {
    const former = group === groups.at(-1);
    if (former && group.plans.length === 0) continue;
    blocks.push({ kind: 'line', parts: [{ bold: group.name }] });
    if (group.plans.length === 0) blocks.push({ kind: 'note', text: texts.noneYet() });
    else
      blocks.push({
        kind: 'list',
        items: group.plans.map((plan) => lineOf(t, locale, plan, facts)),
      });
  }
  if (of) return withButtons({ blocks, buttons: [], files: [] }, turn(t, period, of.id));
  return withButtons(
    { blocks, buttons: [], files: [] },
    [
      ...(results.length > 0 ? [actionsButton(texts.button.add(), 'add')] : []),
      ...(copies > 0 ? [actionsButton(texts.button.copy(copies), 'copy')] : []),
    ],
    ...rowsOf(
      plans
        .slice(0, MAX_BUTTONS)
        .map(({ id, number }) => actionsButton(texts.button.open(number), 'show', id)),
    ),
    turn(t, period, null),
  );
}

/** What an action plan says and what was done for it, as rows. */
export function planRows(
  { t, locale }: Session,
  plan: ActionPlanRow,
  workResult: { number: number; title: string } | null,
  progress: Progress | undefined,
): [string, string][] {
  return [
    [
      t.field.workResult(),
      workResult ? t.workResult.inField(workResult.number, workResult.title) : t.draft.empty(),
    ],
    [t.actions.field.period(), t.period(plan.period)],
    [t.actions.field.target(), targetText(plan) || t.draft.empty()],
    [t.actions.field.done(), progressText(t, locale, progress)],
  ];
}

/** `2 kegiatan, 3 dokumen`. */
export function progressText(t: Texts, locale: Locale, progress: Progress | undefined): string {
  if (!progress) return t.actions.nothingDone();
  const sums = progress.quantities.map(({ milli, unit }) => formatQuantity(milli, unit, locale));
  return [t.actions.activities(progress.count), ...sums].join(', ');
}

function lineOf(
  t: Texts,
  locale: Locale,
  plan: ActionPlanRow,
  { period, progress }: PeriodActions,
): Inline[] {
  const target = targetText(plan);
  const details = [
    ...(target === '' ? [] : [t.plan.target(target)]),
    ...(plan.period === period.text ? [] : [t.period(plan.period)]),
    progressText(t, locale, progress.get(plan.id)),
  ];
  return [{ bold: t.actions.named(plan.number, plan.title) }, ` · ${details.join(' · ')}`];
}

/** The periods before and after. */
function turn(t: Texts, period: ActionPeriod, of: string | null): Button[] {
  const [before, after] = [periodBefore(period), periodAfter(period)];
  return [
    actionsButton(`‹ ${t.period(before.text)}`, 'list', of, before.text),
    actionsButton(`${t.period(after.text)} ›`, 'list', of, after.text),
  ];
}

const rowsOf = (buttons: Button[]): Button[][] =>
  buttons.flatMap((_, at) => (at % 4 === 0 ? [buttons.slice(at, at + 4)] : []));
