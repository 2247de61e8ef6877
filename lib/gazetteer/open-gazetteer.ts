import { fail, succeed, type Result } from '../errors/failure';
import { hasContentOfHeader } from './layout';
import type { Matches } from './match';
import { PackedIndex } from './packed-index';
import { Spotter } from './spotter';

export interface Gazetteer {
  /** How many aliases it knows; with an overlay, those of both. */
  readonly names: number;
  /** The longest matches, left to right, none over another. Offsets are UTF-16, into the text as it is given. */
  spot(text: string): Matches;
}

/**
 * A gazetteer over buffers from `compileGazetteer`, as they come out of storage: nothing is read but the header, so it
 * opens as quickly at any size. What is truncated or foreign is `damaged`; whether bytes changed inside is for `isIntact`.
 * @param overlay what was added and removed since the base was compiled; `spot` sees both
 */
export function openGazetteer(base: ArrayBuffer, overlay?: ArrayBuffer): Result<Gazetteer> {
  const index = PackedIndex.open(base);
  if (index === undefined) return fail('damaged');
  if (overlay === undefined) return succeed(new Spotter(index));
  const changes = PackedIndex.open(overlay);
  return changes === undefined ? fail('damaged') : succeed(new Spotter(index, changes));
}

/** Whether every byte is as it was compiled. Takes about a millisecond a megabyte: for once after storing. */
export function isIntact(buffer: ArrayBuffer): boolean {
  return PackedIndex.open(buffer) !== undefined && hasContentOfHeader(buffer);
}
