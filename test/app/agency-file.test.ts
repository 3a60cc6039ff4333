import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readAgencyFile } from '../../src/app/agency-file.ts';
import type { Hours, OwnRules } from '../../src/core/rules.ts';
import { weekHours } from '../../src/core/work-hours.ts';

const two = (n: number) => String(n).padStart(2, '0');
const clockOf = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const clock = (max: number) => fc.integer({ min: 0, max }).map(clockOf);
const minutes = fc.integer({ min: 0, max: 1440 });
const days = fc.integer({ min: 0, max: 31 });
const hours: fc.Arbitrary<Hours> = fc
  .tuple(
    fc.integer({ min: 0, max: 700 }),
    fc.integer({ min: 200, max: 700 }),
    fc.integer({ min: 0, max: 120 }),
  )
  .map(([start, length, pause]) => ({ start, end: start + length, pause }));
const byDay = fc
  .tuple(hours, fc.dictionary(fc.constantFrom('2', '3', '4', '5', '6', '7'), hours))
  .map(([monday, others]) => ({ ...others, 1: monday }) as Record<string, Hours>);
const written = (week: Record<string, Hours>) =>
  Object.fromEntries(
    Object.entries(week).map(([day, { start, end, pause }]) => [
      day,
      `${clockOf(start)}-${clockOf(end)} istirahat ${pause}`,
    ]),
  );
const shortest = (week: Record<string, Hours>) =>
  weekHours(new Map(Object.entries(week).map(([day, each]) => [Number(day), each])))!;

/** Rules as they are written, and as they are to be read. */
const rule = <T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  read: (value: T) => OwnRules,
  inherited: OwnRules,
) =>
  fc.option(
    fc.oneof(
      arbitrary.map((value) => ({ written: { [name]: value as unknown }, read: read(value) })),
      fc
        .constantFrom('inherit', 'warisi', ' Warisi ')
        .map((word) => ({ written: { [name]: word }, read: inherited })),
    ),
    { nil: { written: {}, read: {} } },
  );
const waitDays = fc.integer({ min: 1, max: 92 });
const performanceRules = fc
  .tuple(
    rule(
      'evaluation_period',
      fc.constantFrom('bulan', 'triwulan'),
      (word) => ({
        evaluationPeriod: word === 'bulan' ? 'month' : 'quarter',
      }),
      { evaluationPeriod: null },
    ),
    rule(
      'peer_feedback',
      fc.constantFrom('ya', 'tidak', true, false),
      (word) => ({
        peerFeedback: word === 'ya' || word === true,
      }),
      { peerFeedback: null },
    ),
    rule('objection_days', waitDays, (objectionDays) => ({ objectionDays }), { objectionDays: null }),
    rule('feedback_gap_days', waitDays, (feedbackGapDays) => ({ feedbackGapDays }), {
      feedbackGapDays: null,
    }),
    rule('plan_due', fc.constantFrom('01-31', '02-28', '12-01'), (planDue) => ({ planDue }), {
      planDue: null,
    }),
  )
  .map((parts) => ({
    written: Object.assign({}, ...parts.map((part) => part.written)) as Record<string, unknown>,
    read: Object.assign({}, ...parts.map((part) => part.read)) as OwnRules,
  }));
const everyRule = fc
  .tuple(
    rule('work_days', fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), (workDays) => ({ workDays }), {
      workDays: null,
    }),
    rule('work_hours', byDay.map(written), () => ({}), { workHours: null }),
    rule('prompt_at', clock(1439), (promptAt) => ({ promptAt }), { promptAt: null }),
    rule('prompt_lateness_minutes', minutes, (promptLateness) => ({ promptLateness }), {
      promptLateness: null,
    }),
    rule('second_prompt_minutes_before_close', minutes, (secondPromptBefore) => ({ secondPromptBefore }), {
      secondPromptBefore: null,
    }),
    rule(
      'quiet_hours',
      fc.uniqueArray(clock(1439), { minLength: 2, maxLength: 2 }).map((pair) => pair.join('-')),
      (text) => ({ quietFrom: text.split('-')[0]!, quietTo: text.split('-')[1]! }),
      { quietFrom: null, quietTo: null },
    ),
    rule('report_closes_at', clock(2160), (closeAt) => ({ closeAt }), { closeAt: null }),
    rule('report_grace_minutes', minutes, (graceMinutes) => ({ graceMinutes }), { graceMinutes: null }),
    rule('report_late_days', days, (lateDays) => ({ lateDays }), { lateDays: null }),
    rule('report_ahead_days', days, (aheadDays) => ({ aheadDays }), { aheadDays: null }),
    rule('messages_per_day', fc.integer({ min: 1, max: 100 }), (messageBudget) => ({ messageBudget }), {
      messageBudget: null,
    }),
    performanceRules,
  )
  .map((parts) => ({
    written: Object.assign({}, ...parts.map((part) => part.written)) as Record<string, unknown>,
    read: Object.assign({}, ...parts.map((part) => part.read)) as OwnRules,
  }));

it('whatever rules are written are read as they were meant', () => {
  fc.assert(
    fc.property(everyRule, everyRule, (agency, unit) => {
      const text = stringify({ agency: agency.written, units: { RSUD: unit.written } });
      const reading = readAgencyFile(text);
      if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
      const without = ({ workHours, ...rules }: OwnRules) => (workHours ? rules : { workHours, ...rules });
      const plain = (rules: OwnRules) => JSON.parse(JSON.stringify(without(rules)));
      expect(plain(reading.file.agency)).toEqual(plain(agency.read));
      expect(plain(reading.file.units[0]!.rules)).toEqual(plain(unit.read));
    }),
  );
});

it('hours by day are read in their shortest form', () => {
  fc.assert(
    fc.property(byDay, (week) => {
      const reading = readAgencyFile(stringify({ agency: { ramadan_hours: written(week) } }));
      expect(reading).toMatchObject({ ok: true, file: { agency: { ramadanHours: shortest(week) } } });
    }),
  );
});

it.each([['off'], ['tidak'], [false], ['"off"']])('quiet hours may be switched off with %s', (value) => {
  const reading = readAgencyFile(`agency: { quiet_hours: ${value} }`);
  expect(reading).toMatchObject({ ok: true, file: { agency: { quietFrom: '00:00', quietTo: '00:00' } } });
});

it('reasons for lateness are understood in both languages, and there may be none', () => {
  const reasons = (list: string) => readAgencyFile(`agency: { accepted_late_reasons: ${list} }`);
  const both = { ok: true, file: { agency: { acceptedReasons: ['no_signal', 'emergency'] } } };
  expect(reasons('[tanpa_sinyal, emergency]')).toMatchObject(both);
  expect(reasons('[no_signal, tugas_darurat, no_signal]')).toMatchObject(both);
  expect(reasons('[]')).toMatchObject({ file: { agency: { acceptedReasons: [] } } });
});
