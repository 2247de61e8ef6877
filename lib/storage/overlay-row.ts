/** What learning and the reader added to the packs, changed and took away; can be made again at any time. */
export interface OverlayRow {
  name: 'current';
  /** The knowledge's `version`. */
  version: number;
  /** What the base's gazetteer does not have, or has otherwise. */
  gazetteer: ArrayBuffer;
  /** Facts as on an entity page, and the number of each entity there, ascending. */
  numbers: Uint32Array;
  ends: Uint32Array;
  bytes: Uint8Array;
  /** As `id-index.ts` has it. */
  ids: Uint32Array;
  /** Pairs of an id that the reader merged away, and the one that stands for it. */
  merged: [string, string][];
}
