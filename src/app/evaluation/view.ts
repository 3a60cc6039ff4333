import { evaluationsAmong } from '../../../db/queries/evaluations.ts';
import { inChunks } from '../../core/chunks.ts';
import { periodsOfYear } from '../../core/evaluation/period.ts';
import { predicateOf } from '../../core/evaluation/predicate.ts';
import { stepFrom } from '../../core/evaluation/transition.ts';
import { type Block, type Button, type Message, withButtons } from '../../core/message.ts';
import { canEvaluate } from '../../core/permissions.ts';
import { loadRules } from '../calendar-facts.ts';
import { objectionButton } from '../objection/marks.ts';
import type { Session } from '../session.ts';
import { evaluationButton } from './button.ts';
import type { EvaluationCase } from './case.ts';
import { itemsOf, pageBlocks, titleOf } from './page.ts';
import { periodFeedback } from './period-feedback.ts';
import { evaluatorName } from './problem.ts';
import { entriesOf, isEarly, refreshed } from './proposals.ts';
import { readAt } from './reading.ts';

/** Indicators that get a button. */
const MAX_ITEMS = 24;

/** The content of an evaluation as it stands now: while its employee has it, its proposals follow the activities. */
export async function presentContent(session: Session, { row, employee }: EvaluationCase) {
  if (!isEarly(row) || session.person.id !== employee.id) return row.content;
  const entries = await entriesOf(session.services.store, row.personId, {
    from: row.fromDate,
    to: row.toDate,
  });
  return refreshed(row.content, entries, session);
}

/** An evaluation for whoever may read it, with what they can do with it now; `notes` stand first. */
export async function evaluationMessage(
  session: Session,
  found: EvaluationCase,
  notes: readonly string[] = [],
): Promise<Message> {
  const { person, t } = session;
  const content = await presentContent(session, found);
  const own = person.id === found.row.personId;
  const early = own && isEarly(found.row) && !found.held;
  const blocks: Block[] = [
    ...notes.map((text): Block => ({ kind: 'line', parts: [text] })),
    titleOf(found, t, person.id),
    ...pageBlocks(found, content, session),
    ...(await periodicBlocks(session, found)),
    ...(await readBlocks(session, found)),
    ...(early ? [{ kind: 'note', text: t.evaluation.page.howto() } as const] : []),
  ];
  const items = itemsOf(content).slice(0, MAX_ITEMS);
  const { id } = found.row;
  const given = (await periodFeedback(session, found)).length;
  const numbers = items.map(({ number }, index) => evaluationButton('item', number, id, String(index)));
  return withButtons(
    { blocks, buttons: [], files: [] },
    ...inChunks(numbers, 5),
    given > 0 ? [evaluationButton('given', t.evaluation.page.given(given), id)] : [],
    ...(own ? await ownButtons(session, found) : raterButtons(session, found)),
  );
}

async function ownButtons(session: Session, found: EvaluationCase): Promise<Button[][]> {
  const { t } = session;
  const texts = t.evaluation.button;
  const { id, status } = found.row;
  const trail = evaluationButton('trail', texts.trail(), id);
  if (isEarly(found.row) && !found.held)
    return [
      [
        {
          ...evaluationButton('submit', texts.submit(evaluatorName(t, found)), id),
          style: 'primary',
        },
      ],
      [trail],
    ];
  if (status !== 'rated' && status !== 'locked') return [[trail]];
  return [resultButtons(session, found, (await readAt(session.services, found)) !== null), [trail]];
}

/** What an employee can do with a result. */
function resultButtons(
  { t }: Pick<Session, 't'>,
  { row, contestedUntil }: EvaluationCase,
  read: boolean,
): Button[] {
  const texts = t.evaluation.button;
  return [
    ...(read ? [] : [evaluationButton('read', texts.read(), row.id)]),
    ...(contestedUntil === null ? [objectionButton(t, 'evaluation', row.id)] : []),
  ];
}

/** What whoever rates an evaluation can do with it. */
function raterButtons({ person, t }: Pick<Session, 'person' | 't'>, found: EvaluationCase): Button[][] {
  const texts = t.evaluation.button;
  const { row } = found;
  const trail = evaluationButton('trail', texts.trail(), row.id);
  if (!canEvaluate(person, row) || found.held) return [[trail]];
  const can = (step: 'feedback' | 'rate' | 'return') => stepFrom(row.status, step).ok;
  const rate = row.status === 'rated' ? texts.rateAgain() : texts.rate();
  return [
    [
      ...(can('rate')
        ? [{ ...evaluationButton('rate', rate, row.id), style: 'primary' } satisfies Button]
        : []),
      ...(can('feedback') ? [evaluationButton('feedback', texts.feedback(), row.id)] : []),
      ...(can('return') ? [evaluationButton('return', texts.return(), row.id)] : []),
    ],
    [trail],
  ];
}

/** The annual evaluation names the periodic ones of its year, and those that are missing. */
async function periodicBlocks(session: Session, found: EvaluationCase): Promise<Block[]> {
  const { services, t } = session;
  const { period, employee, row } = found;
  if (period.kind !== 'year') return [];
  const rules = (await loadRules(services.store))(period.to, row.unitId);
  const periods = periodsOfYear(period.year, rules.evaluationPeriod).filter(
    ({ to }) => to >= employee.activeFrom,
  );
  const known = await services.store.all(
    evaluationsAmong(
      [row.personId],
      periods.map(({ text }) => text),
    ),
  );
  const texts = t.evaluation;
  const items = periods.map((one) => {
    const other = known.find((evaluation) => evaluation.period === one.text);
    const rated =
      (other?.status === 'rated' || other?.status === 'locked') && other.resultRating && other.behaviourRating
        ? texts.predicate(predicateOf(other.resultRating, other.behaviourRating))
        : null;
    const state = rated ?? (other ? texts.status(other.status) : texts.page.periodicMissing());
    return [texts.page.periodicLine(t.period(one.text), state)];
  });
  return [
    { kind: 'line', parts: [{ bold: texts.page.periodic() }] },
    { kind: 'list', items },
  ];
}

async function readBlocks(session: Session, found: EvaluationCase): Promise<Block[]> {
  const at = await readAt(session.services, found);
  if (at === null) return [];
  return [{ kind: 'note', text: `${session.t.evaluation.field.read()}: ${at.by(session)}` }];
}
