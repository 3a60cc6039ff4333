import { afterEach, describe, expect, it } from 'vitest';
import { applyAgencySettings } from '../../src/app/agency-settings.ts';
import { runPrompts } from '../../src/scheduler/prompts.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

async function until(instant: string, ...people: TestPerson[]): Promise<number[]> {
  world.now = Date.parse(instant);
  await runPrompts(world.services);
  await world.settle();
  return people.map((person) => person.messages.length);
}
const apply = (yaml: string) => applyAgencySettings(world.services, yaml, { dryRun: false });

describe('a day in progress', () => {
  it('keeps its rules when they are changed, and the next working day has the new ones', async () => {
    world = await createWorld('2026-11-20T00:00:00Z');
    await apply('agency: { second_prompt_minutes_before_close: 0 }');
    const siti = await world.person('Siti', { unit: await world.unit('Bidang A') });
    // Friday, 10:00 in Jakarta: the new time of the prompt is an hour away.
    await until('2026-11-20T03:00:00Z');
    const outcome = await apply('agency: { prompt_at: "11:00", work_days: [sen, sel] }');
    expect(outcome).toMatchObject({ applied: true, difference: { effectiveFrom: '2026-11-21' } });
    expect(await until('2026-11-20T04:01:00Z', siti)).toEqual([0]);
    expect(await until('2026-11-20T08:31:00Z', siti)).toEqual([1]);
    expect(await until('2026-11-21T08:31:00Z', siti)).toEqual([1]);
    expect(await until('2026-11-23T03:59:00Z', siti)).toEqual([1]);
    expect(await until('2026-11-23T04:01:00Z', siti)).toEqual([2]);
  });

  it('keeps them where it is a later date already than in the agency’s own zone', async () => {
    world = await createWorld('2026-11-23T08:00:00Z');
    await apply('agency: { prompt_at: "15:00" }');
    await world.unit('Kantor Jayapura', { zone: 'Asia/Jayapura' });
    // Monday, 23:30 in Jakarta, but Tuesday, 01:30 in Jayapura.
    world.now = Date.parse('2026-11-23T16:30:00Z');
    const outcome = await apply('agency: { prompt_at: "09:00" }');
    expect(outcome).toMatchObject({ difference: { effectiveFrom: '2026-11-25' } });
    const early = await apply('effective_from: 2026-11-23\nagency: { prompt_at: "10:00" }');
    expect(early).toMatchObject({ ok: false, problems: [{ code: 'past_date' }] });
  });

  it('keeps them where somebody works in a later zone than their unit', async () => {
    world = await createWorld('2026-11-23T08:00:00Z');
    await apply('agency: { prompt_at: "15:00" }');
    await world.person('Yosep', { unit: await world.unit('Bidang A'), zone: 'Asia/Jayapura' });
    world.now = Date.parse('2026-11-23T16:30:00Z');
    const outcome = await apply('agency: { prompt_at: "09:00" }');
    expect(outcome).toMatchObject({ difference: { effectiveFrom: '2026-11-25' } });
  });
});
