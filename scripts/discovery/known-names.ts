import { parsePackEntity, parsePackHeader } from '../../lib/packs/pack-lines';
import { normaliseName } from '../../lib/text/normalise';
import { readItems } from '../link/read-lines';

/** Whether a pack has a name, in any case and with or without "the". Without a pack nothing is known. */
export async function knownNames(pack: string | undefined): Promise<(name: string) => boolean> {
  if (pack === undefined) return () => false;
  const names = new Set<string>();
  for await (const { name, aliases } of readItems(pack, { header: parsePackHeader, item: (line) => parsePackEntity(line) })) {
    for (const written of [name, ...aliases]) names.add(plain(written));
  }
  return (name) => names.has(plain(name));
}

function plain(name: string): string {
  return normaliseName(name).replace(/^the (?=.)/, '');
}
