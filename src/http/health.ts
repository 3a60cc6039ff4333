import { type Route, respond } from './server.ts';

/** One thing that has to work before messages can be handled. */
export interface Check {
  name: string;
  check(): Promise<{ ready: boolean; detail: string }>;
}

/** `/healthz`: the process answers; `/readyz`: database and platforms do as well, else 503 with what is wrong. */
export function healthRoute(checks: readonly Check[]): Route {
  return (_request, response, url) => {
    if (url.pathname === '/healthz') {
      respond(response, 200, { ok: true });
      return true;
    }
    if (url.pathname !== '/readyz') return false;
    void Promise.all(
      checks.map(async ({ name, check }) => {
        const state = await check().catch((error: Error) => ({ ready: false, detail: error.message }));
        return { name, ...state };
      }),
    ).then((states) => {
      const ok = states.every((state) => state.ready);
      respond(response, ok ? 200 : 503, { ok, checks: states });
    });
    return true;
  };
}
