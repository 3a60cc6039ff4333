import { describe, expect, it } from 'vitest';
import { decideReminder } from '../../../src/core/evaluation/reminders.ts';

const moments = { opened: 100, reminder: 200, overdue: 300 };

describe('reminders of an evaluation', () => {
  it('come at their moments, one after the other', () => {
    expect(decideReminder(moments, 0, 50, null)).toEqual({ due: null, nextAt: 100 });
    expect(decideReminder(moments, 50, 100, null)).toEqual({ due: 'opened', nextAt: 200 });
    expect(decideReminder(moments, 100, 200, 'open')).toEqual({ due: 'reminder', nextAt: 300 });
    expect(decideReminder(moments, 200, 300, 'submitted')).toEqual({ due: 'overdue', nextAt: null });
  });

  it('are not told twice, and what lies before the first look is not told at all', () => {
    expect(decideReminder(moments, 100, 150, null)).toEqual({ due: null, nextAt: 200 });
    expect(decideReminder(moments, 400, 500, null)).toEqual({ due: null, nextAt: null });
  });

  it('that were missed come as one', () => {
    expect(decideReminder(moments, 0, 250, 'returned').due).toBe('reminder');
  });

  it('are for those who have something to do', () => {
    expect(decideReminder(moments, 0, 100, 'submitted').due).toBeNull();
    expect(decideReminder(moments, 0, 300, 'rated').due).toBeNull();
    expect(decideReminder(moments, 0, 300, 'locked').due).toBeNull();
  });

  it('leave out steps for which somebody has no working moment', () => {
    expect(decideReminder({ ...moments, opened: null }, 0, 150, null)).toEqual({ due: null, nextAt: 200 });
  });
});
