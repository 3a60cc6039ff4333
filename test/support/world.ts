import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { joinAgenda } from '../../db/queries/agenda.ts';
import { putAccount } from '../../db/queries/linking.ts';
import { insertPerson, insertUnit } from '../../db/queries/people.ts';
import { insertPlan, insertWorkResult } from '../../db/queries/plans.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { first, type Store, statement } from '../../db/store.ts';
import type { Tables } from '../../db/tables.ts';
import { createApp } from '../../src/app/app.ts';
import type { Services } from '../../src/app/services.ts';
import type { Adapter, Fetched, Gate, Sent } from '../../src/core/adapter.ts';
import type { Event, InFile, Sender } from '../../src/core/inbound.ts';
import type { FormView, Message, Reply } from '../../src/core/message.ts';
import type { Platform, Role } from '../../src/core/model.ts';
import { createDelivery } from '../../src/delivery/delivery.ts';
import { messagePages } from '../../src/message-pages.ts';
import { plainText } from './plain-text.ts';

/** A message as a person sees it in a test. */
export interface Seen {
  id: string;
  text: string;
  buttons: string[];
  thread: string | null;
  message: Message;
}

/** A person who talks to the bot in a test. */
export interface TestPerson {
  id: string;
  /** What they have in front of them, after edits. */
  messages: Seen[];
  say(text: string, replyTo?: string): Promise<string>;
  /** What they wrote, as it is after their edits, oldest first. */
  written: { id: string; text: string }[];
  /** Passes on what somebody else has written. */
  forward(text: string): Promise<string>;
  /** Edits the newest own message with this text or caption. */
  edit(was: string, text: string): Promise<string>;
  press(label: string, in_?: Seen): Promise<string>;
  send(event: Event, key?: string): Promise<Reply>;
  file(file: Partial<InFile>, caption?: string, album?: string): Promise<string>;
  last(): Seen;
  form: FormView | null;
  toast: string | null;
}

/** A whole bot without platforms: real use cases, store and delivery; a clock that stands still. */
export interface World {
  store: Store;
  services: Services;
  now: number;
  advance(ms: number): void;
  unit(name: string, change?: Partial<Tables['units']['$inferInsert']>): Promise<string>;
  person(name: string, options: PersonOptions): Promise<TestPerson>;
  stranger(name: string, options?: { platform?: Platform; email?: string }): TestPerson;
  plan(personId: string, year: number, titles: string[]): Promise<void>;
  /** What adapters answer to the next sends, oldest first; afterwards everything succeeds. */
  outcomes: Sent[];
  files: Map<string, Fetched>;
  /** Waits until nothing in the outbox is due. */
  settle(): Promise<void>;
  wake(): void;
  /** Since when nothing gets through to a platform. */
  failingSince(platform: Platform): number | null;
  close(): Promise<void>;
}

interface PersonOptions {
  unit: string;
  platform?: Platform;
  supervisor?: string;
  roles?: Role[];
  zone?: string;
  locale?: 'id' | 'en';
  linked?: boolean;
  email?: string;
}

const OPEN_GATE: Gate = { blockedFor: () => 0, block() {}, count() {}, turn: async () => {} };

/** When the next pending row of the outbox is due. */
const nextDue = statement('nextDue', (db, t) =>
  db
    .select({ dueAt: t.outbox.dueAt })
    .from(t.outbox)
    .where(eq(t.outbox.status, 'pending'))
    .orderBy(asc(t.outbox.dueAt))
    .limit(1),
);

