import { type Message, say, withButtons } from '../../core/message.ts';
import { isExpectedToReport } from '../../core/permissions.ts';
import { textsOf } from '../../i18n/texts.ts';
import { accountFor, personOf, plain, type Renderer, skip } from '../rendered.ts';
import { watch } from './radar-facts.ts';
import { closingText, quietSentence, radarButtons } from './radar-view.ts';

/** A work result has been quiet for too long, for its owner; not any more once something was done for it. */
export const radarNotice: Renderer<'radar'> = async (services, row, { workResultId, from }) => {
  const person = await personOf(services, row.personId);
  if (!person || !isExpectedToReport(person)) return skip('not_expected');
  const [own] = await watch(services, [person], services.now());
  const quiet = own?.quiet.find(({ id, quietFrom }) => id === workResultId && quietFrom === from);
  if (!own || !quiet) return skip('active_again');
  const to = await accountFor(services, person, 'employee');
  if ('skip' in to) return to;
  const locale = person.locale ?? services.agency.locale;
  const reader = { t: textsOf(locale), locale, today: own.today };
  const { t } = reader;
  const message: Message = say(
    { kind: 'title', text: t.workResult.named(quiet.number, quiet.title) },
    quietSentence(reader, quiet),
    closingText(reader, own),
    { kind: 'note', text: t.actions.radar.private() },
  );
  return plain(to, withButtons(message, radarButtons(t, quiet, own.period.text, false)));
};
