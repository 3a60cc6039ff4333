import type { Role } from '../model.ts';

/** Time zones of Indonesia (Keppres 41/1987) by IANA name; Pontianak shares WIB with Jakarta. */
export type Zone = 'Asia/Jakarta' | 'Asia/Pontianak' | 'Asia/Makassar' | 'Asia/Jayapura';

const zones = new Map<string, Zone>([
  ['wib', 'Asia/Jakarta'],
  ['wita', 'Asia/Makassar'],
  ['wit', 'Asia/Jayapura'],
  ['asia/jakarta', 'Asia/Jakarta'],
  ['asia/pontianak', 'Asia/Pontianak'],
  ['asia/makassar', 'Asia/Makassar'],
  ['asia/jayapura', 'Asia/Jayapura'],
]);

const roles: readonly Role[] = ['pegawai', 'hr', 'admin', 'pengamat'];

/** Reads a time zone, `WIB`, `WITA`, `WIT` or an IANA name of Indonesia; `null` for any other. */
export function parseZone(text: string): Zone | null {
  return zones.get(text.toLowerCase()) ?? null;
}

/** Reads roles joined by `+`, `pegawai` where there are none; `unknown` lists the words that are no role. */
export function parseRoles(text: string): { roles: Role[]; unknown: string[] } {
  const words = text.split('+').map((word) => word.trim().toLowerCase());
  const named = [...new Set(words.filter((word) => word !== ''))];
  const known = roles.filter((role) => named.includes(role));
  const unknown = named.filter((word) => !roles.some((role) => role === word));
  return { roles: named.length === 0 ? ['pegawai'] : known, unknown };
}

/** Reads an e-mail address in small letters; `null` where its shape is none, without asking any server. */
export function parseEmail(text: string): string | null {
  const shape = /^[^\s@,;<>()"]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/;
  const email = text.toLowerCase();
  return shape.test(email) && !/\.\.|^\.|\.@/.test(email) && email.length <= 254 ? email : null;
}
