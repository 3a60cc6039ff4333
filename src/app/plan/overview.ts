import { nobodyFound } from '../../../conversations/staff-parts.ts';
import { peopleByIds, subordinatesOf } from '../../../db/queries/people.ts';
import { plansWaitingFor } from '../../../db/queries/plan-versions.ts';
import { findPerson } from '../../core/find-person.ts';
import { localDate, longDate, shortDate } from '../../core/local-time.ts';
import { type Button, type Inline, type Message, replyWith, say, withButtons } from '../../core/message.ts';
import { canDecidePlan, canReadPlan, isExpectedToReport } from '../../core/permissions.ts';
import { versionOn } from '../../core/plan/version.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { readable } from './access.ts';
import { checkBlocks, findingsOf } from './check-view.ts';
import { canDraft } from './draft.ts';
import { openVersion, type PlanFacts, planFacts } from './facts.ts';
import { type PlanInForce, planOn } from './in-force.ts';
import { draftMessage, inForceMessage } from './messages.ts';
import { annexBlocks, behaviourBlocks, planButton, spanLine } from './view.ts';

/** Months (1 to 12) from which next year's plan is offered. */
const NEXT_YEAR_FROM = 10;

/** The own plan of a year: what is in force, what is being drafted, and what waits for the own decision. */
export async function showPlan(session: Session, year: number): Promise<Outcome> {
  const { services, person, t, today } = session;
  const facts = await planFacts(services, person, year);
  const inForce = await currentPlan(session, facts);
  const open = openVersion(facts);
  const messages: Message[] = [
    ...(inForce
      ? [inForceMessage(session, inForce, year, { name: person.name, own: true, changing: open !== null })]
      : []),
    ...(open ? [await draftMessage(session, open, facts)] : []),
  ];
  const begin = messages.length === 0 && isExpectedToReport(person) ? await beginButtons(session, year) : [];
  if (begin.length > 0) messages.push(withButtons(say(t.plan.none(year)), begin));
  const next = Number(today.slice(0, 4)) + 1;
  if (messages.length > 0 && year === next - 1 && Number(today.slice(5, 7)) >= NEXT_YEAR_FROM) {
    const coming = await planFacts(services, person, next);
    const last = messages[messages.length - 1]!;
    if (coming.versions.length === 0 && inForce)
      messages[messages.length - 1] = withButtons(last, [
        planButton(t.plan.button.start(next), 'show', null, String(next)),
      ]);
  }
  const waiting = await waitingMessage(session);
  if (waiting) messages.push(waiting);
  if (messages.length === 0) messages.push(say(t.plan.absent(year)));
  return { reply: replyWith(...messages), writes: [] };
}

/** The plan of somebody in the own team, for their supervisor. */
export async function showTeamPlan(session: Session, text: string): Promise<Outcome> {
  const { services, person, t, today } = session;
  const found = findPerson(text, await services.store.all(subordinatesOf({ supervisorId: person.id })));
  if (!found.ok && found.problem === 'several') return answered(say(nobodyFound(text, found, t)));
  if (!found.ok || !canReadPlan(person, found.person)) return answered(say(t.plan.refused.nobody(text)));
  const employee = found.person;
  const year = Number(today.slice(0, 4));
  const facts = await planFacts(services, employee, year);
  const inForce = await currentPlan(session, facts);
  const open = openVersion(facts);
  const message = inForce
    ? inForceMessage(session, inForce, year, { name: employee.name, own: false, changing: false })
    : say(t.plan.noneOf(employee.name, year));
  const proposal =
    open?.status === 'proposed' ? [planButton(t.plan.button.show(employee.name), 'review', open.id)] : [];
  return answered(withButtons(message, proposal));
}

/** The three annexes of the plan in force, or of the draft where nothing is in force. */
export async function showAnnexes(session: Session, year: number): Promise<Outcome> {
  const { t, person, services } = session;
  const facts = await planFacts(services, person, year);
  const open = openVersion(facts);
  const content = (await currentPlan(session, facts))?.content ?? open?.content;
  if (!content) return showPlan(session, year);
  const message = say(
    { kind: 'title', text: t.plan.annexes.title(year) },
    ...annexBlocks(session, content, 'all'),
  );
  return answered(
    open && open.status !== 'proposed'
      ? withButtons(message, [planButton(t.plan.button.editAnnexes(), 'annex_form', open.id)])
      : message,
  );
}

/** The seven behaviours with their guides and expectations, of a version or of the plan of a year. */
export async function showBehaviours(session: Session, id: string | null, year: number): Promise<Outcome> {
  const { t, person, services } = session;
  const found = id === null ? null : await readable(session, id);
  if (found && 'refused' in found) return answered(say(found.refused));
  const facts = found?.facts ?? (await planFacts(services, person, year));
  const content =
    found?.version.content ?? (await currentPlan(session, facts))?.content ?? openVersion(facts)?.content;
  if (!content) return showPlan(session, year);
  return answered(
    say({ kind: 'title', text: t.plan.behaviours.title(facts.year) }, ...behaviourBlocks(session, content), {
      kind: 'note',
      text: t.plan.behaviours.howto(),
    }),
  );
}

