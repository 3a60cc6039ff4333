import { type AnnouncementGoal, GOALS, MAX_ANNOUNCEMENT, MAX_SILENT_DAYS } from '../src/core/announcement.ts';
import { countdownTo } from '../src/core/countdown.ts';
import { addDays, instantOf, longDate, zoneName } from '../src/core/local-time.ts';
import { parseDay, parseMoment } from '../src/core/moment.ts';
import { readUnitNames } from '../src/core/unit-names.ts';
import {
  type AnnouncementContext,
  type ChosenUnit,
  choiceOf,
  clip,
  goalOptions,
  inState,
  type Moment,
  momentText,
  option,
  shortId,
  typedMoment,
  unitNames,
  unitOptions,
  type Who,
  whoName,
  whoOptions,
  yesNo,
} from './announcement-parts.ts';
import type { Form, Question } from './form.ts';

type Q = Question<AnnouncementContext>;
const always = () => true;
/** Local minute that is offered for tomorrow. */
const MORNING = 8 * 60;

const text: Q = {
  id: 'text',
  optional: false,
  when: always,
  label: ({ t }) => t.announcement.field.text(),
  ask: ({ t }) => ({
    text: t.announcement.ask.text(),
    hint: t.announcement.ask.textHint(),
    input: { kind: 'text', multiline: true, placeholder: t.announcement.ask.textExample() },
  }),
  parse(answer, { t }) {
    const body = 'text' in answer ? answer.text.trim() : '';
    if (body === '') return { problem: t.announcement.problem.empty() };
    if (body.length > MAX_ANNOUNCEMENT) return { problem: t.problem.tooLong(body.length, MAX_ANNOUNCEMENT) };
    return { value: body };
  },
  accepts: (value) => typeof value === 'string' && value !== '',
  complete: always,
  show: (value) => clip(String(value)),
  initial: (value) => String(value),
};

const units: Q = {
  id: 'units',
  optional: false,
  when: always,
  label: ({ t }) => t.announcement.field.units(),
  ask: (context) => ({
    text: context.t.announcement.ask.units(),
    hint: context.t.announcement.ask.unitsHint(),
    input: {
      kind: 'suggest',
      options: unitOptions(context),
      placeholder: context.t.announcement.option.allUnits(),
    },
  }),
  parse(answer, context) {
    const { t } = context;
    const said = 'choice' in answer ? answer.choice : 'text' in answer ? answer.text.trim() : '';
    if (/^(semua|all|everybody|everyone)( unit| units)?$/i.test(said)) return { value: [] };
    if ('choice' in answer) {
      const unit = context.units.find(({ id }) => shortId(id) === said);
      return unit ? { value: chosen([unit.id], context) } : { problem: t.problem.chooseOne() };
    }
    const read = readUnitNames(said, context.units);
    if (read.ok) return { value: chosen(read.unitIds, context) };
    return {
      problem:
        read.problem === 'ambiguous'
          ? t.announcement.problem.unitAmbiguous(read.text, read.candidates.join('; '))
          : t.announcement.problem.unitUnknown(read.text),
    };
  },
  accepts: (value, context) =>
    Array.isArray(value) && value.every(({ id }) => context.units.some((unit) => unit.id === id)),
  complete: always,
  show: (value, { t }) => unitNames(value as ChosenUnit[], t),
  initial: (value) => (value as ChosenUnit[]).map(({ name }) => name).join('; ') || 'semua',
};

const who: Q = {
  id: 'who',
  optional: false,
  when: always,
  label: ({ t }) => t.announcement.field.who(),
  ask: (context) => ({
    text: context.t.announcement.ask.who(),
    hint: null,
    input: { kind: 'choice', options: whoOptions(context).map(({ option }) => option) },
  }),
  parse(answer, context) {
    const said = ('choice' in answer ? answer.choice : 'text' in answer ? answer.text : '')
      .trim()
      .toLowerCase();
    const options = whoOptions(context);
    const hit =
      options.find(({ option }) => option.value === said) ??
      options.find(({ option }) => said.length >= 4 && option.label.toLowerCase().includes(said));
    if (hit) return { value: hit.who };
    const days = Number(
      /(?:lapor|report).*?(\d{1,2})|(\d{1,2}).*?(?:lapor|report)/.exec(said)?.slice(1).join(''),
    );
    if (days >= 1 && days <= MAX_SILENT_DAYS) return { value: inState({ kind: 'not_reported', days }) };
    return { problem: context.t.problem.chooseOne() };
  },
  accepts: (value) => typeof (value as Who).kind === 'string',
  complete: always,
  show: (value, context) => whoName(value as Who, context),
  initial: (value) => choiceOf(value as Who),
};

