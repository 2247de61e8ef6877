import { fail, succeed, type Result } from '../errors/failure';
import { entityOf, gateOf, removedGate } from './meanings';
import { NameCollector } from './name-collector';
import { PackedIndex } from './packed-index';
import { readPaths } from './read-paths';

/**
 * A base and what was added to it and removed from it since, as a new base that finds the same. Needs nothing but the two
 * buffers, so that it can run in the background or in a worker; takes about twice as long as compiling. `names` of the
 * result counts ways to write names: of some there are several.
 */
export function mergeGazetteers(base: ArrayBuffer, overlay: ArrayBuffer): Result<ArrayBuffer> {
  const older = PackedIndex.open(base);
  const newer = PackedIndex.open(overlay);
  if (older === undefined || newer === undefined) return fail('damaged');
  const collector = new NameCollector();
  const removed = new Set<string>();
  for (const { tokens, meanings } of readPaths(newer)) {
    for (const meaning of meanings) {
      if (gateOf(meaning) === removedGate) removed.add(keyOf(tokens, entityOf(meaning)));
      else collector.addMeaning(tokens, meaning);
    }
  }
  for (const { tokens, meanings } of readPaths(older)) {
    for (const meaning of meanings) {
      const entity = entityOf(meaning);
      const isGone = newer.removes(entity) || (removed.size > 0 && removed.has(keyOf(tokens, entity)));
      if (!isGone) collector.addMeaning(tokens, meaning);
    }
  }
  return succeed(collector.compile([]));
}

function keyOf(tokens: readonly string[], entity: number): string {
  return `${entity} ${tokens.join(' ')}`;
}
