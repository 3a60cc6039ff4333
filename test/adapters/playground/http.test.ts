import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { say } from '../../../src/core/message.ts';
import { CHAT, DESK, playground, raw, text } from './playground.ts';

const PAGE = join(import.meta.dirname, '../../../adapters/playground/page');

describe('the page', () => {
  it('is served with everything it names, from here only', async () => {
    const p = await playground();
    const response = await p.get('/');
    const policy = response.headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(response.headers['x-content-type-options']).toBe('nosniff');
    const html = response.body;
    const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(3);
    for (const path of named) {
      const part = await p.get(path);
      expect([path, part.status]).toEqual([path, 200]);
    }
    const script = await p.get('/playground/page/app.js');
    expect(script.headers['content-type']).toContain('text/javascript');
  });

  it('holds nothing that reads data as markup and nothing from outside', async () => {
    for (const name of await readdir(PAGE)) {
      const source = await readFile(join(PAGE, name), 'utf8');
      expect([name, /innerHTML|outerHTML|insertAdjacentHTML|document\.write/.test(source)]).toEqual([
        name,
        false,
      ]);
      const foreign = source.replaceAll('http://www.w3.org/2000/svg', '').match(/https?:\/\/[a-z]/);
      expect([name, foreign]).toEqual([name, null]);
    }
  });

  it('lists the people of the agency', async () => {
    const p = await playground();
    const listed = JSON.parse((await p.get('/playground/people')).body);
    expect(listed).toMatchObject({ locale: 'id', people: [{ id: CHAT }, { id: DESK, supervisor: true }] });
  });

  it('leaves other paths to others', async () => {
    const p = await playground();
    expect((await raw(p.port, { path: '/healthz' })).body).toBe('{"error":"not found"}');
    expect((await raw(p.port, { path: '/healthz', headers: { host: 'evil.example' } })).status).toBe(404);
  });
});

describe('paths', () => {
  it('lead nowhere else', async () => {
    const p = await playground();
    const sent = await p.adapter.send({ address: DESK, thread: null, mark: 'm' }, say('tanpa berkas'));
    const id = sent.ok ? sent.messageIds[0] : '';
    const paths = [
      '/playground/page/../adapter.ts',
      '/playground/page/%2e%2e/adapter.ts',
      '/playground/page/..%2fadapter.ts',
      '/playground/page/..%5cadapter.ts',
      '/playground/page/',
      '/playground/page/app.js%00.css',
      '/playground/page//etc/passwd',
      '/playground/files/../../package.json',
      '/playground/files/..%2f..%2fpackage.json',
      `/playground/files/${encodeURIComponent(DESK)}/${id}/0`,
      `/playground/files/${encodeURIComponent(DESK)}/${id}/..%2f..%2fchats.jsonl`,
      `/playground/files/${encodeURIComponent(DESK)}/constructor/length`,
      '/playground/files/%zz/x/0',
    ];
    for (const path of paths) expect([path, (await raw(p.port, { path })).status]).toEqual([path, 404]);
  });
});

describe('who may ask', () => {
  const body = (key: string) =>
    JSON.stringify({ key: `playground:${key}`, account: CHAT, event: text('pagi') });
  const json = { 'content-type': 'application/json' };

  it('must know this server by one of its names', async () => {
    const p = await playground();
    const ask = async (host: string, path = '/') => (await raw(p.port, { path, headers: { host } })).status;
    const own = [
      `localhost:${p.port}`,
      `127.0.0.1:${p.port}`,
      `[::1]:${p.port}`,
      'LOCALHOST',
      'tutur.example.go.id',
    ];
    for (const host of own) expect([host, await ask(host)]).toEqual([host, 200]);
    const foreign = [
      'evil.example',
      'localhost.evil.example',
      'user@localhost',
      'evil.example/localhost',
      'tutur.example.go.id.evil.example',
    ];
    for (const host of foreign) {
      for (const path of [
        '/',
        '/playground/people',
        `/playground/events?account=${CHAT}`,
        '/playground/page/app.js',
      ]) {
        const status = await ask(host, path);
        expect([host, path, status]).toEqual([host, path, 403]);
      }
    }
  });

  it('posts from a page of the same origin', async () => {
    const p = await playground();
    const ask = async (origin: string | null, host = `localhost:${p.port}`) => {
      const headers = { ...json, host, ...(origin === null ? {} : { origin }) };
      const post = {
        method: 'POST',
        path: '/playground/inbound',
        headers,
        body: body(`origin-${origin?.length}`),
      };
      return (await raw(p.port, post)).status;
    };
    expect(await ask(`http://localhost:${p.port}`)).toBe(200);
    expect(await ask('https://tutur.example.go.id', 'tutur.example.go.id')).toBe(200);
    const handled = p.told.handled.length;
    for (const origin of [
      null,
      'null',
      'https://evil.example',
      'http://localhost:1',
      'file://',
      'nonsense',
    ]) {
      expect([origin, await ask(origin)]).toEqual([origin, 403]);
    }
    expect(p.told.handled).toHaveLength(handled);
  });

  it('posts JSON, which a form of another site cannot', async () => {
    const p = await playground();
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ]) {
      const headers = {
        host: `localhost:${p.port}`,
        origin: `http://localhost:${p.port}`,
        'content-type': type,
      };
      const post = { method: 'POST', path: '/playground/inbound', headers, body: body('json-only') };
      expect([type, (await raw(p.port, post)).status]).toEqual([type, 415]);
    }
    expect(p.told.handled).toEqual([]);
  });

  it('reads with GET and does with POST', async () => {
    const p = await playground();
    const headers = { host: `localhost:${p.port}` };
    expect((await raw(p.port, { method: 'DELETE', headers })).status).toBe(405);
    expect((await raw(p.port, { path: '/playground/inbound', headers })).status).toBe(404);
  });
});
