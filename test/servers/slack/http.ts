import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../shared/body.ts';
import { sendBytes, sendJson } from '../shared/http.ts';
import { type Outcome, sendOutcome } from '../shared/outcome.ts';
import type { IncomingCall } from './dispatch.ts';
import { SlackError } from './errors.ts';
import type { ExpectedLengths } from './methods/files.ts';
import { useResponseUrl } from './response-urls.ts';
import type { World } from './world.ts';

/** Makes the handler for everything the app asks by HTTP: methods, uploads, downloads and response URLs. */
export function createHandler(parts: {
  world: World;
  dispatch: (call: IncomingCall) => Outcome;
  expected: ExpectedLengths;
  botToken: string;
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { world, expected } = parts;
  const { recorder } = world;

  const upload = (id: string, bytes: Buffer, response: ServerResponse) => {
    const file = world.files.get(id);
    if (!file || file.uploaded || !expected.has(id)) {
      recorder.violate('upload', `"${id}" does not wait for an upload`);
      return sendBytes(response, 404, 'not found', 'text/plain');
    }
    if (bytes.length !== expected.get(id)) {
      recorder.violate('upload', `${file.name}: ${bytes.length} bytes instead of ${expected.get(id)}`);
      return sendBytes(response, 400, 'length', 'text/plain');
    }
    file.bytes = bytes;
    file.uploaded = true;
    sendBytes(response, 200, `OK - ${bytes.length}`, 'text/plain');
  };
  const download = (id: string, bearer: string | undefined, response: ServerResponse) => {
    const file = world.files.get(id);
    if (bearer !== parts.botToken) {
      recorder.violate('file_download', 'a private file asked for without the token');
      return sendBytes(response, 200, '<html><title>Sign in | Slack</title></html>', 'text/html');
    }
    if (!file) return sendBytes(response, 404, 'not found', 'text/plain');
    sendBytes(response, 200, file.bytes, file.mime);
  };

  return async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://local').pathname;
    const [, area, rest = ''] = /^\/(api|upload|files-pri|response)\/(.+)$/.exec(path) ?? [];
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const { params, files, raw } = await readBody(request);
    if (area === 'api') sendOutcome(response, parts.dispatch({ method: rest, args: params, bearer }));
    else if (area === 'upload') upload(rest, [...files.values()][0]?.bytes ?? raw, response);
    else if (area === 'files-pri') download(/^\w+-(\w+)/.exec(rest)?.[1] ?? '', bearer, response);
    else if (area === 'response') {
      try {
        useResponseUrl(world, rest, params);
        sendBytes(response, 200, 'ok', 'text/plain');
      } catch (error) {
        if (!(error instanceof SlackError)) throw error;
        sendJson(response, 404, { ok: false, error: error.error });
      }
    } else {
      recorder.violate('path', path);
      sendBytes(response, 404, 'not found', 'text/plain');
    }
  };
}
