import type { ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';
import { cut, sendBytes, sendJson } from './http.ts';
import type { Json } from './values.ts';

/** What goes back to the caller: an answer, a proxy's page, a cut connection, or nothing ever. */
export type Outcome =
  | { kind: 'answer'; status: number; body: Json; headers: Record<string, string> }
  | { kind: 'page'; status: number }
  | { kind: 'cut' }
  | { kind: 'hang' };

/** Gives the outcome of the planned failures that never reach the platform's own code. */
export function failed(fault: Fault): Outcome | undefined {
  if (fault.kind === 'hang') return { kind: 'hang' };
  if (fault.kind === 'reset') return { kind: 'cut' };
  if (fault.kind === 'http') return { kind: 'page', status: fault.status ?? 502 };
  return undefined;
}

/** Sends an outcome to the caller. */
export function sendOutcome(response: ServerResponse, outcome: Outcome): void {
  if (outcome.kind === 'answer') sendJson(response, outcome.status, outcome.body, outcome.headers);
  if (outcome.kind === 'page')
    sendBytes(response, outcome.status, `<html><h1>${outcome.status}</h1></html>`, 'text/html');
  if (outcome.kind === 'cut') cut(response);
}
