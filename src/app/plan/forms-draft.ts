import { bind } from '../../../conversations/form.ts';
import { planResultForm } from '../../../conversations/plan-result.ts';
import { resultIn } from '../../../conversations/plan-result-answers.ts';
import { annexesIn, planAnnexesForm, planSettingsForm } from '../../../conversations/plan-settings.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { type Block, say, withButtons } from '../../core/message.ts';
import type { Approach, PlanContent } from '../../core/plan/content.ts';
import { nextNumber, withResult } from '../../core/plan/edit.ts';
import type { FormUse } from '../forms.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { editable, type Found, versionFor } from './access.ts';
import { checkBlocks, circumstancesOf, findingsOf } from './check-view.ts';
import { editContent } from './draft.ts';
import { bindFrame, frameOf } from './form-frame.ts';
import { planFormReview } from './form-view.ts';
import { supportsOf } from './supports.ts';
import { planButton, resultBlock } from './view.ts';

const result: FormUse = {
  async bind(session, draft) {
    const found = await versionFor(session, draft.subject.versionId ?? null);
    if (!found) return null;
    const { version, facts } = found;
    const { store } = session.services;
    return bind(planResultForm, {
      ...frameOf(session, version, facts),
      approach: version.content.approach,
      number: draft.subject.number ? Number(draft.subject.number) : null,
      supports: await supportsOf(store, facts.owner, version.fromDate),
      leads: (await circumstancesOf(store, facts)).leads,
      keepsLines: !session.sender.forms,
    });
  },
  review: async (session, draft, form) => planFormReview(session, draft, form),
  finish: (session, draft) => edit(session, draft, saveResult),
};

const annexes: FormUse = {
  bind: (session, draft) => bindFrame(session, draft, (context) => bind(planAnnexesForm, context)),
  review: async (session, draft, form) => planFormReview(session, draft, form),
  finish: (session, draft) =>
    edit(session, draft, async ({ version }) => ({
      content: { ...version.content, annexes: annexesIn(draft.answers) },
      said: [session.t.plan.form.saved.draft()],
    })),
};

const settings: FormUse = {
  bind: (session, draft) =>
    bindFrame(session, draft, (context, { reason }) =>
      bind(planSettingsForm, { ...context, changes: reason === 'expectation' || reason === 'move' }),
    ),
  review: async (session, draft, form) => planFormReview(session, draft, form),
  finish: (session, draft) =>
    edit(session, draft, async ({ version }) => {
      const reason = draft.answers.reason as 'expectation' | 'move' | undefined;
      return {
        content: inApproach(version.content, draft.answers.approach as Approach),
        change: { fromDate: String(draft.answers.from), ...(reason && { reason }) },
        said: [session.t.plan.form.saved.draft()],
      };
    }),
};

/** The forms with which owners draft their plans. */
export const draftForms: Record<string, FormUse> = {
  [planResultForm.id]: result,
  [planAnnexesForm.id]: annexes,
  [planSettingsForm.id]: settings,
};

/** Carries out what a form holds, if the version can still be changed by its owner; nothing else is lost. */
async function edit(
  session: Session,
  draft: DraftRow,
  change: (
    found: Found,
    session: Session,
    draft: DraftRow,
  ) => Promise<{
    content: PlanContent;
    change?: Parameters<typeof editContent>[2];
    said: (string | Block)[];
  }>,
): Promise<Outcome> {
  const { t } = session;
  const done = deleteDraft(draft.id, draft.revision);
  const found = await editable(session, draft.subject.versionId ?? null);
  if ('refused' in found) return answered(say(found.refused), done);
  const { content, change: rest, said } = await change(found, session, draft);
  const { write } = editContent(found.version, content, rest);
  const { id } = found.version;
  const message = withButtons(say(...said), [
    planButton(t.plan.button.add(), 'add', id),
    planButton(t.plan.button.open(), 'open', id),
  ]);
  return answered(message, done, write);
}

async function saveResult(
  { version, facts }: Found,
  session: Session,
  draft: DraftRow,
): Promise<{ content: PlanContent; said: (string | Block)[] }> {
  const { t, services } = session;
  const { content } = version;
  const before = content.results.find(({ number }) => String(number) === draft.subject.number);
  const used = [facts.known, ...facts.versions.map((one) => one.content.results)].flat();
  const place = before ?? { id: services.newId(), number: nextNumber(used.map(({ number }) => number)) };
  const { leads } = await circumstancesOf(services.store, facts);
  const saved = resultIn(
    draft.answers,
    { id: place.id, number: place.number },
    { approach: content.approach, year: version.year, leads },
  );
  const changed = withResult(content, saved);
  const findings = (await findingsOf(services.store, facts, changed)).filter(
    (finding) => finding.result === saved.number,
  );
  return {
    content: changed,
    said: [
      t.plan.form.saved.result(saved.number),
      ...resultBlock(session, saved),
      ...(findings.length > 0 ? checkBlocks(session, findings).slice(0, -1) : []),
    ],
  };
}

/** Indicators and targets become one narrative, or the other way round; what was said stays in its words. */
function inApproach(content: PlanContent, approach: Approach): PlanContent {
  if (approach === content.approach || approach === 'quantitative') return { ...content, approach };
  const results = content.results.map((one) => {
    const title = one.indicators
      .map((i) => [i.title, [i.target, i.unit].filter(Boolean).join(' ')].filter(Boolean).join(': '))
      .join('; ');
    const narrative = { aspect: null, title, target: null, unit: null, dueOn: null };
    return { ...one, indicators: title === '' ? [] : [narrative] };
  });
  return { ...content, approach, results };
}
