import { type HandoverRow, handoversByIds } from '../../../db/queries/handovers.ts';
import { outboxByKey } from '../../../db/queries/outbox.ts';
import { peopleByIds, subordinatesOf } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import { groupBy } from '../../core/group.ts';
import { longDate } from '../../core/local-time.ts';
import { type Inline, say } from '../../core/message.ts';
import { canManageStaff } from '../../core/permissions.ts';
import { textsOf } from '../../i18n/texts.ts';
import { accountFor, personOf, plain, type Renderer, skip } from '../rendered.ts';
import type { Services } from '../services.ts';
import { namesOf } from './assessed-view.ts';

/** HR is told what has arrived by then, at the latest (ms). */
const PATIENCE_MS = 24 * 60 * 60_000;
const MAX_NAMES = 20;

type Waiting = 'not_linked' | 'unreachable' | 'failed' | 'pending';

/** HR learns whether everybody concerned has been told about a change of supervisors, and who has not. */
export const handoverReport: Renderer<'handover_report'> = async (services, row, { handovers }) => {
  const hr = await personOf(services, row.personId);
  if (!hr || !canManageStaff(hr)) return skip('not_allowed');
  const rows = await services.store.all(handoversByIds(handovers));
  if (rows.length === 0) return skip('gone');
  const told = await toldAbout(services, rows);
  const pending = told.filter(({ why }) => why === 'pending');
  const now = services.now();
  // What waits for the morning is waited for.
  if (pending.length > 0 && now < row.createdAt + PATIENCE_MS)
    return { holdUntil: Math.max(...pending.map(({ dueAt }) => dueAt), now) + 60_000, reason: 'handover' };
  const to = await accountFor(services, hr, 'supervisor');
  if ('skip' in to) return to;
  const t = textsOf(hr.locale ?? services.agency.locale);
  const texts = t.staffing.report;
  const waiting = told.filter(({ why }) => why !== null);
  if (waiting.length === 0) return plain(to, say(texts.all(rows.length)));
  const names = await namesOf(
    services,
    waiting.map(({ personId }) => personId),
  );
  const items = waiting
    .slice(0, MAX_NAMES)
    .map(({ personId, why }): Inline[] => [texts.line(names.get(personId) ?? '–', texts.why(why!))]);
  const more = waiting.length - items.length;
  return plain(
    to,
    say(texts.waits(rows.length, told.length - waiting.length, told.length), {
      kind: 'list',
      items: [...items, ...(more > 0 ? [[t.staffing.review.more(more)]] : [])],
    }),
  );
};

/** HR learns that somebody has left, and who needs another supervisor. */
export const leaver: Renderer<'leaver'> = async (services, row, { personId }) => {
  const hr = await personOf(services, row.personId);
  const person = await personOf(services, personId);
  if (!hr || !person || !canManageStaff(hr)) return skip('not_allowed');
  if (person.active || person.activeUntil === null) return skip('returned');
  const to = await accountFor(services, hr, 'supervisor');
  if ('skip' in to) return to;
  const locale = hr.locale ?? services.agency.locale;
  const t = textsOf(locale);
  const texts = t.staffing.leave;
  const team = await services.store.all(subordinatesOf({ supervisorId: person.id }));
  const head = texts.left(person.name, longDate(person.activeUntil, locale));
  if (team.length === 0) return plain(to, say(head, texts.noTeam()));
  const items = team
    .slice(0, MAX_NAMES)
    .map(({ name, unitName }): Inline[] => [t.staffing.person.inUnit(name, unitName)]);
  const more = team.length - items.length;
  return plain(
    to,
    say(
      head,
      texts.behind(team.length),
      { kind: 'list', items: [...items, ...(more > 0 ? [[t.staffing.review.more(more)]] : [])] },
      texts.todo(),
    ),
  );
};

/** What became of each message about some handovers; `why` null: it has arrived, or was overtaken. */
async function toldAbout(
  services: Services,
  rows: readonly HandoverRow[],
): Promise<{ personId: string; why: Waiting | null; dueAt: number }[]> {
  const keys = new Map(rows.map(({ id, personId }) => [`supervision:${id}`, personId]));
  for (const together of groupBy(rows, ({ fromId, toId }) => `${fromId}|${toId}`).values()) {
    const [{ id, fromId, toId }] = together as [HandoverRow];
    if (fromId) keys.set(`handover_out:${id}:${together.length}`, fromId);
    if (toId) keys.set(`handover_in:${id}:${together.length}`, toId);
  }
  const people = await services.store.all(peopleByIds([...new Set(keys.values())]));
  const active = new Set(people.filter((person) => person.active).map(({ id }) => id));
  const told: { personId: string; why: Waiting | null; dueAt: number }[] = [];
  for (const [key, personId] of keys) {
    if (!active.has(personId)) continue;
    const notice = await first(services.store, outboxByKey({ key }));
    if (!notice) continue;
    told.push({ personId, dueAt: notice.dueAt, why: waitingFor(notice.status, notice.reason) });
  }
  return told;
}

function waitingFor(status: string, reason: string | null): Waiting | null {
  if (status === 'pending') return 'pending';
  if (status !== 'failed') return null;
  return reason === 'not_linked' || reason === 'unreachable' ? reason : 'failed';
}
