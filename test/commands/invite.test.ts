import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { invitationByHash, putAccount, useInvitation } from '../../db/queries/linking.ts';
import { personByNip } from '../../db/queries/people.ts';
import { first, statement } from '../../db/store.ts';
import { hashCode, newCode } from '../../src/app/invite.ts';
import { nip } from '../core/import/builders.ts';
import { startTelegramServer } from '../servers/telegram.ts';
import { createShell, now } from './shell.ts';

let shell: ReturnType<typeof createShell>;
beforeEach(async () => {
  shell = createShell();
  await importTeam(shell);
});
afterEach(() => shell.remove());

const people = [
  'nip,nama,unit,induk_unit,zona',
  `${nip(1)},=HYPERLINK("x"),Umum,Dinas,`,
  `${nip(2)},Budi,Dinas,,WIT`,
  `${nip(3)},Citra,Lain,,`,
].join('\n');

async function importTeam(target: ReturnType<typeof createShell>): Promise<void> {
  await target.run('import', 'people', target.file('people.csv', people));
}

interface Invitation {
  nip: string;
  nama: string;
  kode: string;
  tautan_telegram: string;
}

async function invited(...args: string[]): Promise<Invitation[]> {
  const { json } = await shell.run('invite', '--json', ...args);
  return (json() as { invitations: Invitation[] }).invitations;
}

const stored = (code: string) =>
  shell.withStore((store) => first(store, invitationByHash({ codeHash: hashCode(code) })));

describe('an invitation code', () => {
  it('is ten letters of Crockford’s base 32, and is found however it is typed', () => {
    const code = newCode(() => Uint8Array.from([0, 31, 10, 1, 32, 63, 200, 9, 18, 20]));
    expect(code).toBe('0ZA10Z89JM');
    expect(hashCode(' 0za10-z89jm ')).toBe(hashCode(code));
    expect(hashCode('OZAIO Z89JM')).toBe(hashCode(code));
    expect(hashCode(code)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is stored as a hash only, until the end of its last day where the person works', async () => {
    const [one] = await invited('--nip', nip(2), '--days', '3');
    const row = await stored(one!.kode);
    expect(row).toMatchObject({ usedAt: null, expiresAt: Date.parse('2026-11-27T00:00:00+09:00') });
    const all = await shell.withStore((s) =>
      s.all(statement('x', (db, t) => db.select().from(t.invitations))),
    );
    expect(JSON.stringify(all)).not.toContain(one!.kode);
  });

  it('works once', async () => {
    const [one] = await invited('--nip', nip(2));
    const { id } = (await stored(one!.kode))!;
    await shell.withStore(async (store) => {
      const use = () => store.all(useInvitation(id, now));
      expect([await use(), await use()].map((rows) => rows.length)).toEqual([1, 0]);
    });
  });

  it('ends when a newer one is made, unless it was used', async () => {
    const [old] = await invited('--nip', nip(2));
    const [newer] = await invited('--nip', nip(2));
    expect(await stored(old!.kode)).toBeNull();
    expect(await stored(newer!.kode)).not.toBeNull();
  });
});

describe('whom invite chooses', () => {
  it('is everybody who is not linked, without a choice', async () => {
    await shell.withStore(async (store) => {
      const { id: personId } = (await first(store, personByNip({ nip: nip(3) })))!;
      const account = { id: 'a', personId, platform: 'telegram', externalId: '5', address: '5' } as const;
      await store.commit([putAccount({ ...account, current: true, reachable: true, linkedAt: now })]);
    });
    expect((await invited()).map((row) => row.nip).sort()).toEqual([nip(1), nip(2)]);
    expect((await invited('--nip', nip(3))).map((row) => row.nip)).toEqual([nip(3)]);
  });

  it('is a unit with those below it, whatever its capitals', async () => {
    expect((await invited('--unit', 'dinas')).map((row) => row.nip).sort()).toEqual([nip(1), nip(2)]);
  });

  it('is nobody when the unit or person is not known', async () => {
    const unit = await shell.run('invite', '--unit', 'Dinos');
    expect(unit).toMatchObject({ code: 1, out: '' });
    expect(unit.err).toContain('Dinas; Lain; Umum');
    expect((await shell.run('invite', '--nip', nip(9))).code).toBe(1);
  });
});

describe('what invite writes', () => {
  it('is a CSV without formulas', async () => {
    const { code, out } = await shell.run('invite');
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toBe('nip,nama,unit,kode,tautan_telegram,perintah_slack,berlaku_sampai');
    expect(lines).toHaveLength(4);
    expect(out).toContain(`${nip(1)},"'=HYPERLINK(""x"")",Umum,`);
    expect(lines[1]).toMatch(/,,\/tutur start [0-9A-HJKMNP-TV-Z]{10},2026-12-07$/);
  });

  it('is a file that only its owner can read', async () => {
    const out = join(shell.folder, 'out.csv');
    const ran = await shell.run('invite', '--out', out);
    expect(ran.out).toContain('3 kode undangan');
    expect(readFileSync(out, 'utf8').split('\n')).toHaveLength(5);
    expect(statSync(out).mode & 0o077).toBe(0);
  });

  it('can be a PDF of cards to cut out, which needs a file to be written to', async () => {
    expect(await shell.run('invite', '--format', 'pdf')).toMatchObject({ code: 2, out: '' });
    const out = join(shell.folder, 'out.pdf');
    expect(await shell.run('invite', '--format', 'pdf', '--out', out)).toMatchObject({ code: 0 });
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
    expect(statSync(out).mode & 0o077).toBe(0);
  });

  it('has links to the bot when its token is set, and no code when Telegram refuses', async () => {
    const telegram = await startTelegramServer({ botUsername: 'contoh_bot' });
    const env = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot };
    const linked = createShell(env);
    const refused = createShell({ ...env, TELEGRAM_BOT_TOKEN: '1:wrong' });
    await Promise.all([linked, refused].map(importTeam));
    const { json } = await linked.run('invite', '--json', '--nip', nip(2));
    const [one] = (json() as { invitations: Invitation[] }).invitations;
    expect(one!.tautan_telegram).toBe(`https://t.me/contoh_bot?start=${one!.kode}`);
    const { code, err } = await refused.run('invite');
    expect(code).toBe(1);
    expect(err).not.toContain('1:wrong');
    const rows = await refused.withStore((s) =>
      s.all(statement('x', (db, t) => db.select().from(t.invitations))),
    );
    expect(rows).toEqual([]);
    await telegram.stop();
    linked.remove();
    refused.remove();
  });
});
