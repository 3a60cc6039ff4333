import { periodLocksOf } from '../../../db/queries/achievements.ts';
import { evaluatedByUnit, evaluationStates, unevaluatedIn } from '../../../db/queries/evaluation-boards.ts';
import { allUnits, peopleByIds } from '../../../db/queries/people.ts';
import type { EvaluationStatus } from '../../core/evaluation/content.ts';
import { dueOn, type EvaluationPeriod } from '../../core/evaluation/period.ts';
import { lockFor } from '../../core/evaluation/period-lock.ts';
import { addDays } from '../../core/local-time.ts';
import { type Block, type Button, type Inline, type Message, say, withButtons } from '../../core/message.ts';
import { canLockPeriods } from '../../core/permissions.ts';
import { unitChain } from '../../core/rules.ts';
import { withUnitsBelow } from '../../core/unit-tree.ts';
import { loadRules } from '../calendar-facts.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Services } from '../services.ts';
import type { Session } from '../session.ts';
import { periodicNow } from './begin-board.ts';
import { evaluationButton } from './button.ts';
import { readUnitAndPeriod } from './unit-argument.ts';

/** How many people of a unit are evaluated in a period, and how their evaluations stand; the states sum to `people`. */
export interface UnitProgress {
  unitId: string;
  unit: string;
  people: number;
  counts: Record<EvaluationStatus | 'none', number>;
}

const MAX_UNITS = 15;
const MAX_PEOPLE = 20;
/** Days after its due date for which HR sees an unfinished period beside today's reports. */
const SEASON_DAYS = 30;

/** Answers `evaluasi unit [unit] [period]`, for HR. */
export async function progressCommand(session: Session, args: string): Promise<Outcome> {
  const { person, t } = session;
  if (!canLockPeriods(person)) return answered(say(t.evaluation.board.progress.onlyHr()));
  const read = await readUnitAndPeriod(session, args, await periodicNow(session));
  return read.ok ? progressBoard(session, read.unit?.id ?? null, read.period) : answered(say(read.text));
}

/** Who is evaluated and who is not, by unit, with whose turn it is; and what HR can do about the period. */
export async function progressBoard(
  session: Session,
  unitId: string | null,
  period: EvaluationPeriod,
): Promise<Outcome> {
  const { services, person, t } = session;
  const texts = t.evaluation.board.progress;
  if (!canLockPeriods(person)) return answered(say(texts.onlyHr()));
  const units = await services.store.all(allUnits());
  const unit = units.find(({ id }) => id === unitId) ?? null;
  const within = unit ? withUnitsBelow([unit.id], units) : null;
  const progress = (await progressByUnit(services, period)).filter(
    (one) => within === null || within.has(one.unitId),
  );
  const name = t.period(period.text);
  const title = texts.title(name, unit?.name ?? t.evaluation.board.lock.everywhere());
  if (progress.length === 0) return answered(say({ kind: 'title', text: title }, texts.nobody()));
  const places = new Map(units.map((one) => [one.id, one]));
  const locks = await services.store.all(periodLocksOf({ period: period.text }));
  const locked = lockFor(locks, unit ? unitChain(unit.id, places) : []) !== null;
  const buttons: Button[] = [
    evaluationButton(
      'pattern',
      t.evaluation.board.pattern.title(unit?.name ?? '', name),
      unitId,
      period.text,
    ),
  ].filter(() => unit !== null);
  const lock = locked
    ? evaluationButton('unlock', t.evaluation.board.lock.openButton(), unitId, period.text)
    : evaluationButton('lock', t.evaluation.board.lock.button(), unitId, period.text);
  return answered(
    withButtons(
      say(
        { kind: 'title', text: title },
        ...(locked ? [texts.locked()] : []),
        ...countBlocks(session, progress),
        ...(await missingBlocks(session, period, within)),
      ),
      buttons,
      [lock],
    ),
  );
}

