import { Agent, type Dispatcher } from 'undici';

interface Sending {
  method?: Dispatcher.HttpMethod;
  headers?: Record<string, string>;
  body?: Dispatcher.DispatchOptions['body'];
  signal?: AbortSignal;
}

interface Received {
  status: number;
  body: Buffer;
}

/**
 * A `fetch` for grammY's client that keeps its connections and costs a small part of node-fetch.
 *
 * It returns what the client reads of a response, and nothing more; the body is whole before it resolves.
 */
export function createFetch(): { fetch: typeof fetch; close(): Promise<void> } {
  const agent = new Agent({ keepAliveTimeout: 30_000, connections: 64, pipelining: 1 });
  const slim = async (url: string, init: Sending = {}) => {
    const { status, body } = await exchange(agent, url, init);
    return {
      ok: status >= 200 && status < 300,
      status,
      json: async () => JSON.parse(body.toString('utf8')),
      arrayBuffer: async () => body,
    };
  };
  return { fetch: slim as unknown as typeof fetch, close: () => agent.close() };
}

/** One request on undici's lowest level, without the streams that its `fetch` and `request` make for each body. */
function exchange(
  agent: Agent,
  url: string,
  { method = 'GET', headers, body, signal }: Sending,
): Promise<Received> {
  const slash = url.indexOf('/', 'https://'.length);
  const [origin, path] = [url.slice(0, slash), url.slice(slash)];
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let abort: (() => void) | undefined;
    const cancel = () => {
      if (abort) abort();
      else reject(new Error('aborted'));
    };
    if (signal?.aborted) return cancel();
    signal?.addEventListener('abort', cancel);
    const done = () => signal?.removeEventListener('abort', cancel);
    agent.dispatch(
      { origin, path, method, headers: headers ?? null, body: body ?? null },
      {
        onConnect(stop) {
          abort = stop;
          if (signal?.aborted) stop();
        },
        onHeaders(code) {
          status = code;
          return true;
        },
        onData(chunk) {
          chunks.push(chunk);
          return true;
        },
        onComplete() {
          done();
          resolve({ status, body: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks) });
        },
        onError(error) {
          done();
          reject(error);
        },
      },
    );
  });
}
