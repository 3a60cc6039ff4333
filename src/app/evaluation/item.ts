import { entriesBehind } from '../../core/evaluation/proposal.ts';
import { shortDate } from '../../core/local-time.ts';
import { type Block, type Inline, say, withButtons } from '../../core/message.ts';
import { canReadEntry } from '../../core/permissions.ts';
import { formatQuantity } from '../../core/quantity.ts';
import { clip } from '../entry-view.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { evaluationButton } from './button.ts';
import type { EvaluationCase } from './case.ts';
import { itemsOf, titleOf } from './page.ts';
import { entriesOf, isEarly, proposedText } from './proposals.ts';
import { presentContent } from './view.ts';

/** Activities that are listed at once. */
const PAGE = 15;

/** One realisation: where its proposal comes from, what was said instead, and what can be done about it. */
export async function showItem(session: Session, found: EvaluationCase, index: number): Promise<Outcome> {
  const { person, t, services } = session;
  const texts = t.evaluation;
  const item = itemsOf(await presentContent(session, found))[index];
  if (!item) return toast(t.problem.gone());
  const { realisation, result, number } = item;
  const said = realisation.said;
  const blocks: Block[] = [
    { kind: 'title', text: texts.item.title(number) },
    { kind: 'line', parts: [{ bold: t.workResult.named(result.number, result.title) }] },
    {
      kind: 'fields',
      rows: [
        [texts.field.indicator(), item.title],
        ...(item.target === null ? [] : [[texts.field.target(), item.target] as [string, string]]),
        [texts.item.proposed(), proposedText(realisation, session)],
        ...(said === null ? [] : [[texts.field.realisation(), said] as [string, string]]),
        [texts.field.source(), realisation.source ?? texts.proposal.source()],
      ],
    },
  ];
  const { row, employee } = found;
  const arg = String(index);
  const early = person.id === row.personId && isEarly(row) && !found.held;
  const behind = canReadEntry(person, employee)
    ? entriesBehind(result.id, await entriesOf(services.store, row.personId, spanOf(found)))
    : [];
  return edited(
    withButtons(
      say(...blocks),
      behind.length > 0
        ? [evaluationButton('entries', texts.item.behind(behind.length), row.id, `${arg}.0`)]
        : [],
      early
        ? [
            evaluationButton('correct', texts.button.correct(), row.id, arg),
            ...(said === null ? [] : [evaluationButton('accept', texts.button.accept(), row.id, arg)]),
          ]
        : [],
      [evaluationButton('open', texts.button.back(), row.id)],
    ),
  );
}

/** The activities behind a realisation, for whoever may read them; `arg` is the place of the indicator and the page. */
export async function showEntries(session: Session, found: EvaluationCase, arg: string): Promise<Outcome> {
  const { person, t, locale, today, services } = session;
  const texts = t.evaluation;
  const [index = 0, page = 0] = arg.split('.').map(Number);
  const item = itemsOf(found.row.content)[index];
  if (!item || !Number.isInteger(page)) return toast(t.problem.gone());
  if (!canReadEntry(person, found.employee)) return toast(t.problem.notAllowed());
  const entries = await entriesOf(services.store, found.row.personId, spanOf(found));
  const behind = entriesBehind(item.result.id, entries);
  const shown = behind.slice(page * PAGE, (page + 1) * PAGE);
  const rest = behind.length - (page + 1) * PAGE;
  const items = shown.map((entry): Inline[] => {
    const parts = [
      clip(entry.what, 120),
      ...(entry.quantityMilli === null
        ? []
        : [formatQuantity(entry.quantityMilli, entry.unit ?? '', locale)]),
      ...(entry.evidence > 0 ? [texts.item.evidence(entry.evidence)] : []),
      ...(entry.status === 'returned' ? [texts.item.returned()] : []),
      ...(entry.status === 'submitted' ? [texts.item.waiting()] : []),
    ];
    return [{ bold: shortDate(entry.localDate, locale, today) }, ` ${parts.join(' · ')}`];
  });
  const message = say(
    titleOf(found, t, person.id),
    { kind: 'line', parts: [{ bold: texts.item.list(item.number, behind.length) }] },
    ...(items.length > 0 ? [{ kind: 'list', items } as const] : [texts.item.nothing()]),
  );
  return answered(
    withButtons(
      message,
      rest > 0
        ? [evaluationButton('entries', texts.item.more(rest), found.row.id, `${index}.${page + 1}`)]
        : [],
      [evaluationButton('item', texts.item.title(item.number), found.row.id, String(index))],
      [evaluationButton('open', texts.button.back(), found.row.id)],
    ),
  );
}

const spanOf = ({ row }: EvaluationCase) => ({ from: row.fromDate, to: row.toDate });
