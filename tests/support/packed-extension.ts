import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** The extension in this folder as one file, as readers install it, with this version in its manifest. Nothing is compressed. */
export function packExtension(folder: string, version: string): Buffer {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
  return zip(names.map((name) => [name.replaceAll('\\', '/'), name === 'manifest.json' ? withVersion(join(folder, name), version) : readFileSync(join(folder, name))]));
}

function withVersion(manifest: string, version: string): Buffer {
  return Buffer.from(JSON.stringify({ ...(JSON.parse(readFileSync(manifest, 'utf8')) as object), version }));
}

/** A ZIP archive of files as they are (PKWARE's APPNOTE, 4.3). */
function zip(files: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of files) {
    const path = Buffer.from(name);
    const shared = sharedHeader(path, bytes);
    const local = Buffer.concat([signature(0x04034b50), shared, path, bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), shared, place, path]));
    parts.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, entries, signature(0x06054b50), end]);
}

/** What a file's own header and its entry in the directory have in common: version, flags, method, time, sum, sizes, lengths. */
function sharedHeader(path: Buffer, bytes: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(0x0800, 2);
  header.writeUInt16LE(0x21, 8);
  header.writeUInt32LE(crc32(bytes), 10);
  header.writeUInt32LE(bytes.length, 14);
  header.writeUInt32LE(bytes.length, 18);
  header.writeUInt16LE(path.length, 22);
  return header;
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
