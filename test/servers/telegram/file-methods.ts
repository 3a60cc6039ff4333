import type { UploadedFile } from '../shared/body.ts';
import { ApiError, badRequest, broken } from './errors.ts';
import { send } from './message-methods.ts';
import type { Method, MethodCall } from './method.ts';
import { textOf } from './parameters.ts';
import { readText } from './text.ts';
import type { FileRef, StoredFile } from './types.ts';
import { storeFile } from './world.ts';

const MEGABYTE = 1024 * 1024;
const UPLOAD_LIMIT = { photo: 10 * MEGABYTE, document: 50 * MEGABYTE };
const DOWNLOAD_LIMIT = 20 * MEGABYTE;

/** The methods that send and fetch files. */
export const fileMethods: Record<string, Method> = {
  sendPhoto(call) {
    const { ref } = fileOf(call, 'photo');
    return send(call, { photo: [{ ...ref, width: 800, height: 600 }], ...captionOf(call) });
  },

  sendDocument(call) {
    const { ref, file } = fileOf(call, 'document');
    return send(call, {
      document: { ...ref, file_name: file.name, mime_type: file.mime },
      ...captionOf(call),
    });
  },

  getFile({ world, params }) {
    const file_id = textOf(params, 'file_id') ?? '';
    const file = world.files.get(file_id);
    if (!file)
      throw broken(world.recorder, 'file_unknown', 'wrong file_id or the file is temporarily unavailable');
    if (file.size > DOWNLOAD_LIMIT) throw badRequest('file is too big');
    return { ...refOf(file_id, file), file_path: file.path };
  },
};

function captionOf({ world, params }: MethodCall) {
  const { text, entities } = readText(world.recorder, params, 'caption');
  return text === '' ? {} : { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}

/** Finds the file of a call: uploaded in this request, or sent before and named by its id. */
function fileOf(call: MethodCall, kind: 'photo' | 'document'): { ref: FileRef; file: StoredFile } {
  const { world, params, files } = call;
  const named = textOf(params, kind);
  const upload = files.get(named?.startsWith('attach://') ? named.slice('attach://'.length) : kind);
  if (upload) return keep(call, kind, upload);
  if (!named) throw broken(world.recorder, 'file_missing', `there is no ${kind} in the request`);
  const file = world.files.get(named);
  if (!file)
    throw broken(world.recorder, 'file_unknown', `wrong file identifier/HTTP URL specified: ${named}`);
  return { ref: refOf(named, file), file };
}

function keep({ world }: MethodCall, kind: 'photo' | 'document', upload: UploadedFile) {
  if (upload.bytes.length === 0) throw broken(world.recorder, 'file_empty', 'file must be non-empty');
  if (upload.bytes.length > UPLOAD_LIMIT[kind]) {
    world.recorder.violate('file_too_big', `${upload.name} has ${upload.bytes.length} bytes`);
    throw new ApiError(413, 'Request Entity Too Large');
  }
  const ref = storeFile(world, upload, kind === 'photo' ? 'photos' : 'documents');
  return { ref, file: world.files.get(ref.file_id) as StoredFile };
}

function refOf(file_id: string, file: StoredFile): FileRef {
  return { file_id, file_unique_id: `U${file_id.slice(-11)}`, file_size: file.size };
}
