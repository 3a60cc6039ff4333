import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const FORBIDDEN = [
  ['src/core/a.ts', '../../db/store.ts'],
  ['src/core/b.ts', '../i18n/texts.ts'],
  ['src/core/c.ts', 'node:fs'],
  ['conversations/a.ts', '../src/app/session.ts'],
  ['db/a.ts', '../src/app/session.ts'],
  ['src/app/a.ts', '../../adapters/slack/text.ts'],
  ['src/app/b.ts', '../delivery/delivery.ts'],
  ['src/delivery/a.ts', '../../adapters/slack/text.ts'],
  ['src/scheduler/a.ts', '../../conversations/form.ts'],
  ['adapters/telegram/a.ts', '../../db/store.ts'],
  ['adapters/telegram/b.ts', '../slack/text.ts'],
] as const;
const ALLOWED = [
  ['src/core/d.ts', './model.ts'],
  ['conversations/b.ts', '../src/core/message.ts'],
  ['src/app/c.ts', '../../db/store.ts'],
  ['adapters/slack/a.ts', '../../src/core/message.ts'],
] as const;

describe('the rule about who may import whom', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tutur-rooms-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  copyFileSync(join(ROOT, 'biome.json'), join(folder, 'biome.json'));
  for (const [file, from] of [...FORBIDDEN, ...ALLOWED]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `import { x } from '${from}';\n\nexport const y = x;\n`);
  }
  const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const args = [
    'lint',
    '--vcs-enabled=false',
    '--only=style/noRestrictedImports',
    '--reporter=github',
    '--max-diagnostics=none',
    '.',
  ];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: folder });
  const refused = (file: string) =>
    stdout
      .toString()
      .split('\n')
      .some((line) => line.includes(file));

  it.each(FORBIDDEN)('fails when %s imports %s', (file) => {
    expect(refused(file)).toBe(true);
  });

  it.each(ALLOWED)('lets %s import %s', (file) => {
    expect(refused(file)).toBe(false);
  });
});
