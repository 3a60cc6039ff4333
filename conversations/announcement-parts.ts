import {
  type AnnouncementGoal,
  type AudienceFilter,
  type AudienceState,
  GOALS,
} from '../src/core/announcement.ts';
import { clockTime, localDate, localMinute, longDate, zoneName } from '../src/core/local-time.ts';
import type { Option } from '../src/core/message.ts';
import type { Locale, Role } from '../src/core/model.ts';
import type { Texts } from '../src/i18n/texts.ts';
import type { Answers } from './form.ts';

/** What the questions about an announcement need to know. */
export interface AnnouncementContext {
  t: Texts;
  locale: Locale;
  now: number;
  /** The agency's zone, and its local date. */
  zone: string;
  today: string;
  units: readonly { id: string; name: string; parentId: string | null }[];
  /** The newest announcements, for an audience of those who have not read one of them. */
  recent: readonly { id: string; body: string }[];
}

/** Whom an announcement is for, within the units that were chosen. */
export type Who =
  | { kind: 'all' }
  | { kind: 'role'; role: Role }
  | { kind: 'supervisors' }
  | { kind: 'state'; state: AudienceState };

/** Everything that was answered about an announcement. */
export interface AnnouncementAnswers {
  body: string;
  audience: AudienceFilter;
  deadline: string | null;
  countdown: boolean;
  goal: AnnouncementGoal;
  /** When it is sent, ms UTC; null: at once. */
  at: number | null;
}

/** A unit that was chosen; none means all of them. */
export interface ChosenUnit {
  id: string;
  name: string;
}

/** When something is sent: ms UTC, null for at once; and the zone in which it was said. */
export interface Moment {
  at: number | null;
  zone: string;
}

/** Units that are offered as buttons; every other one can be typed. */
const MAX_UNIT_BUTTONS = 8;
const SILENT_DAYS = [1, 3, 5] as const;
const CLIP = 40;

/** The answers of a complete form as one thing. */
export function announcementIn(answers: Answers): AnnouncementAnswers {
  const target = answers.who as Who;
  const until = (answers.deadline as string | null) ?? null;
  return {
    body: String(answers.text),
    audience: {
      unitIds: (answers.units as ChosenUnit[]).map(({ id }) => id),
      roles: target.kind === 'role' ? [target.role] : [],
      supervisorsOnly: target.kind === 'supervisors',
      state: target.kind === 'state' ? target.state : null,
    },
    deadline: until,
    countdown: until !== null && answers.countdown === true,
    goal: answers.goal as AnnouncementGoal,
    at: (answers.at as Moment).at,
  };
}

/** The answers that would have led to an announcement, to change some of them. */
export function answersOfAnnouncement(
  given: AnnouncementAnswers,
  { units, zone }: Pick<AnnouncementContext, 'units' | 'zone'>,
): Answers {
  const { unitIds } = given.audience;
  return {
    text: given.body,
    units: units.filter(({ id }) => unitIds.includes(id)).map(({ id, name }): ChosenUnit => ({ id, name })),
    who: whoIn(given.audience),
    deadline: given.deadline,
    countdown: given.countdown,
    goal: given.goal,
    at: { at: given.at, zone } satisfies Moment,
  };
}

/** Whom a filter is for, within its units; a filter of several kinds is named by the narrowest. */
export function whoIn({ roles, supervisorsOnly, state }: Omit<AudienceFilter, 'unitIds'>): Who {
  if (state) return { kind: 'state', state };
  if (supervisorsOnly) return { kind: 'supervisors' };
  const [role] = roles;
  return role ? { kind: 'role', role } : { kind: 'all' };
}

/** Whom an announcement is for, in words. */
export function whoName(target: Who, { t, recent }: Pick<AnnouncementContext, 't' | 'recent'>): string {
  const { option: texts } = t.announcement;
  if (target.kind === 'all') return texts.everybody();
  if (target.kind === 'supervisors') return texts.supervisors();
  if (target.kind === 'role') return texts.role(target.role);
  const { state } = target;
  const n = state.kind === 'no_plan' ? state.year : state.kind === 'not_reported' ? state.days : 0;
  const about =
    state.kind === 'not_acknowledged' ? recent.find(({ id }) => id === state.announcementId) : null;
  return texts.state(state.kind, n, clip(about?.body ?? '–'));
}

