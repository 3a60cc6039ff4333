import { type PlanVersionRow, updatePlanVersion } from '../../../db/queries/plan-versions.ts';
import type { Statement } from '../../../db/store.ts';
import { type Block, say, withButtons } from '../../core/message.ts';
import { isComplete } from '../../core/plan/check.ts';
import { isSamePlan } from '../../core/plan/edit.ts';
import { versionOn } from '../../core/plan/version.ts';
import { notify } from '../notices.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { dateSentence, earliestOf, editable, nameOf, versionFor } from './access.ts';
import { checkBlocks, findingsOf } from './check-view.ts';
import { step } from './facts.ts';
import { draftMessage } from './messages.ts';
import { planButton } from './view.ts';

/** Puts a complete draft to the supervisor of now. */
export async function propose(session: Session, id: string | null): Promise<Outcome> {
  const { services, person, t, now } = session;
  const found = await editable(session, id);
  if ('refused' in found) return toast(found.refused);
  const { version, facts } = found;
  const { supervisorId } = person;
  if (supervisorId === null) return answered(say(t.plan.refused.noSupervisor()));
  const findings = await findingsOf(services.store, facts, version.content);
  if (!isComplete(findings))
    return answered(
      withButtons(say(t.plan.refused.incomplete(), ...checkBlocks(session, findings)), [
        planButton(t.plan.button.open(), 'open', version.id),
      ]),
    );
  const inForce = versionOn(facts.versions, version.fromDate)?.content ?? facts.unversioned;
  if (inForce && isSamePlan(inForce, version.content)) return toast(t.plan.refused.unchanged());
  const earliest = earliestOf(facts, version);
  if (earliest === null || version.fromDate < earliest)
    return answered(say(dateSentence(session, facts, { problem: 'not_before', earliest })));
  const change = {
    ...{ status: 'proposed' as const, proposedAt: now, remark: null, decidedAt: null, decidedBy: null },
    ...{ supervisorId, unitId: person.unitId, position: person.position },
  };
  const proposed = { ...version, ...change, revision: version.revision + 1 };
  const message = await draftMessage(session, proposed, facts);
  const said: Block = { kind: 'line', parts: [t.plan.proposedTo(await nameOf(session, supervisorId))] };
  return edited(
    { ...message, blocks: [said, ...message.blocks] },
    updatePlanVersion(version.id, version.revision, change),
    step(facts, now, person.id, 'proposed', { version: version.id }).write,
    proposalNotice(proposed, supervisorId, now),
  );
}

/** Takes a proposal back; everything in it is kept as a draft. */
export async function withdraw(session: Session, id: string | null): Promise<Outcome> {
  const { person, t, now } = session;
  const found = await versionFor(session, id);
  if (!found) return toast(t.problem.gone());
  const { version, facts } = found;
  if (version.status !== 'proposed' || version.personId !== person.id) {
    const allowed = await editable(session, id);
    return toast('refused' in allowed ? allowed.refused : t.draft.alreadyDone());
  }
  const draft = { ...version, status: 'draft' as const, revision: version.revision + 1 };
  const message = await draftMessage(session, draft, facts);
  const said = t.plan.withdrawnFrom(await nameOf(session, version.supervisorId));
  return edited(
    { ...message, blocks: [{ kind: 'line', parts: [said] }, ...message.blocks] },
    updatePlanVersion(version.id, version.revision, { status: 'draft' }),
    step(facts, now, person.id, 'withdrawn', { version: version.id }).write,
  );
}

/** The notice of a proposal for a supervisor; one for each time that it is proposed or handed over. */
export function proposalNotice(
  { id, revision, proposedAt }: Pick<PlanVersionRow, 'id' | 'revision' | 'proposedAt'>,
  supervisorId: string,
  now: number,
): Statement {
  const payload = { versionId: id, at: proposedAt ?? now };
  return notify('plan_proposed', `plan_proposed:${id}:${revision}`, supervisorId, payload, now);
}
