import { expect, it } from 'vitest';
import { longerSide } from '../../adapters/picture.ts';
import { PEOPLE, poll, t, useWorld } from './support.ts';

const world = useWorld();
const texts = t.cascade;

it('divides results from Slack, makes one of them a result in Telegram, and draws the tree on both', async () => {
  const year = Number(world.today.slice(0, 4));
  const plan = (who: keyof typeof PEOPLE, title: string) =>
    `${PEOPLE[who].nip},${year},1,${title},Jumlah,1\n`;
  const plans = `nip,tahun,rhk_no,rhk,iki,target\n${plan('budi', 'Hasil Budi')}${plan('agus', 'Hasil Agus')}`;
  await world.cli('import', 'plans', world.file('skp.csv', plans));
  const goal = (unit: string) => `${unit},${year},pk,1,Sasaran ${unit},IKU\n`;
  const goals = `unit,tahun,jenis,nomor,sasaran,iku\n${goal('Bidang A')}${goal('Bidang B')}`;
  await world.cli('import', 'agreement', world.file('pk.csv', goals));

  const [budi, dewi] = [await world.onSlack('budi'), await world.onTelegram('dewi')];
  await budi.slash('/tutur', 'matriks');
  await budi.waitFor(texts.matrix.title(year));
  await budi.click(texts.matrix.add(1));
  await budi.waitForModal(texts.cell.title());
  await budi.submit({
    [texts.cell.askPerson()]: PEOPLE.dewi.name,
    [texts.cell.askContribution()]: 'Tersusunnya data dasar',
    [texts.cell.askMethod()]: texts.cell.methodOption('region'),
  });
  await budi.waitFor(texts.cell.saved(PEOPLE.dewi.name));
  await budi.click(texts.matrix.share(1));
  await dewi.waitFor(texts.role.shared(PEOPLE.budi.name, year));
  dewi.press(texts.role.see());
  await dewi.waitFor(texts.role.title(year));
  dewi.press(texts.role.take(null));
  await dewi.waitFor(texts.matrix.state('taken'));
  await poll(() => world.rows("select status from plan_versions where status = 'draft'")).toHaveLength(1);

  await budi.slash('/tutur', 'pohon');
  await budi.waitFor(texts.tree.title('Bidang A', year));
  await budi.click(texts.tree.picture());
  const drawn = await budi.waitFor((message) => message.files.length > 0);
  expect(drawn.files[0]!.name).toBe(`Pohon kinerja Bidang A ${year}.png`);
  expect(longerSide(drawn.files[0]!.bytes)).toBeGreaterThan(1_000);

  const agus = await world.onTelegram('agus');
  agus.command('/pohon');
  await agus.waitFor(texts.tree.title('Bidang B', year));
  agus.press(texts.tree.picture());
  const photo = await agus.waitFor((message) => message.file !== undefined);
  expect(longerSide(photo.file!.bytes)).toBeGreaterThan(1_000);
});
