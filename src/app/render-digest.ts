import { entryCounts } from '../../db/queries/entries.ts';
import { excusedDays } from '../../db/queries/lateness.ts';
import { subordinatesOf } from '../../db/queries/people.ts';
import { digestsOf } from '../../db/queries/prompts.ts';
import { daySubject, postingsAbout } from '../../db/queries/talks.ts';
import { textsOf } from '../i18n/texts.ts';
import { earliestListed, isListed, loadTeam } from './digest-plan.ts';
import { digestMessage } from './digest-view.ts';
import { weeklyGauge } from './feedback/weekly-gauge.ts';
import { accountFor, personOf, type Renderer, skip } from './rendered.ts';

/** The list of a team's days, for their supervisor as things stand now; who has left the team is not on it. */
export const digest: Renderer<'digest'> = async (services, row, { at }) => {
  const { store, agency } = services;
  const supervisor = await personOf(services, row.personId);
  if (!supervisor?.active) return skip('inactive');
  const to = await accountFor(services, supervisor, 'supervisor');
  if ('skip' in to) return to;
  const decided = await store.all(digestsOf({ supervisorId: supervisor.id, from: earliestListed(at) }));
  const dates = decided.filter((d) => d.at === at && d.outcome === 'prompted').map((d) => d.localDate);
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return skip('gone');
  const subject = daySubject(supervisor.id, first);
  const { platform } = to;
  const postings = await store.all(postingsAbout({ subject, personId: supervisor.id, platform }));
  const edit = postings.find((p) => p.kind === 'digest' && p.address === to.address) ?? null;
  const people = await store.all(subordinatesOf({ supervisorId: supervisor.id }));
  const team = await loadTeam(services, people, { from: first, to: last });
  const listed = dates.filter((date) => people.some((person) => isListed(team, person, date) === 'yes'));
  if (listed.length === 0 && !edit) return skip('nobody_expected');
  const ids = people.map((person) => person.id);
  const reports =
    ids.length === 0
      ? { counts: [], excused: [] }
      : {
          counts: await store.all(entryCounts(ids, first, last)),
          excused: await store.all(excusedDays(ids, first, last)),
        };
  const locale = supervisor.locale ?? agency.locale;
  return {
    account: to,
    message: digestMessage(
      textsOf(locale),
      locale,
      team,
      listed.length > 0 ? listed : dates,
      reports,
      await weeklyGauge(services, supervisor, people, at),
      services.now(),
    ),
    thread: null,
    edit,
    posting: edit ? null : { kind: 'digest', subject, entryId: null },
  };
};
