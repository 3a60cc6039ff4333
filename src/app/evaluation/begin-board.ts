import { achievementForm } from '../../../conversations/achievement.ts';
import { unlockForm } from '../../../conversations/evaluation.ts';
import { allUnits, peopleByIds } from '../../../db/queries/people.ts';
import type { EvaluationPeriod } from '../../core/evaluation/period.ts';
import { lastPeriodicBefore } from '../../core/evaluation/period.ts';
import { say, withButtons } from '../../core/message.ts';
import { canLockPeriods } from '../../core/permissions.ts';
import { loadRules } from '../calendar-facts.ts';
import { begin } from '../drafts.ts';
import { answered, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { achievementProblem } from './achievement.ts';
import { evaluationButton } from './button.ts';
import { achievementOf } from './case.ts';
import { newDraft } from './draft.ts';
import { askToLock, unlockPeriod, unlockProblem } from './lock.ts';
import { readUnitAndPeriod } from './unit-argument.ts';

/** Answers `capaian <unit> <period>`: what was set and by whom, with a button for whoever sets it. */
export async function achievementCommand(session: Session, args: string): Promise<Outcome> {
  const { services, t } = session;
  const texts = t.evaluation.board.achievement;
  const read = await readUnitAndPeriod(session, args, await periodicNow(session));
  if (!read.ok) return answered(say(read.text));
  const { unit, period } = read;
  if (!unit) return answered(say(texts.howto()));
  const name = t.period(period.text);
  const row = await achievementOf(services.store, unit.id, period.text);
  const problem = await achievementProblem(session, unit, period);
  if (!row)
    return problem
      ? answered(say(texts.unset(unit.name, name), problem))
      : beginFor(session, unit.id, period);
  const [setBy] = await services.store.all(peopleByIds([row.setBy]));
  const level = t.evaluation.achievement(row.level);
  const message = say(
    texts.set(unit.name, name, level, setBy?.name ?? t.evaluation.hr()),
    ...(row.note ? [texts.basis(row.note)] : []),
    ...(problem ? [problem] : []),
  );
  return answered(
    problem
      ? message
      : withButtons(message, [evaluationButton('achieve', texts.change(), unit.id, period.text)]),
  );
}

/** Begins to set the achievement of a unit. */
export async function beginAchievement(
  session: Session,
  unitId: string | null,
  period: EvaluationPeriod,
): Promise<Outcome> {
  const { services, t } = session;
  const unit = (await services.store.all(allUnits())).find(({ id }) => id === unitId);
  if (!unit) return toast(t.problem.gone());
  const problem = await achievementProblem(session, unit, period);
  return problem ? answered(say(problem)) : beginFor(session, unit.id, period);
}

function beginFor(session: Session, unitId: string, period: EvaluationPeriod): Promise<Outcome> {
  return begin(session, newDraft(session, achievementForm.id, { unitId, period: period.text }));
}

/** Answers `kunci <period> [unit]`. */
export async function lockCommand(session: Session, args: string): Promise<Outcome> {
  const { person, t } = session;
  if (!canLockPeriods(person)) return answered(say(t.evaluation.board.lock.onlyHr()));
  if (args.trim() === '') return answered(say(t.evaluation.board.lock.howto()));
  const read = await readUnitAndPeriod(session, args, null);
  return read.ok ? askToLock(session, read.unit?.id ?? null, read.period) : answered(say(read.text));
}

/** Answers `buka <period> [unit] <reason>`; without a reason it is asked for. */
export async function unlockCommand(session: Session, args: string): Promise<Outcome> {
  const { person, t } = session;
  if (!canLockPeriods(person)) return answered(say(t.evaluation.board.lock.onlyHr()));
  const [first = '', ...words] = args.trim().split(/\s+/);
  if (first === '') return answered(say(t.evaluation.board.lock.openHowto()));
  const read = await readUnitAndPeriod(session, first, null);
  if (!read.ok) return answered(say(read.text));
  const { unitId, reason } = await unitThenReason(session, words);
  return reason === ''
    ? beginUnlock(session, unitId, read.period)
    : unlockPeriod(session, unitId, read.period, reason);
}

/** Begins to open a locked period: the reason is asked for. */
export async function beginUnlock(
  session: Session,
  unitId: string | null,
  period: EvaluationPeriod,
): Promise<Outcome> {
  const problem = await unlockProblem(session, unitId, period);
  if (problem) return answered(say(problem));
  return begin(session, newDraft(session, unlockForm.id, { unitId: unitId ?? '', period: period.text }));
}

/** The longest beginning that is the whole name of a unit is the unit, what follows is the reason. */
async function unitThenReason(
  { services }: Session,
  words: readonly string[],
): Promise<{ unitId: string | null; reason: string }> {
  const units = await services.store.all(allUnits());
  for (let count = words.length; count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ').toLowerCase();
    const unit = units.find((one) => one.name.toLowerCase() === name);
    if (unit) return { unitId: unit.id, reason: words.slice(count).join(' ') };
  }
  return { unitId: null, reason: words.join(' ') };
}

/** The period that boards are about where none is named: the last one that is over. */
export async function periodicNow({ services, person, today }: Session): Promise<EvaluationPeriod> {
  const rules = (await loadRules(services.store))(today, person.unitId);
  return lastPeriodicBefore(today, rules.evaluationPeriod);
}
