import { hashToken } from './token-table';

/** Abbreviations, folded, after which a period does not end a sentence: they stand before or inside names. */
const abbreviations = new Set(
  (
    'mr mrs ms mx dr st ste mt ft jr sr prof rev hon fr gen col lt maj capt cpl sgt pvt cmdr adm brig gov sen sens rep ' +
    'reps pres supt atty amb messrs inc corp co ltd llc bros vs dept univ assn intl natl jan feb mar apr jun jul aug ' +
    'sep sept oct nov dec'
  ).split(' '),
);

/** One bit for each hash of an abbreviation: says of nearly all other words, without their text, that they are none. */
const hashBits = new Uint32Array(64);
for (const abbreviation of abbreviations) {
  const hash = hashToken(abbreviation);
  hashBits[wordOf(hash)] = (hashBits[wordOf(hash)] ?? 0) | (1 << (hash & 31));
}

/** @param hash of the folded token, by `hashToken` */
export function mayBeAbbreviation(hash: number): boolean {
  return (((hashBits[wordOf(hash)] ?? 0) >>> (hash & 31)) & 1) === 1;
}

/** @param folded a token as `foldText` makes it, without its period */
export function isAbbreviation(folded: string): boolean {
  return abbreviations.has(folded);
}

function wordOf(hash: number): number {
  return (hash >>> 12) & 63;
}
