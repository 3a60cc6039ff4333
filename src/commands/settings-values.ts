import type { RuleChange } from '../app/agency-settings.ts';
import { clockTime } from '../core/local-time.ts';
import type { Locale } from '../core/model.ts';
import { type AcceptedReason, type Hours, minuteOf, type Rules, type WeekHours } from '../core/rules.ts';
import type { OperatorTexts } from '../i18n/operator-texts.ts';

const DAY = 1440;

/** Changed rules of an agency or unit, each as a line that people can read: `jam kerja: … → …`. */
export function changeLines(changes: readonly RuleChange[], locale: Locale, t: OperatorTexts): string[] {
  const to = changes.find(({ rule }) => rule === 'quietTo');
  return changes
    .filter(({ rule }) => rule !== 'quietTo')
    .map((change) => {
      const show = (which: 'from' | 'to') =>
        change.rule === 'quietFrom'
          ? quietText(change[which], to?.[which], locale, t)
          : ruleText(change.rule, change[which], locale, t);
      return `${t.settings.rule[change.rule]()}: ${show('from')} → ${show('to')}`;
    });
}

function ruleText(rule: keyof Rules, value: unknown, locale: Locale, t: OperatorTexts): string {
  if (value === null) return t.settings.value.inherited();
  const show = shown[rule] as ((value: unknown, locale: Locale, t: OperatorTexts) => string) | undefined;
  return show ? show(value, locale, t) : String(value);
}

function yesNo(value: boolean, _: Locale, t: OperatorTexts): string {
  return value ? t.settings.value.yes() : t.settings.value.no();
}

const timeText = (time: string, locale: Locale) => clockTime(minuteOf(time), locale);

const shown: {
  [Rule in keyof Rules]?: (value: NonNullable<Rules[Rule]>, locale: Locale, t: OperatorTexts) => string;
} = {
  workDays: (days, _, t) => days.map((day) => t.settings.day(day)).join(', '),
  workHours: weekText,
  ramadanHours: weekText,
  promptAt: timeText,
  closeAt: (time, locale, t) => {
    const minute = minuteOf(time);
    return minute > DAY
      ? t.settings.value.nextDay(clockTime(minute - DAY, locale))
      : clockTime(minute, locale);
  },
  secondPromptBefore: (minutes, _, t) => (minutes === 0 ? t.settings.value.never() : String(minutes)),
  acceptedReasons: (reasons: AcceptedReason[], _, t) =>
    reasons.map((reason) => t.settings.value.reason(reason)).join(', ') || t.settings.value.never(),
  evaluationPeriod: (period, _, t) => t.settings.value.period(period),
  peerFeedback: yesNo,
  publicPraise: yesNo,
  contact: ({ id, en }) => (id === en ? id : `${id} / ${en}`),
};

function quietText(from: unknown, to: unknown, locale: Locale, t: OperatorTexts): string {
  if (typeof from !== 'string' || typeof to !== 'string') return t.settings.value.inherited();
  return from === to ? t.settings.value.never() : `${timeText(from, locale)}–${timeText(to, locale)}`;
}

/** Days with the same hours are named together: `Senin–Kamis 07.30–16.00, istirahat 60 menit; Jumat …`. */
function weekText(week: WeekHours, locale: Locale, t: OperatorTexts): string {
  const hoursOf = (day: number) => week[String(day)] ?? week['1']!;
  const text = ({ start, end, pause }: Hours) =>
    t.settings.value.hours(clockTime(start, locale), clockTime(end % DAY || DAY, locale), pause);
  const spans: { from: number; to: number; text: string }[] = [];
  for (let day = 1; day <= 7; day += 1) {
    const last = spans.at(-1);
    if (last?.text === text(hoursOf(day))) last.to = day;
    else spans.push({ from: day, to: day, text: text(hoursOf(day)) });
  }
  return spans
    .map(({ from, to, text }) => `${from === to ? t.settings.day(from) : t.settings.days(from, to)} ${text}`)
    .join('; ');
}