/** Makes a bot whose clock stands at an instant; SQLite in memory unless another store is given. */
export async function createWorld(
  start = '2026-11-23T08:00:00Z',
  store: Store = openSqlite(':memory:'),
): Promise<World> {
  let counter = 0;
  let updates = 0;
  const people = new Map<string, TestPerson>();
  const newId = () => uuid(`id${++counter}`);
  const services: Services = {
    store,
    now: () => world.now,
    newId,
    random: (bytes) => createHash('sha256').update(`r${++counter}`).digest().subarray(0, bytes),
    agency: { zone: 'Asia/Jakarta', locale: 'id' },
    log: {
      info() {},
      warn() {},
      error: (facts, message) => errors.push(`${message} ${JSON.stringify(facts)}`),
    },
    arrived: (platform, address) => delivery.arrived(platform, address),
    pages: (platform, message) => messagePages(platform, message).length,
  };
  const errors: string[] = [];
  const app = createApp(services, () => delivery.wake());

  function show(key: string, message: Message, thread: string | null): string {
    const person = people.get(key);
    const id = `m${++updates}`;
    person?.messages.push(seen(id, message, thread));
    return id;
  }

  function adapter(platform: Platform): Adapter {
    return {
      platform,
      start: async () => {},
      stop: async () => {},
      async send({ address, thread }, message) {
        const outcome = world.outcomes.shift();
        if (outcome && !outcome.ok) return outcome;
        return { ok: true, messageIds: [show(`${platform}:${address}`, message, thread)] };
      },
      async edit({ address, messageId }, message) {
        const outcome = world.outcomes.shift();
        if (outcome && !outcome.ok) return outcome;
        const messages = people.get(`${platform}:${address}`)?.messages ?? [];
        const index = messages.findIndex((m) => m.id === messageId);
        if (index < 0) return { ok: false, kind: 'gone', reason: 'gone' };
        messages[index] = seen(messageId, message, messages[index]!.thread);
        return { ok: true, messageIds: [messageId] };
      },
      async sendLate(_key, address, reply) {
        for (const message of reply.messages) show(`${platform}:${address}`, message, null);
        return { ok: true, messageIds: [] };
      },
      fetch: async (ref) => world.files.get(ref) ?? { ok: true, bytes: new TextEncoder().encode(ref) },
      health: () => ({ ready: true, detail: '' }),
    };
  }

  const delivery = createDelivery({
    services,
    adapters: new Map(
      (['telegram', 'slack', 'playground'] as const).map((p) => [
        p,
        { adapter: adapter(p), gate: OPEN_GATE },
      ]),
    ),
    evidenceDir: mkdtempSync(join(tmpdir(), 'tutur-test-')),
    isSending: app.isSending,
    renewLeases: app.renewLeases,
  });
  delivery.start();

  function voice(id: string, platform: Platform, external: string, email: string | null): TestPerson {
    const from: Sender = {
      platform,
      id: external,
      address: external,
      name: external,
      language: 'id',
      email: async () => email,
      forms: platform === 'slack',
    };
    const written: TestPerson['written'] = [];
    const wrote = (text: string) => {
      const id = `own${++updates}`;
      written.push({ id, text });
      return id;
    };
    const person: TestPerson = {
      id,
      messages: [],
      written,
      form: null,
      toast: null,
      async send(event, key = `${platform}:${++updates}`) {
        const reply = await app.handle({ key, from, event });
        person.form = reply.form;
        person.toast = reply.toast;
        const pressed = event.kind === 'choice' ? event.messageId : null;
        if (reply.edit) {
          const index = person.messages.findIndex((m) => m.id === pressed);
          if (index >= 0) person.messages[index] = seen(pressed!, reply.edit, null);
          else show(`${platform}:${external}`, reply.edit, null);
        }
        const ids = reply.messages.map((message) => show(`${platform}:${external}`, message, reply.thread));
        app.replied(key, ids);
        await world.settle();
        return reply;
      },
      say: async (text, replyTo) => shown(await person.send(eventOf(text, replyTo ?? null, wrote(text)))),
      forward: async (text) =>
        shown(
          await person.send({ kind: 'text', text, messageId: wrote(text), replyTo: null, forwarded: true }),
        ),
      async edit(was, text) {
        const own = written.findLast((message) => message.text === was);
        if (!own) throw new Error(`nothing like "${was}" was written`);
        own.text = text;
        return shown(await person.send({ kind: 'edited', messageId: own.id, text }));
      },
      async press(label, in_) {
        const at = in_ ?? person.messages.findLast((m) => m.buttons.includes(label));
        const button = at?.message.buttons.flat().find((b) => b.label === label);
        if (!at || !button)
          throw new Error(
            `no button "${label}" in:\n${person.messages.map((m) => m.text + m.buttons).join('\n')}`,
          );
        return shown(await person.send({ kind: 'choice', action: button.action, messageId: at.id }));
      },
      file: async (file, caption = '', album) =>
        shown(
          await person.send({
            kind: 'file',
            file: {
              kind: 'photo',
              name: 'foto.jpg',
              mime: 'image/jpeg',
              size: 1000,
              ref: `ref${++updates}`,
              ...file,
            },
            caption,
            album: album ?? null,
            messageId: wrote(caption),
            replyTo: null,
            forwarded: false,
          }),
        ),
      last: () => {
        const last = person.messages.at(-1);
        if (!last) throw new Error('nothing was shown');
        return last;
      },
    };
    people.set(`${platform}:${external}`, person);
    return person;
  }

  const world: World = {
    store,
    services,
    now: Date.parse(start),
    advance(ms) {
      world.now += ms;
    },
    outcomes: [],
    files: new Map(),
    wake: () => delivery.wake(),
    failingSince: (platform) => delivery.failingSince(platform),
    async unit(name, change = {}) {
      const row = { id: newId(), name, parentId: null, zone: null, ...change };
      await store.commit([insertUnit(row)]);
      return row.id;
    },
    async person(name, o) {
      const id = newId();
      const platform = o.platform ?? 'telegram';
      const email = o.email ?? null;
      await store.commit([
        insertPerson({
          id,
          nip: `19900101201501${String(1000 + counter)}`,
          name,
          position: 'Analis',
          unitId: o.unit,
          supervisorId: o.supervisor ?? null,
          email,
          roles: o.roles ?? ['pegawai'],
          zone: o.zone ?? null,
          locale: o.locale ?? null,
          activeFrom: '2026-11-02',
          active: true,
          updatedAt: world.now,
        }),
        joinAgenda('prompt', [id], world.now),
        ...(o.linked === false
          ? []
          : [
              putAccount({
                id: newId(),
                personId: id,
                platform,
                externalId: `x${id.slice(-6)}`,
                address: `x${id.slice(-6)}`,
                current: true,
                reachable: true,
                unreachableReason: null,
                linkedAt: world.now,
              }),
            ]),
      ]);
      return voice(id, platform, `x${id.slice(-6)}`, email);
    },
    stranger: (name, o = {}) => voice(name, o.platform ?? 'telegram', name, o.email ?? null),
    async plan(personId, year, titles) {
      const planId = newId();
      await store.commit([
        insertPlan({ id: planId, personId, year }),
        ...titles.map((title, index) =>
          insertWorkResult({
            id: newId(),
            planId,
            number: index + 1,
            additional: false,
            title,
            superiorNumber: null,
            current: true,
          }),
        ),
      ]);
    },
    async settle() {
      delivery.wake();
      for (let quiet = 0; quiet < 3; ) {
        for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setImmediate(resolve));
        const next = await first(store, nextDue);
        quiet = next && next.dueAt <= world.now ? 0 : quiet + 1;
        delivery.wake();
      }
      if (errors.length > 0) throw new Error(errors.splice(0).join('\n'));
    },
    async close() {
      await delivery.stop();
      await store.close();
    },
  };
  return world;
}

/** A stable UUID for a name. */
export function uuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function seen(id: string, message: Message, thread: string | null): Seen {
  return {
    id,
    thread,
    message,
    text: message.blocks.map(plainText).join('\n'),
    buttons: message.buttons.flat().map((b) => b.label),
  };
}

function shown(reply: Reply): string {
  const messages = [...(reply.edit ? [reply.edit] : []), ...reply.messages];
  return [
    ...(reply.toast ? [`(${reply.toast})`] : []),
    ...(reply.form ? [`{${reply.form.title}: ${reply.form.fields.map((f) => f.label).join(' | ')}}`] : []),
    ...messages
      .map((m) => seen('', m, null))
      .map((m) => [m.text, ...(m.buttons.length > 0 ? [`[${m.buttons.join('] [')}]`] : [])].join('\n')),
  ].join('\n---\n');
}

function eventOf(text: string, replyTo: string | null, messageId: string): Event {
  const command = /^\/([a-z]+)(?:\s+(.*))?$/.exec(text);
  return command
    ? { kind: 'command', name: command[1]!, args: command[2] ?? '' }
    : { kind: 'text', text, messageId, replyTo, forwarded: false };
}
