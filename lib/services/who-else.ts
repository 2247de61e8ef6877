import type { Entity } from '../model/entity';
import type { Knowledge } from './index-ports';
import { spotDocument } from './spot-document';

const mostShown = 6;

/** The other entities that a name, as it is written, may mean: the best known first. */
export async function whoElse(
  { text, entity }: { readonly text: string; readonly entity: string },
  { knowledge, muted }: { readonly knowledge: () => Promise<Knowledge | undefined>; readonly muted: ReadonlySet<string> },
): Promise<Pick<Entity, 'id' | 'name' | 'kind' | 'description'>[]> {
  const known = await knowledge();
  const spotted = known && (await spotDocument([text], known));
  // Knowledge was replaced while it was asked: the reader can ask again.
  if (!spotted) return [];
  return Array.from(spotted.entities, ([, facts]) => facts)
    .filter(({ id }) => id !== entity && !muted.has(id))
    .sort((one, other) => (other.popularity ?? 0) - (one.popularity ?? 0))
    .slice(0, mostShown)
    .map(({ id, name, kind, description }) => ({ id, name, kind, description }));
}
