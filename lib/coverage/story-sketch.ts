import { termHash, type TermTable } from './term-table';
import { plainWeight, rarityOf, type TermUse } from './term-vector';

/** Hashes of terms with their weights, in two arrays: a tenth of what a map of words takes. */
export interface Sketch {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

/** Terms of an article that are compared, and those that are kept to weigh it anew. */
const sketchTerms = 80;
const keptTerms = 120;

/** What an article says, before rarities: its terms that matter most by what is known now. */
export function keptUses(uses: ReadonlyMap<string, TermUse>, table: TermTable): Sketch {
  const weighed = [...uses].map(([term, use]) => {
    const plain = plainWeight(term, use);
    const hash = termHash(term);
    return { hash, plain, weight: plain * rarityOf(table.articlesWithHash(hash), table.articles) };
  });
  weighed.sort((one, other) => other.weight - one.weight);
  const kept = weighed.slice(0, keptTerms);
  return { terms: Uint32Array.from(kept, ({ hash }) => hash), weights: Float32Array.from(kept, ({ plain }) => plain) };
}

/** Its heaviest terms with the rarities of now, scaled to length 1. */
export function sketch({ terms, weights }: Sketch, table: TermTable): Sketch {
  const weighed = Array.from(terms, (hash, at) => ({ hash, weight: (weights[at] ?? 0) * rarityOf(table.articlesWithHash(hash), table.articles) }));
  weighed.sort((one, other) => other.weight - one.weight);
  const kept = weighed.slice(0, sketchTerms);
  const length = Math.sqrt(kept.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  return { terms: Uint32Array.from(kept, ({ hash }) => hash), weights: Float32Array.from(kept, ({ weight }) => weight / length) };
}

/** Eight bytes a term. */
export function packSketch(sum: ReadonlyMap<number, number>): Uint8Array {
  const bytes = new Uint8Array(sum.size * 8);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [term, weight] of sum) {
    view.setUint32(at, term, true);
    view.setFloat32(at + 4, weight, true);
    at += 8;
  }
  return bytes;
}

export function unpackSketch(bytes: Uint8Array): Map<number, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sum = new Map<number, number>();
  for (let at = 0; at + 8 <= bytes.length; at += 8) sum.set(view.getUint32(at, true), view.getFloat32(at + 4, true));
  return sum;
}
