import { peopleByIds } from '../../../db/queries/people.ts';
import { auditOf } from '../../../db/queries/plan-support.ts';
import type { PlanVersionRow } from '../../../db/queries/plan-versions.ts';
import { longDate, shortDate } from '../../core/local-time.ts';
import { type Block, type Message, say, withButtons } from '../../core/message.ts';
import { checkPlan, isComplete } from '../../core/plan/check.ts';
import { planChanges } from '../../core/plan/edit.ts';
import { versionOn } from '../../core/plan/version.ts';
import type { Session } from '../session.ts';
import { nameOf } from './access.ts';
import { checkBlocks, circumstancesOf } from './check-view.ts';
import { type PlanFacts, trailOf } from './facts.ts';
import type { PlanInForce } from './in-force.ts';
import {
  annexBlocks,
  changeBlocks,
  expectationBlocks,
  planButton,
  type Reader,
  resultBlocks,
  spanLine,
} from './view.ts';

/** Everybody who reads a plan needs these. */
type Reading = Reader & Pick<Session, 'services'>;

/** Questions and answers that are shown with a proposal. */
const MAX_TALK = 6;

/** The plan that is in force, with the ways to change it for its owner. */
export function inForceMessage(
  reader: Reader,
  { version, content }: PlanInForce,
  year: number,
  about: { name: string; own: boolean; changing: boolean },
): Message {
  const { t } = reader;
  const arg = String(year);
  const message = say(
    { kind: 'title', text: about.own ? t.plan.title(year) : t.plan.titleOf(year, about.name) },
    { kind: 'note', text: spanLine(reader, content, version) },
    ...resultBlocks(reader, content),
    ...expectationBlocks(reader, content),
    ...(about.own ? [] : annexBlocks(reader, content, 'filled')),
  );
  return about.own
    ? withButtons(
        message,
        [
          planButton(t.plan.button.annexes(), 'annexes', null, arg),
          planButton(t.plan.button.behaviours(), 'behaviours', null, arg),
        ],
        [
          planButton(t.plan.button.versions(), 'versions', null, arg),
          ...(about.changing ? [] : [planButton(t.plan.button.change(), 'change', null, arg)]),
        ],
      )
    : message;
}

/** A draft, or a proposal as its owner sees it, with what can be done to it. */
export async function draftMessage(
  reader: Reading,
  version: PlanVersionRow,
  facts: PlanFacts,
): Promise<Message> {
  const { t, services } = reader;
  const { content, status, id } = version;
  const findings = checkPlan(content, await circumstancesOf(services.store, facts));
  const complete = isComplete(findings);
  const { button: texts } = t.plan;
  const state: Block[] =
    status === 'proposed'
      ? [{ kind: 'line', parts: [t.plan.state.proposed(await nameOf(reader, version.supervisorId))] }]
      : status === 'returned'
        ? [
            { kind: 'line', parts: [t.plan.state.returned(await nameOf(reader, version.decidedBy))] },
            ...(version.remark ? [{ kind: 'quote' as const, text: version.remark }] : []),
          ]
        : [];
  const next =
    content.results.length === 0
      ? t.plan.empty()
      : complete
        ? t.plan.state.ready()
        : t.plan.state.incomplete();
  const message = say(
    { kind: 'title', text: t.plan.draftTitle(version.year, version.number) },
    ...frame(reader, version),
    ...state,
    ...resultBlocks(reader, content),
    ...expectationBlocks(reader, content),
    ...annexBlocks(reader, content, 'filled'),
    ...(await talkBlocks(reader, version, facts)),
    ...(status === 'proposed' ? [] : [{ kind: 'note' as const, text: next }]),
  );
  const show = [planButton(texts.behaviours(), 'behaviours', id), planButton(texts.check(), 'check', id)];
  return status === 'proposed'
    ? withButtons(message, show, [planButton(texts.withdraw(), 'withdraw', id)])
    : withButtons(
        message,
        [
          planButton(texts.add(), 'add', id),
          ...(content.results.length > 0 ? [planButton(texts.results(), 'edit', id)] : []),
        ],
        [planButton(texts.editAnnexes(), 'annex_form', id), planButton(texts.settings(), 'settings', id)],
        show,
        [
          ...(complete ? [{ ...planButton(texts.propose(), 'propose', id), style: 'primary' as const }] : []),
          planButton(texts.discard(), 'discard', id),
        ],
      );
}

/** A proposed plan for the supervisor: all of it, its check, what it changes, and what can be done. */
export async function proposalMessage(
  reader: Reading,
  version: PlanVersionRow,
  facts: PlanFacts,
): Promise<Message> {
  const { t, services, locale, today } = reader;
  const { content, id, revision } = version;
  const { owner, year, versions } = facts;
  const before = versionOn(versions, facts.dates.today)?.content ?? facts.unversioned;
  const findings = checkPlan(content, await circumstancesOf(services.store, facts));
  const { button: texts } = t.plan;
  const arg = String(revision);
  const message = say(
    { kind: 'title', text: t.plan.proposal.title(year, owner.name) },
    ...frame(reader, version),
    ...resultBlocks(reader, content),
    ...expectationBlocks(reader, content),
    ...annexBlocks(reader, content, 'filled'),
    ...(before ? changeBlocks(reader, planChanges(before, content)) : []),
    ...checkBlocks(reader, findings),
    ...(await talkBlocks(reader, version, facts)),
    { kind: 'note', text: t.plan.proposal.howto() },
  );
  return withButtons(
    message,
    [
      {
        ...planButton(texts.agree(shortDate(version.fromDate, locale, today)), 'agree', id, arg),
        style: 'primary',
      },
      planButton(texts.agreeOn(), 'agree_on', id, arg),
    ],
    [planButton(texts.expectations(), 'expect', id)],
    [planButton(texts.ask(), 'ask', id), planButton(t.button.return(), 'return', id)],
  );
}

/** From when a version is to be in force and why there is one, and its approach. */
function frame(reader: Reader, { fromDate, number, reason, content }: PlanVersionRow): Block[] {
  const { t, locale } = reader;
  const from = t.plan.proposal.from(longDate(fromDate, locale), number, t.plan.reason(reason));
  return [{ kind: 'note', text: `${from} ${spanLine(reader, content, null)}` }];
}

/** What was asked and answered about a version. */
async function talkBlocks(
  { t, services }: Reading,
  version: PlanVersionRow,
  facts: PlanFacts,
): Promise<Block[]> {
  const trail = await services.store.all(auditOf({ subject: trailOf(facts) }));
  const talk = trail
    .filter(({ action, detail }) => /^plan\.(asked|answered)$/.test(action) && detail?.version === version.id)
    .slice(0, MAX_TALK)
    .reverse();
  if (talk.length === 0) return [];
  const ids = [...new Set(talk.flatMap(({ actorId }) => actorId ?? []))];
  const names = new Map((await services.store.all(peopleByIds(ids))).map(({ id, name }) => [id, name]));
  return [
    { kind: 'line', parts: [{ bold: t.plan.proposal.talk() }] },
    {
      kind: 'list',
      items: talk.map(({ actorId, detail }) => [
        t.plan.proposal.said(names.get(actorId ?? '') ?? '–', String(detail?.body ?? '')),
      ]),
    },
  ];
}
