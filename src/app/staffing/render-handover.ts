import { type HandoverRow, handoversByIds } from '../../../db/queries/handovers.ts';
import { peopleByIds } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import { encodeAction } from '../../core/action.ts';
import { localDate, longDate } from '../../core/local-time.ts';
import { type Block, type Inline, say, withButtons } from '../../core/message.ts';
import { isSupervisorOf } from '../../core/permissions.ts';
import { isActing, type SupervisionSpan, supervisorOn } from '../../core/staffing/supervision.ts';
import { type Texts, textsOf } from '../../i18n/texts.ts';
import { accountFor, personOf, plain, type Renderer, skip } from '../rendered.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';
import { assessedLines, namesOf } from './assessed-view.ts';
import { knownSupervisions } from './supervision.ts';

/** Names in one message at most. */
const MAX_NAMES = 30;

/** An employee learns who assesses them, since when, and who assesses which part of the year (D12). */
export const supervision: Renderer<'supervision'> = async (services, row, { handoverId }) => {
  const person = await personOf(services, row.personId);
  const handover = await first(services.store, handoversByIds([handoverId]));
  if (!person || !handover || handover.personId !== person.id) return skip('gone');
  // Somebody else follows already; that is told instead.
  if (person.supervisorId !== handover.toId) return skip('overtaken');
  const to = await accountFor(services, person, 'employee');
  if ('skip' in to) return to;
  const locale = person.locale ?? services.agency.locale;
  const t = textsOf(locale);
  const today = localDate(services.now(), zoneOf(person, services));
  const date = longDate(handover.onDate, locale);
  const texts = t.staffing.told;
  const [known] = await knownSupervisions(services, [person]);
  const span = supervisorOn(known!.spans, today);
  const next = await personOf(services, handover.toId);
  const lines = await assessedLines(services, person, Number(today.slice(0, 4)), { t, locale, today });
  return plain(
    to,
    say(
      { kind: 'title', text: texts.title() },
      next ? texts.from(date, t.staffing.named(next.name, span?.kind ?? 'definitive')) : texts.nobody(date),
      ...untilText(span, locale, texts.until),
      ...(lines.length > 0 ? [t.staffing.assessed.sentence(lines.join('; '))] : []),
      { kind: 'note', text: texts.moved() },
    ),
  );
};

/** A former supervisor learns whom they have handed over, and is asked for a note. */
export const handoverOut: Renderer<'handover_out'> = async (services, row, { handovers }) => {
  const former = await personOf(services, row.personId);
  if (!former) return skip('gone');
  const rows = (await services.store.all(handoversByIds(handovers))).filter((h) => h.fromId === former.id);
  const [one] = rows;
  if (!one) return skip('gone');
  const to = await accountFor(services, former, 'supervisor');
  if ('skip' in to) return to;
  const locale = former.locale ?? services.agency.locale;
  const t = textsOf(locale);
  const texts = t.staffing.handover;
  const next = await personOf(services, one.toId);
  const date = longDate(one.onDate, locale);
  const head = next ? texts.out(rows.length, next.name, date) : texts.outNobody(rows.length, date);
  const action = encodeAction({ do: 'room', room: 'staffing', op: 'note', id: one.id, arg: '' });
  return plain(
    to,
    withButtons(
      say({ kind: 'title', text: texts.title() }, head, await listed(services, t, rows), texts.ask()),
      [{ label: texts.button(), action }],
    ),
  );
};

