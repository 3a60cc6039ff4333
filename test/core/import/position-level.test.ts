import { describe, expect, it } from 'vitest';
import { parseLevel, parseYesNo } from '../../../src/core/import/position-level.ts';
import { POSITION_LEVELS } from '../../../src/core/model.ts';

describe('the level of a position', () => {
  it.each([...POSITION_LEVELS])('is read by its own name: %s', (level) => {
    expect(parseLevel(level)).toBe(level);
    expect(parseLevel(level.replaceAll('_', ' ').toUpperCase())).toBe(level);
  });

  it.each([
    ['Ahli Muda', 'ahli_muda'],
    ['JF Ahli Madya', 'ahli_madya'],
    ['Eselon II.b', 'jpt_pratama'],
    ['Eselon III a', 'administrator'],
    ['eselon IV', 'pengawas'],
    ['Jabatan Pelaksana', 'pelaksana'],
    ['Kepala', null],
    ['', null],
  ])('%s is %s', (text, level) => {
    expect(parseLevel(text)).toBe(level);
  });
});

describe('ya and tidak', () => {
  it.each([
    ['ya', true],
    ['Tidak', false],
    ['yes', true],
    ['mungkin', null],
  ])('%s is %s', (text, is) => {
    expect(parseYesNo(text)).toBe(is);
  });
});
