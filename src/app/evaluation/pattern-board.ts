import { evaluationsInUnits } from '../../../db/queries/evaluation-boards.ts';
import { openObjectionsTo } from '../../../db/queries/evaluations.ts';
import { allUnits, type UnitRow } from '../../../db/queries/people.ts';
import type { EvaluationPeriod } from '../../core/evaluation/period.ts';
import { predicateOf, predicates } from '../../core/evaluation/predicate.ts';
import { type Block, type Inline, say, withButtons } from '../../core/message.ts';
import { canEvaluate, canLockPeriods, canSeeDistribution } from '../../core/permissions.ts';
import { unitChain } from '../../core/rules.ts';
import { withUnitsBelow } from '../../core/unit-tree.ts';
import { answered, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { achievementProblem } from './achievement.ts';
import { periodicNow } from './begin-board.ts';
import { evaluationButton } from './button.ts';
import { type Distribution, distributionOf, levelName, warningTexts } from './pattern.ts';
import { readUnitAndPeriod } from './unit-argument.ts';

/** People who are named at once. */
const MAX_NAMES = 40;

/** Answers `pola <unit> <period>`; whoever leads a unit need not name it. */
export async function patternCommand(session: Session, args: string): Promise<Outcome> {
  const { services, person, t } = session;
  const read = await readUnitAndPeriod(session, args, await periodicNow(session));
  if (!read.ok) return answered(say(read.text));
  const led = (await services.store.all(allUnits())).find(({ leaderId }) => leaderId === person.id);
  const unit = read.unit ?? led;
  if (unit) return showPattern(session, unit.id, read.period);
  const texts = t.evaluation.board.pattern;
  return answered(say(canLockPeriods(person) ? texts.howto() : texts.only()));
}

/** How predicates are distributed in a unit; names only of those whom the reader rates, for HR of everybody. */
export async function showPattern(
  session: Session,
  unitId: string | null,
  period: EvaluationPeriod,
): Promise<Outcome> {
  const { services, person, t } = session;
  const texts = t.evaluation.board.pattern;
  const units = await services.store.all(allUnits());
  const places = new Map(units.map((one) => [one.id, one]));
  const unit = unitId === null ? undefined : places.get(unitId);
  if (!unit) return toast(t.problem.gone());
  const leaders = unitChain(unit.id, places).map((id) => places.get(id)?.leaderId ?? null);
  if (!canSeeDistribution(person, leaders)) return answered(say(texts.only()));
  const found = await distributionOf(services.store, unit, period.text);
  const name = t.period(period.text);
  const line = (text: string): Block => ({ kind: 'line', parts: [text] });
  const level = found.achievement && levelName(t, found.achievement.level);
  const blocks: Block[] = [
    { kind: 'title', text: texts.title(unit.name, name) },
    ...(level ? [line(`${t.evaluation.field.achievement()}: ${level}`)] : []),
    ...(found.total === 0
      ? [line(texts.nobody())]
      : await countBlocks(session, found, [...withUnitsBelow([unit.id], units)], period)),
    ...verdict(session, found),
  ];
  const buttons =
    found.achievement || (await achievementProblem(session, unit, period))
      ? []
      : [evaluationButton('achieve', t.evaluation.board.achievement.button(), unit.id, period.text)];
  return answered(withButtons(say(...blocks), buttons));
}

async function countBlocks(
  session: Session,
  { unit, counts, total }: Distribution,
  unitIds: string[],
  period: EvaluationPeriod,
): Promise<Block[]> {
  const { t } = session;
  const texts = t.evaluation.board.pattern;
  const names = await namesBy(session, unit, unitIds, period);
  const items = predicates
    .filter((predicate) => counts[predicate] > 0)
    .map((predicate): Inline[] => {
      const named = names.filter((one) => one.predicate === predicate).map((one) => one.name);
      const line = texts.count(t.evaluation.predicate(predicate), counts[predicate]);
      return [named.length > 0 ? `${line} (${named.join(', ')})` : line];
    });
  return [
    { kind: 'list', items },
    { kind: 'note', text: texts.total(total) },
  ];
}

async function namesBy(
  { services, person, t }: Session,
  unit: UnitRow,
  unitIds: string[],
  period: EvaluationPeriod,
) {
  const rows = (await services.store.all(evaluationsInUnits(period.text, unitIds, ['rated', 'locked'])))
    .filter(({ evaluation }) => evaluation.personId !== unit.leaderId)
    .filter(({ evaluation }) => canLockPeriods(person) || canEvaluate(person, evaluation))
    .slice(0, MAX_NAMES);
  const ids = rows.map(({ evaluation }) => evaluation.id);
  const open = ids.length === 0 ? [] : await services.store.all(openObjectionsTo(ids));
  const contested = new Set(open.map(({ subjectId }) => subjectId));
  return rows.flatMap(({ evaluation, name }) => {
    const { id, resultRating, behaviourRating } = evaluation;
    if (!resultRating || !behaviourRating) return [];
    const mark = contested.has(id) ? ` [${t.evaluation.board.pattern.contested()}]` : '';
    return { name: `${name}${mark}`, predicate: predicateOf(resultRating, behaviourRating) };
  });
}

function verdict({ t }: Session, { unit, achievement, warnings, total }: Distribution): Block[] {
  const texts = t.evaluation.board.pattern;
  const line = (text: string): Block => ({ kind: 'line', parts: [text] });
  if (!achievement) return [line(texts.noAchievement(unit.name))];
  if (total === 0) return [];
  const level = levelName(t, achievement.level);
  if (warnings.length === 0) return [line(texts.fits(level))];
  return [
    line(texts.about(level, unit.name)),
    { kind: 'list', items: warningTexts(t, warnings).map((text) => [text]) },
  ];
}
