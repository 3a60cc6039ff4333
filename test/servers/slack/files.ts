import type { Json } from '../shared/values.ts';
import type { StoredFile } from './types.ts';
import { newId, TEAM, type World } from './world.ts';

/** Keeps a file; without bytes it waits for its upload. */
export function addFile(
  world: World,
  file: { name: string; mime?: string; bytes?: Uint8Array; user: string },
): StoredFile {
  const stored: StoredFile = {
    id: newId('F'),
    name: file.name,
    mime: file.mime ?? 'application/octet-stream',
    bytes: Buffer.from(file.bytes ?? []),
    uploaded: file.bytes !== undefined,
    user: file.user,
    title: file.name,
  };
  world.files.set(stored.id, stored);
  return stored;
}

/** Describes a file as the Web API and events do. */
export function fileJson(world: World, file: StoredFile): Json {
  const base = `${world.origin}/files-pri/${TEAM.id}-${file.id}`;
  const name = encodeURIComponent(file.name);
  const filetype = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? 'binary';
  return {
    id: file.id,
    created: Math.floor(Date.now() / 1000),
    timestamp: Math.floor(Date.now() / 1000),
    name: file.name,
    title: file.title,
    mimetype: file.mime,
    filetype,
    pretty_type: filetype.toUpperCase(),
    user: file.user,
    user_team: TEAM.id,
    size: file.bytes.length,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    url_private: `${base}/${name}`,
    url_private_download: `${base}/download/${name}`,
    permalink: `${world.origin}/files/${file.user}/${file.id}/${name}`,
    file_access: 'visible',
  };
}
