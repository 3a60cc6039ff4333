import { entriesBetween, entryById } from '../../db/queries/entries.ts';
import { daySubject, postingsAbout, talkById } from '../../db/queries/talks.ts';
import { first } from '../../db/store.ts';
import { encodeAction } from '../core/action.ts';
import { localDate, longDate, shortDate } from '../core/local-time.ts';
import { say, withButtons } from '../core/message.ts';
import { canReadTalk, canReview } from '../core/permissions.ts';
import { textsOf } from '../i18n/texts.ts';
import { aboutEntry, clip } from './entry-view.ts';
import { objectionButton } from './objection/marks.ts';
import { accountFor, personOf, type Renderer, skip } from './rendered.ts';
import { zoneOf } from './session.ts';

/** A remark, for its recipient. */
export const talk: Renderer<'talk'> = async (services, row, { talkId }) => {
  const recipient = await personOf(services, row.personId);
  const remark = await first(services.store, talkById({ id: talkId }));
  if (!recipient || !remark || !canReadTalk(recipient, remark)) return skip('not_allowed');
  const employee = await personOf(services, remark.employeeId);
  const author = await personOf(services, remark.authorId);
  if (!employee || !author) return skip('not_allowed');
  const isEmployee = recipient.id === employee.id;
  if (!isEmployee && !canReview(recipient, employee)) return skip('not_supervisor');
  const to = await accountFor(services, recipient, isEmployee ? 'employee' : 'supervisor');
  if ('skip' in to) return to;
  const locale = recipient.locale ?? services.agency.locale;
  const t = textsOf(locale);
  const subject = daySubject(employee.id, remark.localDate);
  const today = localDate(services.now(), zoneOf(recipient, services));
  const entry = remark.entryId ? await first(services.store, entryById({ id: remark.entryId })) : null;
  const day = await services.store.all(
    entriesBetween({ personId: employee.id, from: remark.localDate, to: remark.localDate }),
  );
  const about = entry
    ? aboutEntry(t, locale, entry, today)
    : day.length === 0
      ? t.absence.about(longDate(remark.localDate, locale))
      : t.talk.aboutDay(
          shortDate(remark.localDate, locale, today),
          day.map((e) => clip(e.what, 60)).join('; '),
        );
  const title = {
    feedback: () => t.talk.feedback(author.name),
    reply: () => t.talk.reply(author.name),
    appreciation: () => t.talk.appreciation(author.name, remark.body),
    returned: () => t.talk.returned(author.name),
    approved: () => t.talk.approved(author.name, Number(remark.body)),
  }[remark.kind]();
  const spoken = remark.kind === 'feedback' || remark.kind === 'reply' || remark.kind === 'returned';
  const message = say(
    { kind: 'title', text: title },
    about,
    ...(spoken ? [{ kind: 'quote' as const, text: remark.body }] : []),
    ...(spoken ? [{ kind: 'note' as const, text: t.talk.howto() }] : []),
  );
  const buttons = [
    ...(remark.kind === 'returned' && entry
      ? [{ label: t.button.repair(), action: encodeAction({ do: 'entry', entry: entry.id, op: 'edit' }) }]
      : []),
    ...(spoken
      ? [{ label: t.button.reply(), action: encodeAction({ do: 'talk', talk: talkId, op: 'reply' }) }]
      : []),
    ...(remark.kind === 'returned' && entry?.status === 'returned'
      ? [objectionButton(t, 'entry', entry.id)]
      : []),
  ];
  const { platform } = to;
  const shown = await services.store.all(postingsAbout({ subject, personId: recipient.id, platform }));
  const root = shown.find((p) => p.kind === 'card' || p.kind === 'talk');
  return {
    account: to,
    message: withButtons(message, buttons),
    thread: root && root.address === to.address ? root.messageId : null,
    edit: null,
    posting: { kind: 'talk', subject, entryId: remark.entryId },
    conversation: remark.kind === 'reply' || !isEmployee,
  };
};
