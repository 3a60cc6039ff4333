import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantity, formatQuantity, parseQuantity } from '../../src/core/quantity.ts';

describe('an answer to "how much"', () => {
  it.each([
    ['3 dokumen', 3000, 'dokumen'],
    ['2,5 jam', 2500, 'jam'],
    ['2.5 jam', 2500, 'jam'],
    ['1.250 lembar', 1_250_000, 'lembar'],
    ['1.250,5 ha', 1_250_500, 'ha'],
    ['4 Surat Keputusan', 4000, 'surat keputusan'],
  ])('reads %s', (text, milli, unit) => {
    expect(parseQuantity(text)).toEqual({ milli, unit });
  });

  it.each([
    ['tiga', 'unclear'],
    ['3', 'no_unit'],
    ['9999999999 lembar', 'too_large'],
  ])('says why %s is not one', (text, problem) => {
    expect(parseQuantity(text)).toEqual({ problem });
  });

  it('reads back what is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (milli) => {
        expect(parseQuantity(formatQuantity(milli, 'dokumen', 'id'))).toEqual({ milli, unit: 'dokumen' });
      }),
    );
  });
});

describe('a quantity in a sentence', () => {
  it('is found at the end with a well-known unit', () => {
    expect(findQuantity('Menyusun laporan 3 dokumen')).toEqual({
      quantity: { milli: 3000, unit: 'dokumen' },
      rest: 'Menyusun laporan',
    });
  });

  it('is found with a unit of the own plan, the longer one first', () => {
    expect(findQuantity('Menyusun data 3 tabel')).toBeNull();
    expect(findQuantity('Menyusun data 3 tabel.', ['tabel'])).toEqual({
      quantity: { milli: 3000, unit: 'tabel' },
      rest: 'Menyusun data',
    });
    expect(findQuantity('Pelatihan 12 orang jam', ['jam', 'Orang Jam'])).toMatchObject({
      quantity: { milli: 12_000, unit: 'orang jam' },
    });
    expect(findQuantity('Nilai akhir 95 %', ['%', '(a'])).toBeNull();
  });

  it('is not seen in years and titles', () => {
    expect(findQuantity('Menyusun anggaran 2026')).toBeNull();
    expect(findQuantity('Rapat persiapan HUT ke-81')).toBeNull();
  });
});
