import { expect, it } from 'vitest';
import { maskCell, maskNumbers } from '../../src/commands/mask.ts';
import { findingLine, problemFinding, problemTexts } from '../../src/commands/problem-text.ts';
import { nip } from '../core/import/builders.ts';

const place = { line: 7, column: 'atasan_nip' };

it.each(['id', 'en'] as const)('names line and column, and no full NIP (%s)', (locale) => {
  const texts = problemTexts(locale);
  const cycle = [nip(1), nip(2)];
  const problem = { ...place, code: 'supervisor_cycle', value: nip(2), cycle } as const;
  const line = findingLine(problemFinding(problem, texts), texts);
  expect(line).toMatch(locale === 'id' ? /^Baris 7, kolom atasan_nip: / : /^Line 7, column atasan_nip: /);
  expect(line).toContain('1986••••••••••1001 → 1986••••••••••1002 → 1986••••••••••1001');
});

it('masks numbers whatever stands between their digits', () => {
  expect(maskNumbers('NIP 19860926 201505 1 001 di sini')).toBe('NIP 1986••••••••••1001 di sini');
  expect(maskNumbers('tahun 2026, 12 dokumen')).toBe('tahun 2026, 12 dokumen');
  expect(maskCell('19860926O01505 1 001')).toBe('1986••••O••••• 1 001');
});