const deadline: Q = {
  id: 'deadline',
  optional: true,
  when: always,
  label: ({ t }) => t.announcement.field.deadline(),
  ask: ({ t, locale, today }) => ({
    text: t.announcement.ask.deadline(),
    hint: t.announcement.ask.deadlineHint(),
    input: { kind: 'text', multiline: false, placeholder: longDate(addDays(today, 7), locale) },
  }),
  parse(answer, { t, today }) {
    const date = 'text' in answer ? parseDay(answer.text, today) : null;
    if (date === null) return { problem: t.announcement.problem.deadline() };
    return date < today ? { problem: t.announcement.problem.deadlinePast() } : { value: date };
  },
  accepts: (value, { today }) => typeof value === 'string' && value >= today,
  complete: always,
  show: (value, { locale }) => longDate(String(value), locale),
  initial: (value) => String(value),
};

const countdown: Q = {
  id: 'countdown',
  optional: false,
  // Asked only where a date of the series is still to come.
  when: ({ deadline: until }, { zone, now }) =>
    typeof until === 'string' && countdownTo(until, MORNING, zone, now).length > 0,
  label: ({ t }) => t.announcement.field.countdown(),
  ask: ({ t }) => ({
    text: t.announcement.ask.countdown(),
    hint: t.announcement.ask.countdownHint(),
    input: { kind: 'choice', options: yesNo(t) },
  }),
  parse(answer, { t }) {
    const said = ('choice' in answer ? answer.choice : 'text' in answer ? answer.text : '')
      .trim()
      .toLowerCase();
    const hit = yesNo(t).find(({ value, label }) => value === said || label.toLowerCase() === said);
    return hit ? { value: hit.value === 'yes' } : { problem: t.problem.chooseOne() };
  },
  accepts: (value) => typeof value === 'boolean',
  complete: always,
  show: (value, { t }) => (value ? t.announcement.option.yes() : t.announcement.option.no()),
  initial: (value) => (value ? 'yes' : 'no'),
};

const goal: Q = {
  id: 'goal',
  optional: false,
  when: always,
  label: ({ t }) => t.announcement.field.goal(),
  ask: ({ t }) => ({
    text: t.announcement.ask.goal(),
    hint: null,
    input: { kind: 'choice', options: goalOptions(t) },
  }),
  parse(answer, { t }) {
    const said = ('choice' in answer ? answer.choice : 'text' in answer ? answer.text : '')
      .trim()
      .toLowerCase();
    const hit = goalOptions(t).find(
      ({ value, label }) => value === said || (said.length >= 3 && label.toLowerCase().includes(said)),
    );
    return hit ? { value: hit.value } : { problem: t.problem.chooseOne() };
  },
  accepts: (value) => GOALS.some((one) => one === value),
  complete: always,
  show: (value, { t }) => t.announcement.option.goal(value as AnnouncementGoal),
  initial: (value) => String(value),
};

const at: Q = {
  id: 'at',
  optional: false,
  when: always,
  label: ({ t }) => t.announcement.field.at(),
  ask: ({ t, zone, now }) => ({
    text: t.announcement.ask.at(),
    hint: t.announcement.ask.atHint(zoneName(zone, now)),
    input: {
      kind: 'suggest',
      options: [
        option('now', t.announcement.option.now()),
        option('tomorrow', t.announcement.option.tomorrow()),
      ],
      placeholder: t.announcement.option.now(),
    },
  }),
  parse(answer, context) {
    const { t, now, zone, today } = context;
    const said = 'choice' in answer ? answer.choice : 'text' in answer ? answer.text : '';
    if ('choice' in answer && said === 'tomorrow')
      return { value: { at: instantOf(addDays(today, 1), MORNING, zone), zone } satisfies Moment };
    const moment = parseMoment(said, now, zone);
    if (!moment) return { problem: t.announcement.problem.moment() };
    if (moment.at !== null && moment.at <= now) return { problem: t.announcement.problem.momentPast() };
    return { value: { ...moment, zone } satisfies Moment };
  },
  accepts(value, { now }) {
    const { at: when } = value as Moment;
    return when === null || when > now;
  },
  complete: always,
  show: (value, context) => momentText((value as Moment).at, context),
  initial: (value) => typedMoment(value as Moment),
};

/** What HR announces: seven questions at most, and a preview with numbers before it is sent. */
export const announcementForm: Form<AnnouncementContext> = {
  id: 'announcement',
  questions: [text, units, who, deadline, countdown, goal, at],
  review: true,
  title: ({ t }) => t.announcement.form(),
  submit: ({ t }) => t.announcement.review(),
};

const chosen = (ids: readonly string[], { units: all }: AnnouncementContext): ChosenUnit[] =>
  all.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));
