import {
  insertPlanVersion,
  type PlanVersionRow,
  updatePlanVersion,
} from '../../../db/queries/plan-versions.ts';
import type { Statement } from '../../../db/store.ts';
import { longDate } from '../../core/local-time.ts';
import { type Block, type Message, type Reply, replyWith, say, withButtons } from '../../core/message.ts';
import { usualFrom } from '../../core/plan/agreement.ts';
import { emptyPlan, type PlanContent } from '../../core/plan/content.ts';
import { withoutResult } from '../../core/plan/edit.ts';
import type { PlanReason } from '../../core/plan/version.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { editable } from './access.ts';
import {
  baselineOf,
  newVersion,
  openVersion,
  type PlanFacts,
  type PlanServices,
  planFacts,
  step,
} from './facts.ts';
import { planOn } from './in-force.ts';
import { draftMessage } from './messages.ts';
import { planButton } from './view.ts';

/** Begins the plan of a year: empty, or with the work results of the year before. */
export async function startPlan(
  session: Session,
  year: number,
  from: 'nothing' | 'last_year',
): Promise<Outcome> {
  const { services, person, t, today } = session;
  if (!canDraft(year, today)) return answered(say(t.plan.refused.year(year)));
  const facts = await planFacts(services, person, year);
  const open = openVersion(facts);
  if (open) return answered(await draftMessage(session, open, facts));
  if (facts.unversioned || facts.versions.some(({ status }) => status === 'agreed'))
    return startChange(session, year, 'expectation');
  const last = from === 'last_year' ? await planOn(services.store, person.id, `${year - 1}-12-31`) : null;
  const content = last ? copyOf(last.content, services.newId) : emptyPlan;
  const { version, writes } = draftWrites(services, facts, content, 'first', person.id);
  return begun(session, facts, version, t.plan.started(year), writes);
}

/** Begins a change of the plan in force; what is in force stays so until the change is agreed. */
export async function startChange(session: Session, year: number, reason: PlanReason): Promise<Outcome> {
  const { services, person, t, locale } = session;
  const facts = await planFacts(services, person, year);
  const open = openVersion(facts);
  if (open) return answered(await draftMessage(session, open, facts));
  const draft = changeWrites(services, facts, reason, person.id);
  if (!draft) return answered(say(t.plan.refused.notInForce(year)));
  const said = t.plan.changeStarted(longDate(draft.version.fromDate, locale));
  return begun(session, facts, draft.version, said, draft.writes);
}

/** A new draft from what is in force or was agreed last, and what it writes; null where nothing was ever agreed. */
export function changeWrites(
  services: PlanServices,
  facts: PlanFacts,
  reason: PlanReason,
  actorId: string | null,
  from?: string,
): { version: PlanVersionRow; writes: Statement[] } | null {
  const baseline = baselineOf(services, facts);
  const agreed = facts.versions.filter(({ status }) => status === 'agreed');
  const latest = baseline ?? agreed.toSorted((a, b) => b.fromDate.localeCompare(a.fromDate))[0];
  if (!latest) return null;
  const all = baseline ? { ...facts, versions: [baseline, ...facts.versions] } : facts;
  const { version, writes } = draftWrites(services, all, latest.content, reason, actorId, from);
  return { version, writes: [...(baseline ? [insertPlanVersion(baseline)] : []), ...writes] };
}

/** Asks whether a draft is to be thrown away, or does so; what is in force is not touched. */
export async function discard(session: Session, id: string | null, sure: boolean): Promise<Outcome> {
  const { t, now, person } = session;
  const found = await editable(session, id);
  if ('refused' in found) return toast(found.refused);
  const { version, facts } = found;
  if (!sure)
    return edited(
      withButtons(say(t.plan.discardSure()), [
        { ...planButton(t.plan.button.discardYes(), 'discard!', version.id), style: 'danger' },
        planButton(t.button.back(), 'open', version.id),
      ]),
    );
  return edited(
    say(t.plan.discarded()),
    updatePlanVersion(version.id, version.revision, { status: 'withdrawn' }),
    step(facts, now, person.id, 'discarded', { version: version.id }).write,
  );
}

