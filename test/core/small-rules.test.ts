import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uuidv7 } from '../../src/app/ids.ts';
import { createLines } from '../../src/core/lines.ts';
import {
  clockTime,
  datesBetween,
  instantOf,
  localDate,
  longDate,
  shortDate,
  zoneName,
} from '../../src/core/local-time.ts';
import { receiptNumber } from '../../src/core/receipt-number.ts';
import { sameText } from '../../src/core/same-text.ts';

describe('local time', () => {
  it('gives every zone its own day', () => {
    const at = Date.parse('2026-11-22T16:30:00Z');
    expect(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'].map((zone) => localDate(at, zone))).toEqual([
      '2026-11-22',
      '2026-11-23',
      '2026-11-23',
    ]);
  });

  it('goes from a local minute to the instant and back', () => {
    expect(new Date(instantOf('2026-11-23', 930, 'Asia/Jayapura')).toISOString()).toBe(
      '2026-11-23T06:30:00.000Z',
    );
    expect(datesBetween('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });

  it('writes dates, times and zones as people here do', () => {
    expect(longDate('2026-11-23', 'id')).toBe('Senin, 23 November 2026');
    expect(longDate('2026-11-23', 'en')).toBe('Monday, 23 November 2026');
    expect(shortDate('2025-08-17', 'id', '2026-01-01')).toBe('17 Agu 2025');
    expect([clockTime(485, 'id'), clockTime(485, 'en'), clockTime(1440, 'id')]).toEqual([
      '08.05',
      '08:05',
      '24.00',
    ]);
    expect(['Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura'].map((z) => zoneName(z, 0))).toEqual([
      'WIB',
      'WITA',
      'WIT',
    ]);
  });
});

describe('a receipt number', () => {
  it('holds the date and five letters that cannot be confused', () => {
    expect(receiptNumber('2026-11-23', new Uint8Array([0, 31, 18, 200, 7]))).toBe('261123-0ZJ87');
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 9 }), (random) => {
        expect(receiptNumber('2026-11-23', random)).toMatch(/^261123-[0-9A-HJKMNP-TV-Z]{5}$/);
      }),
    );
  });
});

describe('two descriptions', () => {
  it('say the same whatever their case, spacing and punctuation', () => {
    expect(sameText('Rapat  Koordinasi.', 'rapat koordinasi')).toBe(true);
    expect(sameText('Rapat koordinasi', 'Rapat koordinasi 2')).toBe(false);
  });
});

describe('work in lines', () => {
  it('runs in order under one key, at the same time under different keys, and goes on after a failure', async () => {
    const lines = createLines();
    const seen: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const first = lines.run('a', async () => {
      await gate;
      seen.push('a1');
      throw new Error('no');
    });
    const second = lines.run('a', async () => void seen.push('a2'));
    await lines.run('b', async () => void seen.push('b1'));
    open();
    await expect(first).rejects.toThrow('no');
    await second;
    await lines.idle();
    expect(seen).toEqual(['b1', 'a1', 'a2']);
  });
});

describe('an id', () => {
  it('is a UUID of version 7 that sorts by its instant, and never comes twice', () => {
    const now = Date.parse('2026-11-23T08:00:00Z');
    const ids = Array.from({ length: 2_000 }, (_, i) => uuidv7(now + Math.floor(i / 500)));
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Number.parseInt(ids[0]!.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
    expect(ids[0]! < ids[1_999]!).toBe(true);
  });
});
