import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nip } from '../core/import/builders.ts';
import { createShell } from './shell.ts';

let shell: ReturnType<typeof createShell>;
beforeEach(async () => {
  shell = createShell();
  await shell.run('demo');
});
afterEach(() => shell.remove());

describe('a summary on the command line', () => {
  it('has one line a person, with units below the one that was asked for', async () => {
    const all = (await shell.run('summary', '--json')).json() as { name: string; unit: string }[];
    expect(all).toHaveLength(14);
    const some = (
      await shell.run('summary', '--unit', all[0]!.unit.toUpperCase(), '--json')
    ).json() as unknown[];
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(14);
  });

  it('never shows a whole NIP, and reported days never exceed expected ones', async () => {
    const { out } = await shell.run('summary', '--period', 'triwulan');
    expect(out).not.toMatch(/\d{18}/);
    for (const [, reported, expected] of out.matchAll(/: (\d+) dari (\d+) hari kerja/g)) {
      expect(Number(reported)).toBeLessThanOrEqual(Number(expected));
    }
  });

  it('splits the expected days of each person by how they were reported', async () => {
    const rows = (await shell.run('summary', '--period', 'triwulan', '--json')).json() as {
      expected: number;
      reported: number;
      states: Record<string, number>;
    }[];
    for (const { expected, reported, states } of rows) {
      const { onTime = 0, grace = 0, late = 0, excused = 0, open = 0, missed = 0 } = states;
      expect(onTime + grace + late + excused).toBe(reported);
      expect(reported + open + missed).toBe(expected);
    }
  });

  it('says what it did not understand', async () => {
    expect(await shell.run('summary', '--period', 'kapan')).toMatchObject({ code: 1 });
    expect(await shell.run('summary', '--unit', 'Tidak ada')).toMatchObject({ code: 1 });
    expect((await shell.run('summary', '--nip', nip(999))).out).toContain('Tidak ada pegawai');
  });
});
