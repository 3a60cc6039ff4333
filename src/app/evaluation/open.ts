import { periodLocksOf } from '../../../db/queries/achievements.ts';
import {
  type EvaluationRow,
  evaluationOf,
  evaluationsWaitingFor,
  insertEvaluation,
  insertTrail,
} from '../../../db/queries/evaluations.ts';
import { allUnits, personById } from '../../../db/queries/people.ts';
import { planVersionsOf } from '../../../db/queries/plan-versions.ts';
import { first } from '../../../db/store.ts';
import { encodeAction } from '../../core/action.ts';
import { type EvaluationPeriod, periodsOver, readEvaluationPeriod } from '../../core/evaluation/period.ts';
import { lockFor } from '../../core/evaluation/period-lock.ts';
import { addDays, longDate } from '../../core/local-time.ts';
import { say, withButtons } from '../../core/message.ts';
import { isExpectedToReport } from '../../core/permissions.ts';
import { unitChain } from '../../core/rules.ts';
import { loadRules } from '../calendar-facts.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { evaluationButton } from './button.ts';
import { caseOf } from './case.ts';
import { entriesOf, evaluatedPlan, newContent } from './proposals.ts';
import { stepRow } from './trail.ts';
import { evaluationMessage } from './view.ts';

/** Answers `evaluasi [period]`: the person's own evaluation, of the period that is due if none is named. */
export async function ownEvaluation(session: Session, args: string): Promise<Outcome> {
  const { t } = session;
  if (args.trim() !== '') {
    const reading = readEvaluationPeriod(args);
    if (!reading.ok) return answered(say(readingProblem(session, reading)));
    return openPeriod(session, reading.period);
  }
  const { services, person, today } = session;
  const rules = (await loadRules(services.store))(today, person.unitId);
  const periods = periodsOver(today, rules.evaluationPeriod);
  const known = await Promise.all(
    periods.map((period) =>
      first(services.store, evaluationOf({ personId: person.id, period: period.text })),
    ),
  );
  const isDone = (row: EvaluationRow | null) =>
    row !== null && row.status !== 'open' && row.status !== 'returned';
  const started = periods.filter((period) => period.to >= person.activeFrom && period.year >= 2022);
  const due = started.find((period) => !isDone(known[periods.indexOf(period)] ?? null));
  const outcome = await openPeriod(session, due ?? started[0] ?? periods[0]!);
  const waiting = await services.store.all(evaluationsWaitingFor({ evaluatorId: person.id }));
  const shown = outcome.reply.messages[0];
  const others = started.filter((period) => period !== (due ?? started[0]));
  const buttons = [
    ...others.map((period) =>
      evaluationButton('begin', t.evaluation.button.begin(t.period(period.text)), null, period.text),
    ),
    ...(waiting.length > 0 ? [evaluationButton('team', t.evaluation.button.team(waiting.length), null)] : []),
  ];
  if (!shown || buttons.length === 0) return outcome;
  const [, ...more] = outcome.reply.messages;
  const messages = [withButtons(shown, ...buttons.map((button) => [button])), ...more];
  return { ...outcome, reply: { ...outcome.reply, messages } };
}

/** Shows the person's evaluation of a period, and begins it where it can begin. */
export async function openPeriod(session: Session, period: EvaluationPeriod): Promise<Outcome> {
  const { services, person, t, now, today, locale } = session;
  const texts = t.evaluation.problem;
  const refuse = (text: string) => answered(say(text));
  const { store } = services;
  const known = await first(store, evaluationOf({ personId: person.id, period: period.text }));
  const found = known && (await caseOf(services, known));
  if (found) return answered(await evaluationMessage(session, found));
  const name = t.period(period.text);
  if (!isExpectedToReport(person)) return refuse(texts.observer());
  if (today <= period.to) return refuse(texts.notOver(name, longDate(addDays(period.to, 1), locale)));
  if (period.to < person.activeFrom) return refuse(texts.notHere(name, longDate(person.activeFrom, locale)));
  const units = new Map((await store.all(allUnits())).map((unit) => [unit.id, unit]));
  if (lockFor(await store.all(periodLocksOf({ period: period.text })), unitChain(person.unitId, units)))
    return refuse(texts.locked(name));
  if (person.supervisorId === null) return refuse(texts.noSupervisor());
  const entries = await entriesOf(store, person.id, period);
  const plan = await evaluatedPlan(store, person.id, period, entries);
  if (!plan) return noPlan(session, period);
  const row: EvaluationRow = {
    id: services.newId(),
    personId: person.id,
    period: period.text,
    ...{ fromDate: period.from, toDate: period.to },
    ...{ unitId: person.unitId, evaluatorId: person.supervisorId },
    planVersionId: plan.version?.id ?? null,
    status: 'open',
    ...{ resultRating: null, behaviourRating: null },
    content: newContent(plan, entries, session),
    revision: 1,
    openedAt: now,
    ...{ submittedAt: null, ratedAt: null, ratedBy: null, lockedAt: null },
  };
  const begun = await caseOf(services, row);
  if (!begun) return refuse(t.problem.gone());
  return answered(
    await evaluationMessage(session, begun),
    insertEvaluation(row),
    insertTrail([stepRow(services, row, { action: 'opened', actorId: person.id, at: now })]),
  );
}

/** Says what is missing before a period can be evaluated, and who has to do what. */
async function noPlan(session: Session, period: EvaluationPeriod): Promise<Outcome> {
  const { services, person, t } = session;
  const texts = t.evaluation.problem;
  const versions = await services.store.all(planVersionsOf({ personId: person.id, year: period.year }));
  const proposed = versions.find(({ status }) => status === 'proposed');
  const supervisor = proposed?.supervisorId
    ? await first(services.store, personById({ id: proposed.supervisorId }))
    : null;
  const text = supervisor ? texts.planWaiting(period.year, supervisor.name) : texts.noPlan(period.year);
  return answered(
    withButtons(say(text), [
      { label: t.evaluation.button.plan(), action: encodeAction({ do: 'command', name: 'skp' }) },
    ]),
  );
}

/** Why a period was not understood, in a sentence. */
export function readingProblem(
  { t }: Pick<Session, 't'>,
  reading: Extract<ReturnType<typeof readEvaluationPeriod>, { ok: false }>,
): string {
  const texts = t.evaluation.problem;
  const { problem, period } = reading;
  if (problem.code === 'unclear' || !period) return texts.period();
  return texts.otherRules(t.period(period.text), problem.regime);
}
