import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuickEntry } from '../../src/core/quick-entry.ts';

describe('one message as an activity', () => {
  it('is taken apart into time, work result, quantity, links and the rest', () => {
    expect(parseQuickEntry('08.00-10.00 Rapat koordinasi RHK2 3 dokumen')).toEqual({
      what: 'Rapat koordinasi',
      time: { start: 480, end: 600 },
      timeProblem: null,
      workResultNumber: 2,
      actionNumber: null,
      quantity: { milli: 3000, unit: 'dokumen' },
      links: [],
      obstacle: null,
    });
    expect(parseQuickEntry('Menyusun laporan, bukti https://drive.go.id/a?x=1 RHK 1')).toMatchObject({
      what: 'Menyusun laporan, bukti',
      links: ['https://drive.go.id/a?x=1'],
      workResultNumber: 1,
    });
  });

  it.each([
    ['Rapat kendala: jaringan mati', 'Rapat', 'jaringan mati'],
    ['08.00-10.00 Survei 2 titik. Hambatan = hujan dari 09.00-10.00', 'Survei', 'hujan dari 09.00-10.00'],
    ['Survei\nObstacle: road closed RHK1\nRapat', 'Survei\nRapat', 'road closed'],
    ['Rapat kendala: tidak ada', 'Rapat', null],
    ['Rapat kendala: -', 'Rapat', null],
    ['Membahas kendala jaringan', 'Membahas kendala jaringan', null],
  ])('reads what stood in the way: %s', (text, what, obstacle) => {
    expect(parseQuickEntry(text)).toMatchObject({ what, obstacle });
  });

  it('reads a work result behind an obstacle', () => {
    expect(parseQuickEntry('Rapat kendala: jaringan mati RHK2')).toMatchObject({
      workResultNumber: 2,
      obstacle: 'jaringan mati',
    });
  });

  it('takes RA3 for an action plan only where there are some', () => {
    expect(parseQuickEntry('Kunjungan RA 3 Melati RA3 2 dokumen')).toMatchObject({
      what: 'Kunjungan RA 3 Melati RA3',
      actionNumber: null,
    });
    expect(parseQuickEntry('Menyusun draf RA3 2 dokumen', true)).toMatchObject({
      what: 'Menyusun draf',
      actionNumber: 3,
      quantity: { milli: 2_000, unit: 'dokumen' },
    });
    expect(parseQuickEntry('Rapat pra 3 sidang', true)).toMatchObject({ actionNumber: null });
  });

  it('tells a span across midnight from a missing one', () => {
    expect(parseQuickEntry('22.00-02.00 jaga malam')).toMatchObject({
      time: null,
      timeProblem: 'across_midnight',
    });
    expect(parseQuickEntry('jaga malam')).toMatchObject({ time: null, timeProblem: null });
  });

  it('keeps every word that it does not recognise', () => {
    const word = fc
      .stringMatching(/^[a-z]{3,10}$/)
      .filter((w) => !['rhk', 'jam', 'pukul', 'pkl'].includes(w));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        expect(parseQuickEntry(`08.00-09.00 ${words.join(' ')} RHK1`).what).toBe(words.join(' '));
      }),
    );
  });
});
