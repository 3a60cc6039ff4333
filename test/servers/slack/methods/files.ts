import { asList, asText, isJson } from '../../shared/values.ts';
import { unescapedParts } from '../block-kit/mrkdwn.ts';
import { broken, SlackError } from '../errors.ts';
import { addFile, fileJson } from '../files.ts';
import { postAsApp } from '../messages.ts';
import type { StoredFile } from '../types.ts';
import { APP, conversationOf, type World } from '../world.ts';
import { readThread } from './chat.ts';
import type { Method } from './method.ts';

/** How many bytes each announced upload must have, by file id. */
export type ExpectedLengths = Map<string, number>;

/** Makes the methods about files; announced uploads are noted in `expected`. */
export function fileMethods(expected: ExpectedLengths): Record<string, Method> {
  return {
    'files.info': {
      args: 'file cursor limit count page',
      run({ world, args }) {
        const file = world.files.get(asText(args.file));
        if (!file) throw new SlackError('file_not_found');
        return { file: fileJson(world, file), comments: [] };
      },
    },
    'files.getUploadURLExternal': {
      args: 'filename length alt_txt alt_text snippet_type',
      run({ world, args }) {
        const length = Number(args.length);
        if (!asText(args.filename) || !(length > 0))
          throw broken(
            world.recorder,
            'invalid_arguments',
            'files.getUploadURLExternal: filename and length',
          );
        const file = addFile(world, { name: asText(args.filename), user: APP.userId });
        expected.set(file.id, length);
        return { upload_url: `${world.origin}/upload/${file.id}`, file_id: file.id };
      },
    },
    'files.completeUploadExternal': {
      args: 'files channel_id channels thread_ts initial_comment blocks',
      run({ world, args }) {
        const files = asList(args.files).map((entry) => uploadedFile(world, entry));
        if (files.length === 0) throw broken(world.recorder, 'invalid_arguments', 'no files to complete');
        const channel = asText(args.channel_id) || asText(args.channels);
        if (channel) {
          const place = conversationOf(world, channel);
          const text = asText(args.initial_comment);
          for (const part of unescapedParts(text))
            world.recorder.violate('mrkdwn_unescaped', `files.completeUploadExternal: ${part}`);
          postAsApp(world, place, { text, files, thread_ts: readThread(world, place, args) });
        }
        return { files: files.map((file) => fileJson(world, file)) };
      },
    },
  };
}

function uploadedFile(world: World, entry: unknown): StoredFile {
  const id = isJson(entry) ? asText(entry.id) : '';
  const file = world.files.get(id);
  if (!file) throw broken(world.recorder, 'file_not_found', `files.completeUploadExternal: "${id}"`);
  if (!file.uploaded)
    throw broken(world.recorder, 'file_not_uploaded', `${file.name} was announced, not sent`);
  if (isJson(entry) && asText(entry.title)) file.title = asText(entry.title);
  return file;
}