/** How the evaluations of a period stand by unit; a fixed number of queries, whatever is done already. */
async function progressByUnit(
  { store }: Pick<Services, 'store'>,
  period: EvaluationPeriod,
): Promise<UnitProgress[]> {
  const [units, people, states] = await Promise.all([
    store.all(allUnits()),
    store.all(evaluatedByUnit(period.to)),
    store.all(evaluationStates(period.text)),
  ]);
  return units.flatMap(({ id, name }) => {
    const total = people.find(({ unitId }) => unitId === id)?.count ?? 0;
    const counts = { none: 0, open: 0, submitted: 0, returned: 0, rated: 0, locked: 0 };
    for (const { unitId, status, count } of states) if (unitId === id) counts[status] += count;
    const begun = counts.open + counts.submitted + counts.returned + counts.rated + counts.locked;
    const all = Math.max(total, begun);
    return all === 0
      ? []
      : [{ unitId: id, unit: name, people: all, counts: { ...counts, none: all - begun } }];
  });
}

/** The line about the running evaluation that HR sees with `kendali`; null outside its season, or once all is done. */
export async function seasonMessage(session: Session): Promise<Message | null> {
  const { services, t, today } = session;
  const period = await periodicNow(session);
  const rules = (await loadRules(services.store))(today, session.person.unitId);
  if (today > addDays(dueOn(period, rules), SEASON_DAYS)) return null;
  const progress = await progressByUnit(services, period);
  const { people, counts } = sumOf(progress);
  const done = counts.rated + counts.locked;
  if (people === 0 || done === people) return null;
  const texts = t.evaluation.board.progress;
  const name = texts.short(t.period(period.text));
  return withButtons(
    say({ kind: 'line', parts: [{ bold: name }] }, texts.total(people, done), texts.counts(counts)),
    [evaluationButton('board', name, null, period.text)],
  );
}

function countBlocks({ t }: Session, progress: readonly UnitProgress[]): Block[] {
  const texts = t.evaluation.board.progress;
  const all = sumOf(progress);
  const open = (one: UnitProgress) => one.people - one.counts.rated - one.counts.locked;
  const sorted = [...progress].sort((a, b) => open(b) - open(a) || (a.unit < b.unit ? -1 : 1));
  const shown = sorted.length <= MAX_UNITS + 1 ? sorted : sorted.slice(0, MAX_UNITS);
  const rest = sorted.slice(shown.length);
  const items = shown.map((one): Inline[] => [{ bold: one.unit }, `: ${texts.counts(one.counts)}`]);
  if (rest.length > 0)
    items.push([{ bold: texts.others(rest.length) }, `: ${texts.counts(sumOf(rest).counts)}`]);
  return [
    { kind: 'line', parts: [texts.total(all.people, all.counts.rated + all.counts.locked)] },
    { kind: 'list', items },
  ];
}

/** Who is not rated yet, and whose turn it is. */
async function missingBlocks(
  { services, t }: Session,
  period: EvaluationPeriod,
  within: ReadonlySet<string> | null,
): Promise<Block[]> {
  const texts = t.evaluation.board.progress;
  const rows = await services.store.all(
    unevaluatedIn(period.text, period.to, within && [...within], MAX_PEOPLE + 1),
  );
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MAX_PEOPLE);
  const ids = [...new Set(shown.flatMap((row) => row.evaluatorId ?? row.supervisorId ?? []))];
  const names = new Map((await services.store.all(peopleByIds(ids))).map(({ id, name }) => [id, name]));
  const items = shown.map((row): Inline[] => {
    const state = row.status === null ? texts.notBegun() : t.evaluation.status(row.status).toLowerCase();
    const rater = names.get(row.evaluatorId ?? row.supervisorId ?? '') ?? texts.noSupervisor();
    const waitsForRater = row.status === 'submitted' || row.supervisorId === null;
    return [texts.person(row.name, state, waitsForRater ? rater : row.name)];
  });
  const blocks: Block[] = [
    { kind: 'line', parts: [{ bold: texts.missing() }] },
    { kind: 'list', items },
  ];
  return rows.length > shown.length ? [...blocks, { kind: 'note', text: texts.andMore() }] : blocks;
}

function sumOf(progress: readonly UnitProgress[]): Pick<UnitProgress, 'people' | 'counts'> {
  const counts = { none: 0, open: 0, submitted: 0, returned: 0, rated: 0, locked: 0 };
  for (const one of progress)
    for (const state of Object.keys(counts) as (keyof typeof counts)[]) counts[state] += one.counts[state];
  return { people: progress.reduce((total, one) => total + one.people, 0), counts };
}
