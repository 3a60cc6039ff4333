import {
  planAnnexesForm,
  planExpectationsForm,
  planSettingsForm,
} from '../../../conversations/plan-settings.ts';
import {
  planAgreeForm,
  planAnswerForm,
  planQuestionForm,
  planReturnForm,
} from '../../../conversations/plan-words.ts';
import { say } from '../../core/message.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { RoomAction } from '../rooms.ts';
import type { Session } from '../session.ts';
import { type Access, decidable, editable, versionFor } from './access.ts';
import { pressAgree } from './decide.ts';
import { discard, removeResult, resultMenu, startChange, startPlan } from './draft.ts';
import { draftMessage, proposalMessage } from './messages.ts';
import { openPlanForm, openResultForm, planAnswers } from './open-form.ts';
import { showAnnexes, showBehaviours, showCheck, showPlan, showVersion, showVersions } from './overview.ts';
import { propose, withdraw } from './propose.ts';

/** Does what a button of plans says. */
export async function pressPlan(session: Session, { op, id, arg }: RoomAction): Promise<Outcome> {
  const year = /^20\d\d$/.test(arg) ? Number(arg) : Number(session.today.slice(0, 4));
  switch (op) {
    case 'show':
      return showPlan(session, year);
    case 'start':
      return startPlan(session, year, 'nothing');
    case 'copy':
      return startPlan(session, year, 'last_year');
    case 'change':
      return startChange(session, year, 'expectation');
    case 'annexes':
      return showAnnexes(session, year);
    case 'behaviours':
      return showBehaviours(session, id, year);
    case 'versions':
      return showVersions(session, year);
    case 'version':
      return showVersion(session, id);
    case 'check':
      return showCheck(session, id, year);
    case 'open':
      return openDraft(session, id);
    case 'add':
      return openResultForm(session, id, '');
    case 'edit':
      return arg === '' ? resultMenu(session, id) : openResultForm(session, id, arg);
    case 'remove':
    case 'remove!':
      return removeResult(session, id, arg, op === 'remove!');
    case 'annex_form':
      return openPlanForm(session, await editable(session, id), planAnnexesForm.id, planAnswers.annexes);
    case 'settings':
      return openPlanForm(session, await editable(session, id), planSettingsForm.id, planAnswers.settings);
    case 'propose':
      return propose(session, id);
    case 'withdraw':
      return withdraw(session, id);
    case 'discard':
    case 'discard!':
      return discard(session, id, op === 'discard!');
    case 'review':
      return review(session, id);
    case 'agree':
      return pressAgree(session, id, arg);
    case 'agree_on':
      return askDate(session, id, arg);
    case 'expect':
      return openPlanForm(
        session,
        await decidable(session, id),
        planExpectationsForm.id,
        planAnswers.expectations,
      );
    case 'ask':
      return openPlanForm(session, await decidable(session, id), planQuestionForm.id);
    case 'return':
      return openPlanForm(session, await decidable(session, id), planReturnForm.id);
    case 'answer':
      return openPlanForm(session, await own(session, id), planAnswerForm.id);
    default:
      return toast(session.t.problem.unknownButton());
  }
}

/** Shows the own draft or proposal, whatever state it is in. */
async function openDraft(session: Session, id: string | null): Promise<Outcome> {
  const found = await own(session, id);
  if ('refused' in found) return toast(found.refused);
  const { version, facts } = found;
  if (version.status === 'agreed' || version.status === 'withdrawn') return showPlan(session, version.year);
  return answered(await draftMessage(session, version, facts));
}

/** Shows a proposal to whoever may decide about it. */
async function review(session: Session, id: string | null): Promise<Outcome> {
  const found = await decidable(session, id);
  if ('refused' in found) return edited(say(found.refused));
  return answered(await proposalMessage(session, found.version, found.facts));
}

async function own(session: Session, id: string | null): Promise<Access> {
  const { t, person } = session;
  const found = await versionFor(session, id);
  if (!found) return { refused: t.problem.gone() };
  return found.version.personId === person.id ? found : { refused: t.plan.refused.notYours() };
}

/** Asks from when a proposal, as it was shown, is to be in force. */
async function askDate(session: Session, id: string | null, arg: string): Promise<Outcome> {
  const found = await decidable(session, id);
  // One that has changed since is shown anew, as where the usual date is taken.
  if (!('refused' in found) && String(found.version.revision) !== arg) return pressAgree(session, id, arg);
  return openPlanForm(session, found, planAgreeForm.id, () => ({}), { revision: arg });
}
