import type { EntryRow, EvidenceRow } from '../../db/queries/entries.ts';
import type { ObstacleRow } from '../../db/queries/obstacles.ts';
import { type DayOp, encodeAction } from '../core/action.ts';
import { longDate, shortDate } from '../core/local-time.ts';
import { type Block, type Button, type Inline, type Message, withButtons } from '../core/message.ts';
import type { Locale } from '../core/model.ts';
import { formatQuantity } from '../core/quantity.ts';
import { minutesOf } from '../core/time-span.ts';
import type { Texts } from '../i18n/texts.ts';
import { type ActionTitles, clip, contribution, timeOf, type WorkResultTitles } from './entry-view.ts';

/** At most this many activities are shown in full; a message has its limits. */
const MAX_SHOWN = 12;
/** At most this many obstacles of earlier days are named. */
const MAX_OBSTACLES = 5;
const MARK = { submitted: '○', approved: '✓', returned: '↩', withdrawn: '×' } as const;

/** The card of an employee's day as their supervisor sees it; `timing` says how it was reported, if not on time. */
export function cardMessage(
  t: Texts,
  locale: Locale,
  employee: { id: string; name: string },
  date: string,
  entries: EntryRow[],
  titles: WorkResultTitles,
  actions: ActionTitles,
  evidence: EvidenceRow[],
  timing: string | null,
  obstacles: ObstacleRow[],
): Message {
  const minutes = entries.reduce((sum, entry) => sum + minutesOf(entry), 0);
  const blocks: Block[] = [
    { kind: 'title', text: employee.name },
    { kind: 'line', parts: [longDate(date, locale)] },
    {
      kind: 'note',
      text:
        entries.length > 0
          ? t.card.summary(entries.length, minutes > 0 ? t.duration(minutes) : null)
          : t.card.none(),
    },
  ];
  if (timing) blocks.push({ kind: 'note', text: timing });
  const hidden = Math.max(0, entries.length - MAX_SHOWN);
  if (hidden > 0) blocks.push({ kind: 'note', text: t.card.more(hidden) });
  entries.slice(hidden).forEach((entry, at) => {
    const index = hidden + at;
    const proof = evidence.filter((e) => e.entryId === entry.id);
    const details = [
      contribution(t, entry, titles),
      actionName(t, entry.actionPlanId, actions),
      timeOf(t, locale, entry),
      entry.quantityMilli === null ? null : formatQuantity(entry.quantityMilli, entry.unit ?? '', locale),
      proof.length > 0 ? t.card.evidence(proof.length) : null,
      entry.revision > 1 && entry.status === 'submitted' ? t.card.edited(entry.revision) : null,
      t.entry.status(entry.status),
    ].filter((text) => text !== null);
    const title: Inline[] = [{ bold: `${MARK[entry.status]} ${index + 1}. ${clip(entry.what, 400)}` }];
    blocks.push({ kind: 'line', parts: title }, { kind: 'note', text: details.join(' · ') });
    for (const { text, closedOn } of obstacles.filter((one) => one.entryId === entry.id)) {
      const said = clip(text, 300);
      const shown =
        closedOn === null
          ? t.fieldMode.obstacle.onCard(said)
          : t.fieldMode.obstacle.closedOnCard(said, shortDate(closedOn, locale, date));
      blocks.push({ kind: 'line', parts: [shown] });
    }
  });
  const carried = obstacles.filter((one) => one.openedOn < date && one.closedOn === null);
  if (carried.length > 0) {
    blocks.push({ kind: 'line', parts: [{ bold: t.fieldMode.obstacle.title(carried.length) }] });
    const items = carried
      .slice(0, MAX_OBSTACLES)
      .map(({ text, openedOn }) => [
        t.fieldMode.obstacle.since(clip(text, 200), shortDate(openedOn, locale, date)),
      ]);
    blocks.push({ kind: 'list', items });
  }
  if (entries.length > 0) blocks.push({ kind: 'note', text: t.card.howto() });
  const press = (op: DayOp, label: string): Button => ({
    label,
    action: encodeAction({ do: 'day', person: employee.id, date, op }),
  });
  const open = entries.some((entry) => entry.status === 'submitted');
  return withButtons(
    { blocks, buttons: [], files: [] },
    entries.length === 0
      ? []
      : [
          ...(open ? [{ ...press('approve', t.button.approve()), style: 'primary' as const }] : []),
          press('return', t.button.return()),
          press('feedback', t.button.feedback()),
        ],
    entries.length === 0
      ? []
      : [
          ...(evidence.length > 0 ? [press('evidence', t.button.evidence(evidence.length))] : []),
          press('history', t.button.history()),
        ],
  );
}

function actionName(t: Texts, id: string | null, actions: ActionTitles): string | null {
  const found = actions.find((action) => action.id === id);
  return found ? t.actions.named(found.number, clip(found.title, 80)) : null;
}
