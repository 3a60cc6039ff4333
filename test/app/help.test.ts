import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HELP_GROUPS } from '../../src/core/command-names.ts';
import { textsOf } from '../../src/i18n/texts.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

let world: World;
let hana: TestPerson;
let budi: TestPerson;
let siti: TestPerson;

beforeEach(async () => {
  world = await createWorld();
  const unit = await world.unit('Bidang Perencanaan');
  hana = await world.person('Hana', { unit, roles: ['pegawai', 'hr'] });
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
});
afterEach(() => world.close());

describe('the help', () => {
  it('is grouped, and shows commands of supervisors and HR to them only', async () => {
    const shown = await siti.say('/bantuan');
    for (const word of ['Lapor\n', 'Kinerja\n', 'Lainnya\n', '/skp', '/batal']) expect(shown).toContain(word);
    for (const word of ['Tim\n', 'Kepegawaian\n', '/tim', '/siaran']) expect(shown).not.toContain(word);
    const supervisor = await budi.say('/tutur bantuan');
    expect(supervisor).toContain('/tutur tim');
    expect(supervisor).not.toContain('/tutur siaran');
    const hr = await hana.say('/bantuan');
    expect(hr).toContain('/siaran');
    expect(hr).not.toContain('/tim ');
  });

  it.each(['id', 'en'] as const)('names in %s only what is understood', async (locale) => {
    const t = textsOf(locale);
    for (const name of Object.values(HELP_GROUPS).flat()) {
      const typed = t.commandName[name];
      expect(await hana.say(`/${typed}`)).not.toContain(textsOf('id').help.unknown(typed));
    }
  });
});