/** A new supervisor learns whom they assess, since when, what is open, and what the former one says. */
export const handoverIn: Renderer<'handover_in'> = async (services, row, { handovers }) => {
  const next = await personOf(services, row.personId);
  if (!next) return skip('gone');
  const rows = await stillUnder(services, next.id, await services.store.all(handoversByIds(handovers)));
  const [one] = rows;
  if (!one) return skip('not_supervisor');
  const to = await accountFor(services, next, 'supervisor');
  if ('skip' in to) return to;
  const locale = next.locale ?? services.agency.locale;
  const t = textsOf(locale);
  const texts = t.staffing.handover;
  const former = await personOf(services, one.fromId);
  const employee = await personOf(services, one.personId);
  const [known] = employee ? await knownSupervisions(services, [employee]) : [];
  const today = localDate(services.now(), employee ? zoneOf(employee, services) : services.agency.zone);
  const span = known ? supervisorOn(known.spans, today) : null;
  const date = longDate(one.onDate, locale);
  return plain(
    to,
    say(
      { kind: 'title', text: texts.title() },
      former ? texts.in(rows.length, former.name, date) : texts.inFirst(rows.length, date),
      ...untilText(span, locale, (until) => texts.acting(span!.kind, until)),
      await listed(services, t, rows),
      ...(await noteBlocks(services, t, rows)),
      ...(former?.active && rows.every(({ note }) => note === null)
        ? [{ kind: 'note', text: texts.noNote() } as const]
        : []),
    ),
  );
};

/** The note of a former supervisor, for whoever follows and still does. */
export const handoverNote: Renderer<'handover_note'> = async (services, row, { handovers }) => {
  const next = await personOf(services, row.personId);
  if (!next) return skip('gone');
  const rows = await stillUnder(services, next.id, await services.store.all(handoversByIds(handovers)));
  if (rows.length === 0) return skip('not_supervisor');
  const to = await accountFor(services, next, 'supervisor');
  if ('skip' in to) return to;
  const t = textsOf(next.locale ?? services.agency.locale);
  return plain(
    to,
    say({ kind: 'title', text: t.staffing.handover.title() }, ...(await noteBlocks(services, t, rows))),
  );
};

async function stillUnder(
  services: Services,
  supervisorId: string,
  rows: readonly HandoverRow[],
): Promise<HandoverRow[]> {
  const people = await services.store.all(peopleByIds(rows.map(({ personId }) => personId)));
  const supervisor = await personOf(services, supervisorId);
  const under = new Set(
    people.filter((one) => supervisor && isSupervisorOf(supervisor, one)).map(({ id }) => id),
  );
  return rows.filter((row) => row.toId === supervisorId && under.has(row.personId));
}

async function listed(services: Services, t: Texts, rows: readonly HandoverRow[]): Promise<Block> {
  const names = await namesOf(
    services,
    rows.map(({ personId }) => personId),
  );
  const items = byName(rows, names)
    .slice(0, MAX_NAMES)
    .map(({ personId, counts }): Inline[] => {
      return [{ bold: names.get(personId) ?? '–' }, `: ${t.staffing.handover.open(counts)}`];
    });
  const more = rows.length - items.length;
  return { kind: 'list', items: [...items, ...(more > 0 ? [[t.staffing.review.more(more)]] : [])] };
}

/** Each note once, with whom it is about. */
async function noteBlocks(services: Services, t: Texts, rows: readonly HandoverRow[]): Promise<Block[]> {
  const names = await namesOf(
    services,
    rows.flatMap(({ personId, fromId }) => [personId, fromId]),
  );
  const notes = new Map<string, HandoverRow[]>();
  for (const row of byName(rows, names))
    if (row.note !== null) notes.set(row.note, [...(notes.get(row.note) ?? []), row]);
  return [...notes].flatMap(([note, about]): Block[] => {
    const author = names.get(about[0]!.fromId ?? '') ?? '–';
    const people = about.map(({ personId }) => names.get(personId) ?? '–').join(', ');
    return [
      { kind: 'line', parts: [{ bold: t.staffing.handover.note(author) }] },
      { kind: 'note', text: t.staffing.handover.about(people) },
      { kind: 'quote', text: note },
    ];
  });
}

/** As everywhere that people are listed: by name, and in no order of merit. */
const byName = (rows: readonly HandoverRow[], names: ReadonlyMap<string, string>): HandoverRow[] =>
  rows.toSorted((a, b) => (names.get(a.personId) ?? '').localeCompare(names.get(b.personId) ?? ''));

function untilText(
  span: SupervisionSpan | null,
  locale: 'id' | 'en',
  text: (until: string) => string,
): string[] {
  return span && isActing(span) && span.toDate !== null ? [text(longDate(span.toDate, locale))] : [];
}
