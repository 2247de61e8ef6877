import type { AliasEntry } from './match';
import { checkedEntity, NameCollector } from './name-collector';

/** What is no more since the base was compiled: one alias of an entity, or without `alias` all of them. */
export interface Removal {
  readonly entity: number;
  readonly alias?: string;
}

/**
 * Compiles aliases for matching, at some 300,000 a second; entries are read one by one and not kept. An overlay over an
 * older gazetteer is compiled the same way: from what was added since, and what was removed. What an overlay adds stands,
 * whatever it removes. An alias without a letter or digit is left out.
 * @throws RangeError for an entity number that is not an integer from 0 to 2²⁶ - 1
 */
export function compileGazetteer(entries: Iterable<AliasEntry>, removed: Iterable<Removal> = []): ArrayBuffer {
  const collected = new NameCollector();
  for (const { alias, entity, form } of entries) collected.add(alias, entity, form);
  const removedEntities: number[] = [];
  for (const { alias, entity } of removed) {
    if (alias === undefined) removedEntities.push(checkedEntity(entity));
    else collected.remove(alias, entity);
  }
  return collected.compile(removedEntities);
}

/**
 * The same in slices, for whoever has others waiting: between two of them it pauses. A slice takes some milliseconds for what is
 * read, and at a million names up to a few hundred where the whole is put in order.
 */
export async function compileInSlices(
  batches: AsyncIterable<readonly AliasEntry[]>,
  pause: () => Promise<void>,
): Promise<ArrayBuffer> {
  const collected = new NameCollector();
  for await (const entries of batches) {
    for (const { alias, entity, form } of entries) collected.add(alias, entity, form);
    await pause();
  }
  const slices = collected.compiling([]);
  for (;;) {
    const slice = slices.next();
    if (slice.done === true) return slice.value;
    await pause();
  }
}
