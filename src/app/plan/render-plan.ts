import { auditById } from '../../../db/queries/calendar.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import { planVersionById } from '../../../db/queries/plan-versions.ts';
import { first } from '../../../db/store.ts';
import { localDate, longDate } from '../../core/local-time.ts';
import { type Block, say, withButtons } from '../../core/message.ts';
import { canDecidePlan } from '../../core/permissions.ts';
import { textsOf } from '../../i18n/texts.ts';
import { accountFor, personOf, plain, type Renderer, skip } from '../rendered.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';
import { planFacts } from './facts.ts';
import { draftMessage, inForceMessage, proposalMessage } from './messages.ts';
import { planButton } from './view.ts';

/** A proposed plan, for the supervisor of now. */
export const planProposed: Renderer<'plan_proposed'> = async (services, row, { versionId, at }) => {
  const supervisor = await personOf(services, row.personId);
  const found = await versionWithOwner(services, versionId);
  if (!supervisor || !found) return skip('gone');
  const { version, owner } = found;
  if (!canDecidePlan(supervisor, owner)) return skip('not_supervisor');
  if (version.status !== 'proposed' || version.proposedAt !== at) return skip('not_waiting');
  const to = await accountFor(services, supervisor, 'supervisor');
  if ('skip' in to) return to;
  const facts = await planFacts(services, owner, version.year);
  return plain(to, await proposalMessage(readerOf(services, supervisor), version, facts));
};

/** What became of a proposal, for its owner. */
export const planDecided: Renderer<'plan_decided'> = async (services, row, { versionId, at }) => {
  const found = await versionWithOwner(services, versionId);
  if (!found || found.owner.id !== row.personId || !found.owner.active) return skip('gone');
  const { version, owner } = found;
  if (version.decidedAt !== at) return skip('decided_again');
  if (version.status !== 'agreed' && version.status !== 'returned') return skip('not_decided');
  const to = await accountFor(services, owner, 'employee');
  if ('skip' in to) return to;
  const reader = readerOf(services, owner);
  const { t } = reader;
  const by = (await personOf(services, version.decidedBy))?.name ?? '–';
  if (version.status === 'agreed') {
    const about = { name: owner.name, own: true, changing: false };
    const message = inForceMessage(reader, { version, content: version.content }, version.year, about);
    const said: Block[] = [
      { kind: 'line', parts: [t.plan.notice.agreed(by, version.year)] },
      { kind: 'note', text: t.plan.notice.fixed() },
    ];
    return plain(to, { ...message, blocks: [...said, ...message.blocks] });
  }
  const message = say(
    { kind: 'title', text: t.plan.notice.returned(by, version.year) },
    ...(version.remark ? [{ kind: 'quote' as const, text: version.remark }] : []),
    { kind: 'note', text: t.plan.notice.next() },
  );
  return plain(to, withButtons(message, [planButton(t.plan.button.open(), 'open', version.id)]));
};

/** A question of the supervisor about a proposed plan, for its owner. */
export const planQuestion: Renderer<'plan_question'> = async (services, row, { versionId, stepId }) => {
  const found = await versionWithOwner(services, versionId);
  const asked = await first(services.store, auditById({ id: stepId }));
  const author = asked && (await personOf(services, asked.actorId));
  if (!found || found.owner.id !== row.personId || !asked || !author) return skip('gone');
  const { version, owner } = found;
  if (!canDecidePlan(author, owner)) return skip('not_supervisor');
  const to = await accountFor(services, owner, 'employee');
  if ('skip' in to) return to;
  const { t } = readerOf(services, owner);
  const message = say(
    { kind: 'title', text: t.plan.notice.question(author.name, version.year) },
    { kind: 'quote', text: String(asked.detail?.body ?? '') },
  );
  return plain(
    to,
    withButtons(message, [
      { ...planButton(t.plan.button.answer(), 'answer', version.id), style: 'primary' },
      planButton(t.plan.button.open(), 'open', version.id),
    ]),
  );
};

/** The answer of the owner of a proposed plan, for the supervisor of now. */
export const planAnswer: Renderer<'plan_answer'> = async (services, row, { versionId, stepId }) => {
  const supervisor = await personOf(services, row.personId);
  const found = await versionWithOwner(services, versionId);
  const given = await first(services.store, auditById({ id: stepId }));
  if (!supervisor || !found || !given) return skip('gone');
  const { version, owner } = found;
  if (!canDecidePlan(supervisor, owner)) return skip('not_supervisor');
  const to = await accountFor(services, supervisor, 'supervisor');
  if ('skip' in to) return to;
  const { t } = readerOf(services, supervisor);
  const message = say(
    { kind: 'title', text: t.plan.notice.answer(owner.name, version.year) },
    { kind: 'quote', text: String(given.detail?.body ?? '') },
  );
  return plain(to, withButtons(message, [planButton(t.plan.button.show(owner.name), 'review', version.id)]));
};

/** A draft that was prepared because its owner has moved. */
export const planMoved: Renderer<'plan_moved'> = async (services, row, { versionId }) => {
  const found = await versionWithOwner(services, versionId);
  if (!found || found.owner.id !== row.personId || !found.owner.active) return skip('gone');
  const { version, owner } = found;
  if (version.status !== 'draft') return skip('begun');
  const to = await accountFor(services, owner, 'employee');
  if ('skip' in to) return to;
  const reader = readerOf(services, owner);
  const { t, locale } = reader;
  const facts = await planFacts(services, owner, version.year);
  const message = await draftMessage(reader, version, facts);
  const said = t.plan.notice.move(version.year, longDate(version.fromDate, locale));
  return plain(to, { ...message, blocks: [{ kind: 'line', parts: [said] }, ...message.blocks] });
};

async function versionWithOwner(services: Services, versionId: string) {
  const version = await first(services.store, planVersionById({ id: versionId }));
  const owner = version && (await personOf(services, version.personId));
  return version && owner ? { version, owner } : null;
}

function readerOf(services: Services, person: PersonRow) {
  const locale = person.locale ?? services.agency.locale;
  const today = localDate(services.now(), zoneOf(person, services));
  return { services, locale, today, t: textsOf(locale) };
}
