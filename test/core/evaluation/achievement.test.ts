import { describe, expect, it } from 'vitest';
import { achievements, leaderResultRating } from '../../../src/core/evaluation/achievement.ts';
import { achievementSetter, type LedUnit } from '../../../src/core/evaluation/achievement-setter.ts';

describe('the result rating of a leader', () => {
  it('follows the achievement of the unit (domain.md §2.2)', () => {
    expect(achievements.map((level) => [level, leaderResultRating(level)])).toEqual([
      ['excellent', 'above'],
      ['good', 'meets'],
      ['needs_improvement', 'below'],
      ['poor', 'below'],
      ['very_poor', 'below'],
    ]);
  });
});

describe('whoever sets the achievement of a unit', () => {
  const units = new Map<string, LedUnit>(
    [
      { id: 'dinas', parentId: null, leaderId: 'rina' },
      { id: 'bidang', parentId: 'dinas', leaderId: 'budi' },
      { id: 'seksi', parentId: 'bidang', leaderId: 'sari' },
      { id: 'rangkap', parentId: 'bidang', leaderId: 'budi' },
    ].map((unit) => [unit.id, unit]),
  );
  const setter = (unit: string, active: (id: string) => boolean = () => true) =>
    achievementSetter(unit, units, active);

  it('is the leader of the unit above', () => {
    expect(setter('seksi')).toEqual({ kind: 'leader', personId: 'budi' });
    expect(setter('bidang')).toEqual({ kind: 'leader', personId: 'rina' });
  });

  it('is HR for the top unit', () => {
    expect(setter('dinas')).toEqual({ kind: 'hr' });
  });

  it('is never its own leader, and nobody who has left', () => {
    expect(setter('rangkap')).toEqual({ kind: 'leader', personId: 'rina' });
    expect(setter('seksi', (id) => id !== 'budi')).toEqual({ kind: 'leader', personId: 'rina' });
    expect(setter('bidang', () => false)).toEqual({ kind: 'hr' });
  });
});
