import type { PlanVersionRow } from '../../../db/queries/plan-versions.ts';
import { encodeAction } from '../../core/action.ts';
import { longDate, shortDate } from '../../core/local-time.ts';
import type { Block, Button, Inline } from '../../core/message.ts';
import { BEHAVIOURS, type PlanContent, type PlanResult } from '../../core/plan/content.ts';
import type { PlanChanges } from '../../core/plan/edit.ts';
import type { Session } from '../session.ts';

/** What decides how a plan is written: language, and the reader's local date. */
export type Reader = Pick<Session, 't' | 'locale' | 'today'>;

/** A button of plans; `id` is a version of a plan where it is about one. */
export function planButton(label: string, op: string, id: string | null, arg = ''): Button {
  return { label, action: encodeAction({ do: 'room', room: 'plan', op, id, arg }) };
}

/** Every work result with its indicators, main ones first. */
export function resultBlocks(reader: Reader, content: PlanContent): Block[] {
  const { t } = reader;
  const part = (additional: boolean): Block[] => {
    const results = content.results.filter((result) => result.additional === additional);
    const title = additional ? t.plan.additional() : t.plan.main();
    return results.length === 0
      ? []
      : [{ kind: 'note', text: title }, ...results.flatMap((result) => resultBlock(reader, result))];
  };
  return [...part(false), ...part(true)];
}

/** One work result with what it supports, and its indicators. */
export function resultBlock(reader: Reader, result: PlanResult): Block[] {
  const { t } = reader;
  const { number, title, supports, method, perspective, indicators } = result;
  const facts = [
    ...(supports
      ? [
          t.plan[supports.kind === 'goal' ? 'supportsGoal' : 'supportsResult'](
            supports.number,
            supports.title,
          ),
        ]
      : []),
    ...(method ? [t.plan.form.option.method(method).toLowerCase()] : []),
    ...(perspective ? [t.plan.form.option.perspective(perspective).toLowerCase()] : []),
  ];
  const items = indicators.map((indicator): Inline[] => [
    [
      ...(indicator.aspect ? [t.plan.form.option.aspect(indicator.aspect)] : []),
      indicator.title,
      ...(indicator.target
        ? [t.plan.target([indicator.target, indicator.unit].filter(Boolean).join(' '))]
        : []),
      ...(indicator.dueOn ? [t.plan.due(shortDate(indicator.dueOn, reader.locale, reader.today))] : []),
    ].join(' · '),
  ]);
  return [
    { kind: 'line', parts: [{ bold: t.workResult.named(number, title) }] },
    ...(facts.length > 0 ? [{ kind: 'note' as const, text: facts.join(' · ') }] : []),
    ...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
  ];
}

/** When a version is in force, with its number and approach; a plan without versions has only its approach. */
export function spanLine(reader: Reader, content: PlanContent, version: PlanVersionRow | null): string {
  const { t, locale } = reader;
  const date = (day: string) => longDate(day, locale);
  const approach = t.plan.approach(t.plan.form.option.approach(content.approach));
  if (!version) return approach;
  const span = t.plan.inForce(date(version.fromDate), version.toDate && date(version.toDate));
  return `${span}, ${t.plan.version(version.number)}. ${approach}`;
}

/** The annexes that are filled in, each as a list; or all three. */
export function annexBlocks({ t }: Reader, { annexes }: PlanContent, which: 'filled' | 'all'): Block[] {
  const ids = (['resources', 'accountability', 'consequences'] as const).filter(
    (id) => which === 'all' || annexes[id].length > 0,
  );
  return ids.flatMap((id): Block[] => [
    { kind: 'line', parts: [{ bold: t.plan.annexes[id]() }] },
    annexes[id].length > 0
      ? { kind: 'list', items: annexes[id].map((item): Inline[] => [item]) }
      : { kind: 'note', text: t.plan.annexes.empty() },
  ]);
}

/** The seven behaviours with their guides, and what the leader expects especially. */
export function behaviourBlocks({ t }: Reader, { expectations }: PlanContent): Block[] {
  return BEHAVIOURS.flatMap((behaviour): Block[] => {
    const { name, guides } = t.plan.behaviour[behaviour];
    const expected = expectations[behaviour];
    return [
      { kind: 'line', parts: [{ bold: name }] },
      { kind: 'list', items: guides.map((guide): Inline[] => [guide]) },
      ...(expected
        ? [{ kind: 'line' as const, parts: [{ italic: t.plan.behaviours.expectation(expected) }] }]
        : []),
    ];
  });
}

/** Only the special expectations that there are. */
export function expectationBlocks({ t }: Reader, { expectations }: PlanContent): Block[] {
  const items = BEHAVIOURS.flatMap((behaviour): Inline[][] => {
    const text = expectations[behaviour];
    return text ? [[{ bold: t.plan.behaviour[behaviour].name }, `: ${text}`]] : [];
  });
  if (items.length === 0) return [];
  return [
    { kind: 'line', parts: [{ bold: t.plan.behaviours.heading() }] },
    { kind: 'list', items },
  ];
}

/** What tells a draft from the plan in force, as a list. */
export function changeBlocks({ t }: Reader, { added, changed, removed, rest }: PlanChanges): Block[] {
  const items = [
    ...(added.length > 0 ? [t.plan.changes.added(added.join(', '))] : []),
    ...(changed.length > 0 ? [t.plan.changes.changed(changed.join(', '))] : []),
    ...(removed.length > 0 ? [t.plan.changes.removed(removed.join(', '))] : []),
    ...(rest ? [t.plan.changes.rest()] : []),
  ];
  return [
    { kind: 'line', parts: [{ bold: t.plan.changes.title() }] },
    { kind: 'list', items: (items.length > 0 ? items : [t.plan.changes.nothing()]).map((item) => [item]) },
  ];
}
