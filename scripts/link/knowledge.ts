import { compileGazetteer } from '../../lib/gazetteer/compile-gazetteer';
import type { AliasEntry, Matches } from '../../lib/gazetteer/match';
import { openGazetteer } from '../../lib/gazetteer/open-gazetteer';
import { aliasEntries } from '../../lib/linking/alias-entries';
import type { Entity } from '../../lib/model/entity';
import { parsePackEntity, parsePackHeader } from '../../lib/packs/pack-lines';
import { readItems, Unusable } from './read-lines';

/** A knowledge base in memory, as the extension has it in its database. */
export interface Knowledge {
  readonly entities: ReadonlyMap<number, Entity>;
  spot(text: string): Matches;
}

export async function readKnowledge(pack: string): Promise<Knowledge> {
  const entities = new Map<number, Entity>();
  const ids = new Set<string>();
  for await (const entity of readItems(pack, { header: parsePackHeader, item: (line) => parsePackEntity(line) })) {
    if (ids.has(entity.id)) continue;
    ids.add(entity.id);
    entities.set(entities.size, entity);
  }
  const opened = openGazetteer(compileGazetteer(entriesOf(entities)));
  if (!opened.ok) throw new Unusable('the names of this pack could not be compiled.');
  return { entities, spot: (text) => opened.value.spot(text) };
}

function* entriesOf(entities: ReadonlyMap<number, Entity>): Generator<AliasEntry> {
  for (const [number, entity] of entities) yield* aliasEntries(entity, number);
}
