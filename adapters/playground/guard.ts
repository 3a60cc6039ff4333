import type { IncomingMessage } from 'node:http';

/** Names under which this computer calls itself. */
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/** A name or address, perhaps with a port, and nothing else that a URL could hold. */
const HOST = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d+)?$/i;

/** Why a request is turned away, or null when it may pass. */
export type Guard = (request: IncomingMessage) => { status: number; reason: string } | null;

/**
 * Lets in only what a page of ours asks: the `Host` must be known (a foreign name that was made to point here is
 * turned away), and what changes something must be JSON from a page of the same origin.
 */
export function createGuard(hosts: readonly string[]): Guard {
  const known = new Set([...LOCAL, ...hosts.map((host) => host.toLowerCase())]);
  return ({ headers, method }) => {
    const host = HOST.test(headers.host ?? '') ? hostOf(`http://${headers.host}`) : null;
    if (host === null || !known.has(host.name)) return { status: 403, reason: 'unknown host' };
    if (method === 'GET' || method === 'HEAD') return null;
    if (method !== 'POST') return { status: 405, reason: 'method not allowed' };
    const origin = hostOf(headers.origin ?? '');
    if (origin === null || origin.full !== host.full) return { status: 403, reason: 'foreign origin' };
    const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    return type === 'application/json'
      ? null
      : { status: 415, reason: 'content-type must be application/json' };
  };
}

function hostOf(url: string): { name: string; full: string } | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, host } = new URL(url);
  return (protocol === 'http:' || protocol === 'https:') && hostname !== ''
    ? { name: hostname, full: host }
    : null;
}
