import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type VersionSpan, versionOn } from '../../src/core/plan/version.ts';

const agreed = (fromDate: string, toDate: string | null): VersionSpan => ({
  status: 'agreed',
  fromDate,
  toDate,
});

it('finds the version in force, both ends included', () => {
  const versions = [agreed('2026-01-01', '2026-04-30'), agreed('2026-05-01', null)];
  expect(versionOn(versions, '2026-04-30')).toBe(versions[0]);
  expect(versionOn(versions, '2026-05-01')).toBe(versions[1]);
  expect(versionOn(versions, '2025-12-31')).toBeNull();
});

it('never finds one that was not agreed', () => {
  const status = fc.constantFrom('draft', 'proposed', 'returned', 'withdrawn') as fc.Arbitrary<
    VersionSpan['status']
  >;
  fc.assert(
    fc.property(status, (s) => {
      expect(versionOn([{ status: s, fromDate: '2026-01-01', toDate: null }], '2026-06-01')).toBeNull();
    }),
  );
});
