import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../src/commands/program.ts';
import type { World } from '../src/commands/world.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const world: World = {
  env: {},
  now: () => 0,
  random: (bytes) => new Uint8Array(bytes),
  input: async () => new Uint8Array(),
  print() {},
  complain() {},
  done() {},
  start: async () => {},
};

describe('the README', () => {
  it('names only commands and scripts that exist', () => {
    const commands = createProgram(world).commands;
    const used = [
      ...read('README.md').matchAll(
        /tutur -- ([a-z]+)(?: (people|agreement|plans|matrix|actions|holidays|shifts|history|apply))?/g,
      ),
    ];
    expect(used.length).toBeGreaterThan(5);
    for (const [, name, sub] of used) {
      const command = commands.find((c) => c.name() === name);
      expect(command?.name()).toBe(name);
      if (sub) expect(command?.commands.map((c) => c.name())).toContain(sub);
    }
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const [, script] of read('README.md').matchAll(/npm run (?!-s)([a-z]+)/g))
      expect(scripts).toHaveProperty(script!);
  });

  it('points only at files that exist', () => {
    const pages = ['architecture', 'dependencies', 'performance', 'performance-management'];
    for (const page of ['README.md', ...pages.map((name) => `docs/${name}.md`)]) {
      for (const [, path] of read(page).matchAll(/\]\((?!https?:)([^)#]+)\)|<img src="([^"]+)"/g)) {
        if (path) expect(() => readFileSync(join(ROOT, dirname(page), path))).not.toThrow(/ENOENT/);
      }
    }
  });

  it('shows the columns that the importer reads', async () => {
    const { readPeople } = await import('../src/core/import/people.ts');
    const { makeTable } = await import('../src/core/import/table.ts');
    const [, header = ''] = /`(nip,nama,[a-z_,]+)`/.exec(read('README.md')) ?? [];
    const cells = header.split(',');
    const table = makeTable([
      { line: 1, cells },
      {
        line: 2,
        cells: cells.map((c) =>
          c === 'nip'
            ? '198609262015051001'
            : c === 'zona'
              ? 'WITA'
              : c === 'peran'
                ? 'hr'
                : c === 'email'
                  ? 'a@b.go.id'
                  : c === 'atasan_nip'
                    ? ''
                    : 'x',
        ),
      },
    ]);
    const reading = readPeople(table, { today: '2026-11-23', known: { nips: [] } });
    expect(reading.warnings).toEqual([]);
    expect(reading.columns).toHaveLength(cells.length);
  });
});

describe('the Slack manifest', () => {
  const manifest = JSON.parse(read('adapters/slack/manifest.json'));

  it('asks for the scopes of what the adapter calls and listens to, and for no more', () => {
    const needed: Record<string, string> = {
      'chat.postMessage': 'chat:write',
      'conversations.open': 'im:write',
      'users.info': 'users:read',
      'profile?.email': 'users:read.email',
      'files.info': 'files:read',
      filesUploadV2: 'files:write',
      "bolt.event('message'": 'im:history',
      "bolt.event('reaction_added'": 'reactions:read',
      'bolt.command': 'commands',
    };
    const code = read('adapters/slack/web.ts') + read('adapters/slack/listen.ts');
    for (const call of Object.keys(needed)) expect(code).toContain(call);
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual(Object.values(needed).sort());
    expect(manifest.settings.event_subscriptions.bot_events).toEqual([
      'app_home_opened',
      'message.im',
      'reaction_added',
    ]);
  });

  it('keeps Slack’s lengths', () => {
    expect(manifest.display_information.name.length).toBeLessThanOrEqual(35);
    expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
    for (const { command, description } of manifest.features.slash_commands) {
      expect(command).toBe('/tutur');
      expect(description.length).toBeLessThanOrEqual(2000);
    }
  });
});