/** Asks whether a work result is to be removed from a draft, or removes it. */
export async function removeResult(
  session: Session,
  id: string | null,
  arg: string,
  sure: boolean,
): Promise<Outcome> {
  const { t } = session;
  const found = await editable(session, id);
  if ('refused' in found) return toast(found.refused);
  const { version, facts } = found;
  const result = version.content.results.find(({ number }) => String(number) === arg);
  if (!result) return toast(t.problem.gone());
  if (!sure)
    return edited(
      withButtons(say(t.plan.removeSure(result.number, result.title)), [
        { ...planButton(t.plan.button.removeYes(), 'remove!', version.id, arg), style: 'danger' },
        planButton(t.button.back(), 'open', version.id),
      ]),
    );
  const change = editContent(version, withoutResult(version.content, result.number));
  const message = await draftMessage(session, change.version, facts);
  const { reply } = edited(message);
  return { reply: { ...reply, toast: t.plan.removed(result.number) }, writes: [change.write] };
}

/** Which work result is to be changed or removed. */
export async function resultMenu(session: Session, id: string | null): Promise<Outcome> {
  const { t } = session;
  const found = await editable(session, id);
  if ('refused' in found) return toast(found.refused);
  const { version } = found;
  const items: Block = {
    kind: 'list',
    items: version.content.results.map(({ number, title }) => [t.workResult.named(number, title)]),
  };
  return edited(
    withButtons(
      say({ kind: 'line', parts: [{ bold: t.plan.which() }] }, items),
      ...version.content.results.map(({ number }) => [
        planButton(t.plan.button.edit(number), 'edit', version.id, String(number)),
        planButton(t.plan.button.remove(number), 'remove', version.id, String(number)),
      ]),
      [planButton(t.button.back(), 'open', version.id)],
    ),
  );
}

/** A version with another content, and the write that stores it if nobody was faster. */
export function editContent(
  version: PlanVersionRow,
  content: PlanContent,
  change: Partial<Pick<PlanVersionRow, 'fromDate' | 'reason'>> = {},
): { version: PlanVersionRow; write: Statement } {
  return {
    version: { ...version, ...change, content, revision: version.revision + 1 },
    write: updatePlanVersion(version.id, version.revision, { content, ...change }),
  };
}

/** Plans are drafted for this year and the next. */
export function canDraft(year: number, today: string): boolean {
  const now = Number(today.slice(0, 4));
  return year === now || year === now + 1;
}

function draftWrites(
  services: PlanServices,
  facts: PlanFacts,
  content: PlanContent,
  reason: PlanReason,
  actorId: string | null,
  from?: string,
): { version: PlanVersionRow; writes: Statement[] } {
  const usual = usualFrom(facts.versions, facts.dates);
  const fromDate = from !== undefined && from > usual ? from : usual;
  const version = newVersion(services, facts, { content, reason, fromDate });
  const started = step(facts, services.now(), actorId, 'started', { version: version.id, reason });
  return { version, writes: [insertPlanVersion(version), started.write] };
}

async function begun(
  session: Session,
  facts: PlanFacts,
  version: PlanVersionRow,
  said: string,
  writes: Statement[],
): Promise<Outcome> {
  const messages: Message[] = [say(said), await draftMessage(session, version, facts)];
  const reply: Reply = replyWith(...messages);
  return { reply, writes };
}

/** Last year's work results for a new year: with ids of their own and without dates and supports of the old year. */
function copyOf(content: PlanContent, newId: () => string): PlanContent {
  return {
    ...content,
    results: content.results.map((result, index) => ({
      ...result,
      ...{ id: newId(), number: index + 1, supports: null, method: null },
      indicators: result.indicators.map((indicator) => ({ ...indicator, dueOn: null })),
    })),
  };
}