/** Every version of the own plan with its dates and who agreed. */
export async function showVersions(session: Session, year: number): Promise<Outcome> {
  const { services, person, t, locale, today } = session;
  const { versions } = await planFacts(services, person, year);
  if (versions.length === 0) return showPlan(session, year);
  const ids = [...new Set(versions.flatMap(({ decidedBy }) => decidedBy ?? []))];
  const people = ids.length > 0 ? await services.store.all(peopleByIds(ids)) : [];
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const items = versions.map((version): Inline[] => {
    const { number, status, reason, fromDate, toDate, decidedBy } = version;
    const date = (day: string) => shortDate(day, locale, today);
    const span = status === 'withdrawn' ? null : t.plan.inForce(date(fromDate), toDate && date(toDate));
    const by =
      status === 'agreed' && decidedBy ? t.plan.versions.agreedBy(names.get(decidedBy) ?? '–') : null;
    const parts = [t.plan.versions.line(t.plan.status(status), t.plan.reason(reason)), span, by];
    return [{ bold: t.plan.version(number) }, `: ${parts.filter(Boolean).join(' · ')}`];
  });
  const buttons = versions
    .filter(({ status }) => status === 'agreed')
    .map(({ id, number }) => planButton(t.plan.version(number), 'version', id));
  return answered(
    withButtons(say({ kind: 'title', text: t.plan.versions.title(year) }, { kind: 'list', items }), buttons),
  );
}

/** One agreed version as it was or is in force. */
export async function showVersion(session: Session, id: string | null): Promise<Outcome> {
  const found = await readable(session, id);
  if ('refused' in found) return answered(say(found.refused));
  const { version, facts } = found;
  const about = { name: facts.owner.name, own: false, changing: false };
  return answered(inForceMessage(session, { version, content: version.content }, version.year, about));
}

/** The check of a version, or of the draft or plan of a year. */
export async function showCheck(session: Session, id: string | null, year: number): Promise<Outcome> {
  const { services, person, t } = session;
  const found = id === null ? null : await readable(session, id);
  if (found && 'refused' in found) return answered(say(found.refused));
  const facts = found?.facts ?? (await planFacts(services, person, year));
  const version = found?.version ?? openVersion(facts);
  const content = version?.content ?? (await currentPlan(session, facts))?.content;
  if (!content) return showPlan(session, year);
  const findings = await findingsOf(services.store, facts, content);
  const message = say(
    { kind: 'title', text: t.plan.check.title() },
    { kind: 'note', text: spanLine(session, content, null) },
    ...checkBlocks(session, findings),
  );
  const own = version && version.personId === person.id && version.status !== 'agreed';
  return answered(
    own ? withButtons(message, [planButton(t.plan.button.open(), 'open', version.id)]) : message,
  );
}

/** The plan of a year that is in force today, or at the nearest end of a year that is not the present one. */
function currentPlan(
  { services, today }: Session,
  { owner, year, versions }: PlanFacts,
): Promise<PlanInForce | null> {
  const date = today < `${year}-01-01` ? `${year}-01-01` : today > `${year}-12-31` ? `${year}-12-31` : today;
  const coming = versions.filter(({ status }) => status === 'agreed').at(-1);
  const shown = versionOn(versions, date) === null && coming ? coming.fromDate : date;
  return planOn(services.store, owner.id, shown);
}

/** The ways to begin a plan of a year: empty, or from the one of the year before. */
async function beginButtons({ services, person, t, today }: Session, year: number): Promise<Button[]> {
  if (!canDraft(year, today)) return [];
  const last = await planOn(services.store, person.id, `${year - 1}-12-31`);
  const arg = String(year);
  return [
    { ...planButton(t.plan.button.start(year), 'start', null, arg), style: 'primary' },
    ...(last ? [planButton(t.plan.button.copy(year - 1), 'copy', null, arg)] : []),
  ];
}

/** Proposals that wait for the own decision; null where there are none. */
async function waitingMessage({ services, person, t, locale, zone }: Session): Promise<Message | null> {
  const waiting = await services.store.all(plansWaitingFor({ supervisorId: person.id }));
  if (waiting.length === 0) return null;
  const owners = await services.store.all(peopleByIds(waiting.map(({ personId }) => personId)));
  const shown = waiting.flatMap((version) => {
    const owner = owners.find(({ id }) => id === version.personId);
    return owner && canDecidePlan(person, owner) ? [{ version, owner }] : [];
  });
  if (shown.length === 0) return null;
  const items = shown.map(({ version, owner }): Inline[] => [
    t.plan.waiting.line(owner.name, version.year, longDate(localDate(version.proposedAt ?? 0, zone), locale)),
  ]);
  return withButtons(
    say({ kind: 'title', text: t.plan.waiting.title() }, { kind: 'list', items }),
    ...shown.map(({ version, owner }) => [planButton(t.plan.button.show(owner.name), 'review', version.id)]),
  );
}
