import { objectionById } from '../../../db/queries/objections.ts';
import { first } from '../../../db/store.ts';
import { localDate } from '../../core/local-time.ts';
import { say, withButtons } from '../../core/message.ts';
import { canDecideObjection, canKnowObjection, canReadObjection, isHr } from '../../core/permissions.ts';
import { textsOf } from '../../i18n/texts.ts';
import { feedbackButton } from '../feedback/view.ts';
import { accountFor, personOf, plain, type Renderer, skip } from '../rendered.ts';
import { zoneOf } from '../session.ts';
import { objectionFacts } from './facts.ts';
import { deciderMessage, objectionBlocks, statusText, subjectName } from './view.ts';

/** An objection for those who decide it, and for those who have to know of it; nothing once it says nothing new. */
export const objectionNotice: Renderer<'objection'> = async (services, row, { objectionId, step }) => {
  const recipient = await personOf(services, row.personId);
  const objection = await first(services.store, objectionById({ id: objectionId }));
  const facts = objection && (await objectionFacts(services, objection));
  if (!recipient || !objection || !facts) return skip('gone');
  if ((objection.status === 'open') === (step === 'settled')) return skip('settled');
  const locale = recipient.locale ?? services.agency.locale;
  const t = textsOf(locale);
  const reader = { t, locale, today: localDate(services.now(), zoneOf(recipient, services)) };
  const decides = step !== 'settled' && canDecideObjection(recipient, facts.contest);
  if (step === 'due' && !decides) return skip('not_allowed');
  if (step === 'late' && !isHr(recipient)) return skip('not_allowed');
  if (!canKnowObjection(recipient, facts.employee, facts.contest)) return skip('not_allowed');
  const to = await accountFor(services, recipient, 'supervisor');
  if ('skip' in to) return to;
  const title = t.objection.notice(step);
  if (decides) return plain(to, deciderMessage(reader, facts, title));
  const reads = canReadObjection(recipient, facts.contest);
  const asked =
    objection.status === 'accepted' &&
    objection.subjectKind === 'feedback' &&
    recipient.id === facts.contest.againstId;
  const body = reads
    ? objectionBlocks(reader, facts)
    : [t.objection.by(facts.employee.name), subjectName(reader, facts, false), statusText(reader, facts)];
  return plain(
    to,
    withButtons(
      say({ kind: 'title', text: title }, ...body, ...(asked ? [t.objection.askWithdraw()] : [])),
      asked ? [feedbackButton('withdraw', t.feedback.button.withdraw(), objection.subjectId)] : [],
    ),
  );
};

/** How an objection was decided, for the employee. */
export const objectionSettled: Renderer<'objection_settled'> = async (services, row, { objectionId }) => {
  const employee = await personOf(services, row.personId);
  const objection = await first(services.store, objectionById({ id: objectionId }));
  const facts = objection && (await objectionFacts(services, objection));
  if (!employee || !objection || !facts || objection.personId !== employee.id) return skip('gone');
  if (objection.status !== 'accepted' && objection.status !== 'rejected') return skip('not_settled');
  const to = await accountFor(services, employee, 'employee');
  if ('skip' in to) return to;
  const locale = employee.locale ?? services.agency.locale;
  const t = textsOf(locale);
  const reader = { t, locale, today: localDate(services.now(), zoneOf(employee, services)) };
  const follows = objection.status === 'accepted' ? [t.objection.ask.effect(objection.subjectKind)] : [];
  return plain(
    to,
    say(
      { kind: 'title', text: t.objection.notice('settled') },
      { kind: 'line', parts: [{ bold: subjectName(reader, facts, true) }] },
      statusText(reader, facts),
      ...(objection.answer === null ? [] : [{ kind: 'quote' as const, text: objection.answer }]),
      ...follows,
    ),
  );
};
