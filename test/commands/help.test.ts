import { expect, it } from 'vitest';
import { createShell } from './shell.ts';

const COMMANDS = [
  ...['start', 'demo', 'check', 'status', 'import', 'settings', 'invite', 'supervisor', 'people'],
  ...['announce', 'summary', 'evaluate'],
];

it.each([
  ['id', 'Pemakaian: tutur', 'Data dan aturan:', 'tampilkan bantuan'],
  ['en', 'Usage: tutur', 'Data and rules:', 'show the help'],
])('the help of the program is in %s, each command once in its group', async (locale, ...words) => {
  const shell = createShell({ AGENCY_LOCALE: locale });
  try {
    const { code, out } = await shell.run('--help');
    expect(code).toBe(0);
    for (const word of words) expect(out).toContain(word);
    const named = [...out.matchAll(/^ {2}([a-z]+)/gm)].map((match) => match[1]);
    expect(named.filter((name) => name !== 'help')).toEqual(COMMANDS);
    if (locale === 'id')
      for (const name of COMMANDS)
        expect((await shell.run(name, '--help')).out).not.toMatch(/Usage|Options:|\(default|display help/);
  } finally {
    shell.remove();
  }
});
