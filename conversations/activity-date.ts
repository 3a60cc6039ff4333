import { addDays, longDate, shortDate } from '../src/core/local-time.ts';
import type { Option } from '../src/core/message.ts';
import type { LateReason } from '../src/core/model.ts';
import { leadingDate } from '../src/core/quick-date.ts';
import { findTimeSpan } from '../src/core/time-span.ts';
import type { ActivityContext } from './activity.ts';
import type { Question } from './form.ts';

/** Why a report comes late; in the person's words where none of the choices fits. */
export interface Explanation {
  kind: LateReason;
  reason: string | null;
}

type Q = Question<ActivityContext>;

const MAX_REASON = 500;
const CHOICES = ['no_signal', 'emergency', 'forgotten'] as const;
/** What people type instead of pressing one of the choices. */
const SAID: Record<string, (typeof CHOICES)[number]> = {
  'tidak ada sinyal': 'no_signal',
  'tak ada sinyal': 'no_signal',
  'no signal': 'no_signal',
  darurat: 'emergency',
  'tugas darurat': 'emergency',
  emergency: 'emergency',
  lupa: 'forgotten',
  terlewat: 'forgotten',
  forgot: 'forgotten',
};

/** The date of an activity: today or what the message says, until the person chooses another one. */
export const reportedDate: Q = {
  id: 'date',
  optional: false,
  aside: true,
  when: () => true,
  label: ({ t }) => t.field.date(),
  ask: (context) => ({
    text: context.t.ask.date(),
    hint: null,
    input: { kind: 'choice', options: dateOptions(context) },
  }),
  parse(answer, context) {
    const said =
      'choice' in answer ? answer.choice : 'text' in answer ? answer.text.trim().toLowerCase() : '';
    const hit = dateOptions(context).find((o) => o.value === said || o.label.toLowerCase() === said);
    const read = hit ? { date: hit.value, rest: '' } : leadingDate(said, context.today);
    if (read?.rest !== '') return { problem: context.t.problem.chooseOne() };
    return isPossible(read.date, context)
      ? { value: read.date }
      : { problem: closedDate(read.date, context) };
  },
  accepts: (value, context) => isPossible(String(value), context),
  complete: () => true,
  show: (value, { locale }) => longDate(String(value), locale),
  initial: (value) => String(value),
};

/** Why a date past its grace period is only reported now. */
export const lateReason: Q = {
  id: 'why',
  optional: false,
  when: ({ date }, { dates, ownDate, explained }) =>
    date !== ownDate &&
    !explained.has(String(date)) &&
    dates.some((d) => d.date === date && d.state === 'late'),
  label: ({ t }) => t.field.reason(),
  ask: ({ t }, answers) => ({
    text: t.window.why.ask(),
    hint: t.window.why.hint(),
    input: {
      kind: 'choice',
      options: [
        ...CHOICES.map((kind) => option(kind, t.window.why.reason(kind))),
        // Forms show a choice where a reason was written before.
        ...(isOther(answers.why)
          ? [option('other', answers.why.reason ?? t.window.why.reason('other'))]
          : []),
      ],
    },
  }),
  parse(answer, { t }, previous) {
    const said = ('choice' in answer ? answer.choice : 'text' in answer ? answer.text : '').trim();
    if (said === 'other' && isOther(previous)) return { value: previous };
    const kind =
      CHOICES.find(
        (choice) => choice === said || t.window.why.reason(choice).toLowerCase() === said.toLowerCase(),
      ) ?? SAID[said.toLowerCase()];
    if (kind) return { value: { kind, reason: null } satisfies Explanation };
    // Another activity that is told meanwhile is no reason.
    if (!/\p{L}{2}/u.test(said) || findTimeSpan(said)) return { problem: t.window.why.unclear() };
    if (said.length > MAX_REASON) return { problem: t.problem.tooLong(said.length, MAX_REASON) };
    return { value: { kind: 'other', reason: said } satisfies Explanation };
  },
  accepts: (value) => typeof (value as Explanation).kind === 'string',
  complete: () => true,
  show(value, { t }) {
    const { kind, reason } = value as Explanation;
    return reason ?? t.window.why.reason(kind);
  },
  initial: (value) => (value as Explanation).kind,
};

/** What is said about a date that cannot be reported: which ones can, and whom to ask about others. */
export function closedDate(
  date: string | null,
  { t, locale, today, dates, contact }: ActivityContext,
): string {
  const named = (d: string) => shortDate(d, locale, today);
  const [first, last] = [dates[0]?.date ?? today, dates.at(-1)?.date ?? today];
  const what = date === null ? t.window.date.unknown() : longDate(date, locale);
  return t.window.date.closed(what, named(first), named(last), contact);
}

/** Whether an activity may be recorded for a date. */
export function isPossible(
  date: string | null,
  { dates, ownDate }: Pick<ActivityContext, 'dates' | 'ownDate'>,
) {
  return date !== null && (date === ownDate || dates.some((d) => d.date === date));
}

function dateOptions({ t, locale, today, dates, ownDate }: ActivityContext): Option[] {
  const options = dates.map(({ date, state }) => {
    const name = shortDate(date, locale, today);
    const label =
      date === today
        ? t.window.date.today(name)
        : date === addDays(today, -1)
          ? t.window.date.yesterday(name)
          : date === addDays(today, 1)
            ? t.window.date.tomorrow(name)
            : longDate(date, locale);
    return option(date, state === 'late' ? t.window.date.late(label) : label);
  });
  if (ownDate === null || dates.some(({ date }) => date === ownDate)) return options;
  return [option(ownDate, longDate(ownDate, locale)), ...options];
}

function option(value: string, label: string): Option {
  return { value, label, short: label };
}

function isOther(value: unknown): value is Explanation {
  return (value as Explanation | null | undefined)?.kind === 'other';
}
