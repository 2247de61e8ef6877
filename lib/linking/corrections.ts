import type { Correction } from '../model/correction';
import { normaliseName } from '../text/normalise';
import type { CandidateFacts } from './candidate-facts';
import { nameWithin } from './name-within';

export interface NameCorrection {
  /** The entity that the reader said it is. */
  readonly is: number | undefined;
  readonly not: ReadonlySet<number>;
}

/** Corrections that hold in this document, by the normalised name. */
export type NameCorrections = ReadonlyMap<string, NameCorrection>;

export interface CorrectionsInput {
  readonly corrections?: readonly Correction[];
  readonly entities: CandidateFacts;
  readonly url?: string;
}

/** What the reader said of this page beats what was said of all pages, and later beats earlier. */
export function correctionsFor({ corrections = [], entities, url }: CorrectionsInput): NameCorrections {
  const result = new Map<string, NameCorrection>();
  if (corrections.length === 0) return result;
  const numbers = new Map<string, number>();
  for (const [number, { id }] of entities) numbers.set(id, number);
  const everywhere = corrections.filter((correction) => correction.url === undefined);
  const here = corrections.filter((correction) => correction.url !== undefined && correction.url === url);
  const said = [...everywhere, ...here].flatMap((correction) => [...new Set([normaliseName(correction.text), nameWithin(correction.text)])].map((key) => ({ ...correction, key })));
  for (const { key, is, not } of said) {
    const known = result.get(key);
    const isNumber = is === undefined ? undefined : numbers.get(is);
    const notNumber = not === undefined ? undefined : numbers.get(not);
    const denied = new Set(known?.not);
    if (isNumber !== undefined) denied.delete(isNumber);
    if (notNumber !== undefined) denied.add(notNumber);
    const before = known?.is === notNumber ? undefined : known?.is;
    result.set(key, { is: isNumber ?? before, not: denied });
  }
  return result;
}
