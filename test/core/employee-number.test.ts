import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskEmployeeNumber, parseEmployeeNumber } from '../../src/core/employee-number.ts';
import { validNip } from './import/builders.ts';

const today = '2026-11-22';
/** As it is printed (Perka BKN 22/2007): `19860926 201505 1 001`. */
const printed = (nip: string) => nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
const parse = (text: string) => parseEmployeeNumber(text, { today });

describe('an employee number is accepted', () => {
  it.each([
    ['plain', '198609262015051001'],
    ['as printed', '19860926 201505 1 001'],
    ['with dots', '19860926.201505.1.001'],
    ['with the apostrophe of a spreadsheet', "'198609262015051001"],
    ['with spaces of every kind', ' 19860926\u00a0201505\t1\u2009001\ufeff\u200e\n'],
  ])('%s', (_, text) => {
    expect(parse(text)).toEqual({ ok: true, nip: '198609262015051001', warnings: [] });
  });

  it.each([
    ['199009132025242014', 'a PPPK paruh waktu with agreement 24'],
    ['199001012025211001', 'a PPPK with agreement 21'],
    ['199001012021991001', 'the highest agreement'],
    ['200402292025061001', 'a birthday on 29 February of a leap year'],
    ['198609262026111001', 'appointed in the month of today'],
  ])('%s: %s', (nip) => {
    expect(parse(nip)).toEqual({ ok: true, nip, warnings: [] });
  });

  it('though a woman was born on day 26, and not on 66 as in a NIK', () => {
    expect(parse('198609262015052001')).toMatchObject({ ok: true });
    expect(parse('198609662015052001')).toMatchObject({ ok: false, problem: { code: 'birth_date' } });
  });
});

describe('an employee number is refused', () => {
  it.each([
    ['', { code: 'empty' }],
    [" ' ", { code: 'empty' }],
    ['1.98609E+17', { code: 'scientific' }],
    ['1,98609E+17', { code: 'scientific' }],
    ['1.98609262015051e17', { code: 'scientific' }],
    ['198609262015O51001', { code: 'characters' }],
    ['Budi', { code: 'characters' }],
    ['19860926201505100', { code: 'length', digits: 17 }],
    ['1986092620150510011', { code: 'length', digits: 19 }],
    ['199013012020121001', { code: 'birth_date', digits: '19901301' }],
    ['199002292020121001', { code: 'birth_date', digits: '19900229' }],
    ['190002292020121001', { code: 'birth_date', digits: '19000229' }],
    ['098609262015051001', { code: 'birth_date', digits: '09860926' }],
    ['198609262015001001', { code: 'appointment_month', digits: '00' }],
    ['198609262015131001', { code: 'appointment_month', digits: '13' }],
    ['198609262015201001', { code: 'appointment_month', digits: '20' }],
    ['198609262026121001', { code: 'appointment_in_future', appointed: '2026-12' }],
    ['198609262027211001', { code: 'appointment_in_future', appointed: '2027' }],
    ['201609262015051001', { code: 'appointment_before_birth', appointed: '2015-05' }],
    ['198609262015050001', { code: 'sex', digit: '0' }],
    ['198609262015053001', { code: 'sex', digit: '3' }],
    ['198609262015051000', { code: 'serial' }],
  ])('%s', (text, problem) => {
    expect(parse(text)).toEqual({ ok: false, problem });
  });
});

describe('an unusual age is a warning and no refusal', () => {
  it.each([
    ['199806012015051001', [{ code: 'young_at_appointment', age: 16 }]],
    ['199805312015051001', []],
    ['200801012025211001', []],
    [
      '195001012020211001',
      [
        { code: 'old_at_appointment', age: 70 },
        { code: 'past_retirement', age: 76 },
      ],
    ],
    ['195511221980011001', [{ code: 'past_retirement', age: 71 }]],
    ['195511231980011001', []],
  ])('%s', (nip, warnings) => {
    expect(parse(nip)).toEqual({ ok: true, nip, warnings });
  });
});

describe('writing an employee number', () => {
  it('shows four digits at either end when masked', () => {
    expect(maskEmployeeNumber('198609262015051001')).toBe('1986••••••••••1001');
  });

  it('never shows a short or unfinished number when masked', () => {
    expect(maskEmployeeNumber('19860926')).toBe('••••••••');
  });

  it('hides ten digits of every number, however it is written', () => {
    fc.assert(
      fc.property(validNip, (nip) => {
        expect(maskEmployeeNumber(printed(nip))).toMatch(/^\d{4}•{10}\d{4}$/);
      }),
    );
  });
});

describe('for every valid number', () => {
  it('the printed form reads back as the same number', () => {
    fc.assert(
      fc.property(validNip, (nip) => {
        expect(parse(printed(nip))).toMatchObject({ ok: true, nip });
      }),
    );
  });

  it('spaces and dots anywhere change nothing', () => {
    const marks = fc.array(fc.constantFrom('', ' ', '.', '\u00a0'), { minLength: 18, maxLength: 18 });
    fc.assert(
      fc.property(validNip, marks, (nip, between) => {
        const text = [...nip].map((digit, at) => between[at] + digit).join('');
        expect(parse(text)).toMatchObject({ ok: true, nip });
      }),
    );
  });

  it('kept as a spreadsheet number, it is never taken for somebody else', () => {
    fc.assert(
      fc.property(validNip, (nip) => {
        expect(parse(Number(nip).toExponential())).toEqual({ ok: false, problem: { code: 'scientific' } });
        expect(parse(`${nip.slice(0, 15)}000`)).toEqual({ ok: false, problem: { code: 'serial' } });
      }),
    );
  });

  it('whatever is typed, the answer is a value and never an exception', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parse(text)));
  });
});
