// What the rival bots share: their settings, a database with the same promises as Tutur's, and a server.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

export const { TOKEN = '', SECRET = '', API_ROOT = '', DATABASE = '' } = process.env;
export const PATH = '/telegram';

/** SQLite in WAL with `synchronous=FULL`, as Tutur has it; the driver is the one of Tutur's own node_modules. */
export function openDatabase() {
  const require = createRequire(import.meta.url);
  const Database = require(Number(process.versions.napi) >= 10 ? 'better-sqlite3-napi' : 'better-sqlite3');
  const db = new Database(DATABASE);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`
    create table updates (id integer primary key, chat integer not null, body text not null, at integer not null);
    create table states (key text primary key, value text not null);
    create table entries (id integer primary key, chat integer not null, what text not null, result text not null,
      time text not null, quantity text not null, proof text not null, at integer not null)`);
  return db;
}

/** A key-value store on one table; each write is a transaction of its own. */
export function states(db) {
  const read = db.prepare('select value from states where key = ?').pluck();
  const write = db.prepare(
    'insert into states (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  );
  const remove = db.prepare('delete from states where key = ?');
  return {
    get(key) {
      const text = read.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    set: (key, value) => void write.run(key, JSON.stringify(value)),
    delete: (key) => void remove.run(key),
  };
}

/** Stores a finished report. */
export function entryWriter(db) {
  const insert = db.prepare(
    'insert into entries (chat, what, result, time, quantity, proof, at) values (?, ?, ?, ?, ?, ?, ?)',
  );
  return (chat, { what, result, time, quantity, proof }) =>
    insert.run(chat, what, result, time, quantity, proof, Date.now()).lastInsertRowid;
}

/** Listens on PORT; `/readyz` answers 200, everything else goes to the bot. */
export function serve(handle) {
  const server = createServer((request, response) => {
    if (request.url === '/readyz') return response.writeHead(200).end();
    handle(request, response);
  });
  server.listen(Number(process.env.PORT), '127.0.0.1');
}

/** The five questions, what they take, and what is said at the end. */
export const questions = [
  ['what', '1/5 · Apa yang Bapak/Ibu kerjakan?', /\p{L}{2}/u],
  ['result', '2/5 · Mendukung RHK yang mana?', /^\d{1,3}$/],
  ['time', '3/5 · Pukul berapa sampai pukul berapa?', /^\d{1,2}[.:]\d{2}\s*-\s*\d{1,2}[.:]\d{2}$/],
  ['quantity', '4/5 · Apa hasilnya, berapa banyak?', /^\d+\s+\p{L}+/u],
  ['proof', '5/5 · Ada bukti? Kirim foto, dokumen, atau tautan.', /^(lewati|selesai|https?:\S+)$/i],
];
export const again = (question) => `Belum terbaca.\n${question}`;
export const SAVE = /^simpan$/i;
export const saved = (id) => `Tersimpan · ${id}`;

/** Everything as it will be stored. */
export function review({ what, result, time, quantity, proof }) {
  return `Periksa dulu, lalu simpan\nKegiatan: ${what}\nRHK: ${result}\nWaktu: ${time}\nHasil: ${quantity}\nBukti: ${proof}`;
}
