import { afterEach, beforeEach, expect, it } from 'vitest';
import { HR_COMMANDS, LEADER_COMMANDS } from '../../src/core/command-names.ts';
import { textsOf } from '../../src/i18n/texts.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

let world: World;
let budi: TestPerson;
let siti: TestPerson;
let hana: TestPerson;

beforeEach(async () => {
  world = await createWorld();
  const unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack', locale: 'en' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  hana = await world.person('Hana', { unit, roles: ['hr'] });
});
afterEach(() => world.close());

const every = [...LEADER_COMMANDS, ...HR_COMMANDS];
const shown = async (person: TestPerson, prefix: string, locale: 'id' | 'en') => {
  const text = await person.say('/help');
  const { name } = textsOf(locale).roleCommand;
  return [...new Set(every.filter((one) => text.includes(`${prefix}${name[one]()} – `)))];
};

it('shows leaders and HR what only they do, by the names of their language', async () => {
  expect(await shown(budi, '/tutur ', 'en')).toEqual([...LEADER_COMMANDS]);
  expect((await shown(hana, '/', 'id')).sort()).toEqual([...HR_COMMANDS].sort());
  expect(await shown(siti, '/', 'id')).toEqual([]);
});

it('names commands that are understood', async () => {
  for (const name of every)
    for (const locale of ['id', 'en'] as const)
      expect(await hana.say(`/${textsOf(locale).roleCommand.name[name]()}`)).not.toContain('belum ada.\n');
});