/** A text in one short line. */
export function clip(body: string, most = CLIP): string {
  const line = [...body.replace(/\s+/g, ' ').trim()];
  return line.length <= most ? line.join('') : `${line.slice(0, most - 1).join('')}…`;
}

/** The names of chosen units, or that it is all of them. */
export function unitNames(units: readonly ChosenUnit[], t: Texts): string {
  return units.map(({ name }) => name).join('; ') || t.announcement.option.allUnits();
}

/** Units to choose from by a button: the highest ones. */
export function unitOptions({ t, units: all }: AnnouncementContext): Option[] {
  const roots = new Set(all.filter(({ parentId }) => parentId === null).map(({ id }) => id));
  const offered = all.filter(({ parentId }) => parentId === null || roots.has(parentId));
  return [
    option('all', t.announcement.option.allUnits()),
    ...offered.slice(0, MAX_UNIT_BUTTONS).map(({ id, name }) => option(shortId(id), name)),
  ];
}

/** Everybody whom an announcement can be for, as choices. */
export function whoOptions({ t, today, recent }: AnnouncementContext): { option: Option; who: Who }[] {
  const year = Number(today.slice(0, 4));
  const targets: Who[] = [
    { kind: 'all' },
    { kind: 'supervisors' },
    ...(['pegawai', 'hr', 'admin', 'pengamat'] as const).map((role): Who => ({ kind: 'role', role })),
    inState({ kind: 'not_linked' }),
    inState({ kind: 'no_plan', year }),
    inState({ kind: 'no_plan', year: year + 1 }),
    ...SILENT_DAYS.map((days) => inState({ kind: 'not_reported', days })),
    ...recent.map(({ id }) => inState({ kind: 'not_acknowledged', announcementId: id })),
  ];
  return targets.map((target) => ({
    option: option(choiceOf(target), whoName(target, { t, recent })),
    who: target,
  }));
}

/** The value of a choice. */
export function choiceOf(target: Who): string {
  if (target.kind === 'role') return target.role;
  if (target.kind !== 'state') return target.kind;
  const { state } = target;
  if (state.kind === 'no_plan') return `plan${state.year}`;
  if (state.kind === 'not_reported') return `silent${state.days}`;
  return state.kind === 'not_linked' ? 'unlinked' : `k${shortId(state.announcementId)}`;
}

/** Those in a state. */
export const inState = (state: AudienceState): Who => ({ kind: 'state', state });
/** A choice whose label fits a button. */
export const option = (value: string, label: string): Option => ({ value, label, short: label });
/** The part of a UUID that differs from others of the same moment and fits into a button. */
export const shortId = (id: string) => id.slice(-12);
/** Yes or no, as choices. */
export const yesNo = (t: Texts) => [
  option('yes', t.announcement.option.yes()),
  option('no', t.announcement.option.no()),
];
/** What completes an announcement, as choices. */
export const goalOptions = (t: Texts) => GOALS.map((one) => option(one, t.announcement.option.goal(one)));

/** A moment in words: now, or its date, time and zone. */
export function momentText(
  when: number | null,
  { t, locale, zone }: Pick<AnnouncementContext, 't' | 'locale' | 'zone'>,
): string {
  if (when === null) return t.announcement.option.now();
  return t.receipt.stamp(
    longDate(localDate(when, zone), locale),
    clockTime(localMinute(when, zone), locale),
    zoneName(zone, when),
  );
}

/** A moment as it would be typed. */
export function typedMoment({ at: when, zone }: Moment): string {
  if (when === null) return 'sekarang';
  return `${localDate(when, zone)} ${clockTime(localMinute(when, zone), 'en')}`;
}
