import { personById } from '../../../db/queries/people.ts';
import { type PlanVersionRow, planVersionById } from '../../../db/queries/plan-versions.ts';
import { first } from '../../../db/store.ts';
import { localDate, longDate } from '../../core/local-time.ts';
import { canDecidePlan, canReadPlan } from '../../core/permissions.ts';
import { type Agreement, earliestFrom } from '../../core/plan/agreement.ts';
import type { Session } from '../session.ts';
import { type PlanFacts, planFacts } from './facts.ts';
import type { Reader } from './view.ts';

/** A version with everything about its plan. */
export interface Found {
  version: PlanVersionRow;
  facts: PlanFacts;
}

/** A version that can be used, or the one sentence that says who has to do what next. */
export type Access = Found | { refused: string };

/** A version that its owner may change now. */
export async function editable(session: Session, id: string | null): Promise<Access> {
  const { t, person } = session;
  const found = await versionFor(session, id);
  if (!found) return { refused: t.problem.gone() };
  const { version, facts } = found;
  if (version.personId !== person.id) return { refused: t.plan.refused.notYours() };
  if (version.status === 'draft' || version.status === 'returned') return found;
  if (version.status === 'proposed')
    return { refused: t.plan.refused.waiting(await nameOf(session, version.supervisorId)) };
  return { refused: await settledSentence(session, version, facts) };
}

/** A proposed version that the present supervisor of its owner may decide about. */
export async function decidable(session: Session, id: string | null): Promise<Access> {
  const { t, person } = session;
  const found = await versionFor(session, id);
  if (!found) return { refused: t.problem.gone() };
  const { version, facts } = found;
  if (!canDecidePlan(person, facts.owner))
    return { refused: t.plan.refused.onlySupervisor(facts.owner.name) };
  return version.status === 'proposed' ? found : { refused: await settledSentence(session, version, facts) };
}

/** A version that somebody may read: their own, or one that was put to them as the supervisor. */
export async function readable(session: Session, id: string | null): Promise<Access> {
  const { t, person } = session;
  const found = await versionFor(session, id);
  if (!found) return { refused: t.problem.gone() };
  const { version, facts } = found;
  if (version.personId === person.id) return found;
  if (!canReadPlan(person, facts.owner)) return { refused: t.plan.refused.notYours() };
  if (version.status === 'proposed' || version.status === 'agreed') return found;
  return { refused: await settledSentence(session, version, facts) };
}

/** A version by id, whoever asks; null where it is gone. */
export async function versionFor({ services }: Session, id: string | null): Promise<Found | null> {
  const row = id === null ? null : await first(services.store, planVersionById({ id }));
  const owner = row && (await first(services.store, personById({ id: row.personId })));
  if (!row || !owner) return null;
  const facts = await planFacts(services, owner, row.year);
  const version = facts.versions.find((one) => one.id === row.id);
  return version ? { version, facts } : null;
}

/** Why a version cannot be decided about or changed any more, or not yet. */
async function settledSentence(
  session: Session,
  version: PlanVersionRow,
  { owner }: PlanFacts,
): Promise<string> {
  const { t } = session;
  switch (version.status) {
    case 'agreed':
      return t.plan.refused.agreed(await nameOf(session, version.decidedBy), longDateOf(session, version));
    case 'withdrawn':
      return t.plan.refused.withdrawn(owner.name);
    case 'returned':
      return t.plan.refused.returned(owner.name);
    default:
      return t.plan.refused.stillDraft(owner.name);
  }
}

/** Why a version cannot be agreed from a date, and what to do about it. */
export function dateSentence(
  { t, locale }: Reader,
  facts: PlanFacts,
  { earliest }: Extract<Agreement, { problem: string }>,
): string {
  return earliest === null
    ? t.plan.refused.noDate(facts.year)
    : t.plan.refused.date(longDate(earliest, locale));
}

/** The earliest date from which a version can be agreed; null: the whole year is taken or locked. */
export function earliestOf({ versions, dates }: PlanFacts, version: PlanVersionRow): string | null {
  return earliestFrom(
    versions.filter(({ id }) => id !== version.id),
    dates,
  );
}

/** The name of a person; a dash where there is none. */
export async function nameOf({ services }: Pick<Session, 'services'>, id: string | null): Promise<string> {
  const person = id === null ? null : await first(services.store, personById({ id }));
  return person?.name ?? '–';
}

function longDateOf({ locale, zone }: Session, { decidedAt }: PlanVersionRow): string {
  return decidedAt === null ? '–' : longDate(localDate(decidedAt, zone), locale);
}
