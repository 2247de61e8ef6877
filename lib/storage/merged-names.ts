/** What of found entities and edits is in the base's gazetteer, which tells what an overlay over it has to say. */
export interface MergedNames {
  /** From here on numbers are free. */
  readonly nextNumber: number;
  /** Ids of packs' entities that are in the gazetteer as they were edited, or not at all. */
  readonly packed: readonly string[];
  readonly entities: readonly MergedEntity[];
}

interface MergedEntity {
  readonly number: number;
  readonly id: string;
  /** As JSON, to be compared. */
  readonly facts: string;
}

/** Those whose names are in the gazetteer as they are now. */
export function sameNumbers({ entities }: MergedNames, before: MergedNames | undefined): ReadonlySet<number> {
  const merged = new Map(before?.entities.map(({ number, facts }) => [number, facts]));
  return new Set(entities.filter(({ number, facts }) => merged.get(number) === facts).map(({ number }) => number));
}

export function mergedNamesBlob(names: MergedNames): Blob {
  return new Blob([JSON.stringify(names)]);
}

export function parseMergedNames(bytes: ArrayBuffer): MergedNames {
  return JSON.parse(new TextDecoder().decode(bytes)) as MergedNames;
}
