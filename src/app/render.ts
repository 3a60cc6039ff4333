import { draftById } from '../../db/queries/drafts.ts';
import { evidenceById } from '../../db/queries/entries.ts';
import { accountById } from '../../db/queries/linking.ts';
import type { OutboxRow } from '../../db/queries/outbox.ts';
import { first } from '../../db/store.ts';
import { maskEmployeeNumber } from '../core/employee-number.ts';
import { say } from '../core/message.ts';
import { PLATFORM_NAMES } from '../core/model.ts';
import { isHr } from '../core/permissions.ts';
import { textsOf } from '../i18n/texts.ts';
import { radarNotice } from './actions/render-radar.ts';
import { roleChanged, roles } from './cascade/render-roles.ts';
import { commitment, commitmentChanged } from './dialogue/render-commitment.ts';
import { dialogue, dialogueAnswers, dialogueKit, dialogueState } from './dialogue/render-dialogue.ts';
import { draftMessage } from './draft-view.ts';
import {
  evaluationDue,
  evaluationOverdue,
  evaluationResult,
  evaluationTask,
  evaluationUnlocked,
  evaluationWaiting,
} from './evaluation/render.ts';
import { feedback, feedbackCopy, feedbackPraise, feedbackReply } from './feedback/render.ts';
import { feedbackDeclined, feedbackReminder, feedbackRequest } from './feedback/render-request.ts';
import { bindDraft } from './forms.ts';
import type { NoticeKind } from './notices.ts';
import { objectionNotice, objectionSettled } from './objection/render-objection.ts';
import { planAnswer, planDecided, planMoved, planProposed, planQuestion } from './plan/render-plan.ts';
import { absence } from './render-absence.ts';
import { announcement, board } from './render-announcement.ts';
import { card } from './render-card.ts';
import { digest } from './render-digest.ts';
import { extension } from './render-extension.ts';
import { lateness, latenessDecided } from './render-lateness.ts';
import { prompt } from './render-prompt.ts';
import { promptDone } from './render-prompt-done.ts';
import { talk } from './render-talk.ts';
import { accountFor, personOf, plain, type Renderer, type RenderResult, skip } from './rendered.ts';
import type { Services } from './services.ts';
import { sessionOf } from './session.ts';
import { adminCopy, adminList, adminReminder } from './staffing/render-admin.ts';
import { handoverIn, handoverNote, handoverOut, supervision } from './staffing/render-handover.ts';
import { handoverReport, leaver } from './staffing/render-report.ts';

/** Turns a notice into a message at the moment of sending, and checks again whether it is wanted and allowed. */
export async function render(services: Services, row: OutboxRow): Promise<RenderResult> {
  const renderer = renderers[row.kind as keyof typeof renderers] as Renderer<NoticeKind> | undefined;
  if (!renderer) return skip('unknown_kind');
  const recipient = await personOf(services, row.personId);
  // Who has left gets nothing more, whatever was on its way; only that an account was replaced is said to it.
  if (recipient && !recipient.active && row.kind !== 'replaced') return skip('inactive');
  return renderer(services, row, row.payload as never);
}

const album: Renderer<'album'> = async (services, row, { draftId }) => {
  const person = await personOf(services, row.personId);
  const draft = person && (await first(services.store, draftById({ id: draftId, personId: person.id })));
  if (!person || !draft) return skip('saved_or_cancelled');
  const to = await accountFor(services, person, 'employee');
  if ('skip' in to) return to;
  const session = sessionOf(services, to, person);
  const form = await bindDraft(session, draft);
  return form ? plain(to, await draftMessage(session, draft, form)) : skip('gone');
};

const unreachable: Renderer<'unreachable'> = async (services, row, { accountId }) => {
  const hr = await personOf(services, row.personId);
  const account = await first(services.store, accountById({ id: accountId }));
  const person = account && (await personOf(services, account.personId));
  if (!hr || !isHr(hr) || !account || !person) return skip('not_allowed');
  if (account.reachable || !account.current) return skip('reachable');
  const to = await accountFor(services, hr, 'supervisor');
  if ('skip' in to) return to;
  const t = textsOf(hr.locale ?? services.agency.locale);
  return plain(
    to,
    say(t.notice.unreachable(person.name, maskEmployeeNumber(person.nip), PLATFORM_NAMES[account.platform])),
  );
};

const evidenceFailed: Renderer<'evidence_failed'> = async (services, row, { evidenceId }) => {
  const person = await personOf(services, row.personId);
  const evidence = await first(services.store, evidenceById({ id: evidenceId }));
  if (!person || !evidence) return skip('gone');
  const to = await accountFor(services, person, 'employee');
  if ('skip' in to) return to;
  const t = textsOf(person.locale ?? services.agency.locale);
  return plain(to, say(t.notice.evidenceFailed(evidence.name)));
};

const replaced: Renderer<'replaced'> = async (services, row, { platform, address }) => {
  const person = await personOf(services, row.personId);
  const t = textsOf(person?.locale ?? services.agency.locale);
  return plain({ id: null, personId: null, platform, address }, say(t.link.replaced()));
};

const renderers = {
  ...{ absence, announcement, board },
  ...{ card, talk, prompt, prompt_done: promptDone, digest },
  ...{ album, unreachable, evidence_failed: evidenceFailed, replaced },
  ...{ commitment, commitment_changed: commitmentChanged },
  ...{
    dialogue,
    dialogue_state: dialogueState,
    dialogue_kit: dialogueKit,
    dialogue_answers: dialogueAnswers,
  },
  ...{
    feedback,
    feedback_copy: feedbackCopy,
    feedback_praise: feedbackPraise,
    feedback_reply: feedbackReply,
  },
  feedback_request: feedbackRequest,
  ...{ feedback_reminder: feedbackReminder, feedback_declined: feedbackDeclined },
  ...{ lateness, lateness_decided: latenessDecided, extension },
  ...{ supervision, handover_out: handoverOut, handover_in: handoverIn, handover_note: handoverNote },
  ...{ handover_report: handoverReport, leaver },
  ...{ admin_reminder: adminReminder, admin_copy: adminCopy, admin_list: adminList },
  ...{ radar: radarNotice, objection: objectionNotice, objection_settled: objectionSettled },
  ...{ evaluation_due: evaluationDue, evaluation_task: evaluationTask, evaluation_result: evaluationResult },
  ...{ evaluation_unlocked: evaluationUnlocked, evaluation_waiting: evaluationWaiting },
  evaluation_overdue: evaluationOverdue,
  ...{ plan_proposed: planProposed, plan_decided: planDecided, plan_moved: planMoved },
  ...{ plan_question: planQuestion, plan_answer: planAnswer },
  ...{ roles, role_changed: roleChanged },
};
