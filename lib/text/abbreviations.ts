/** Abbreviations, folded, after which a period does not end a sentence: they stand before or inside names. */
const abbreviations = new Set(
  (
    'mr mrs ms mx dr st ste mt ft jr sr prof rev hon fr gen col lt maj capt cpl sgt pvt cmdr adm brig gov sen sens rep ' +
    'reps pres supt atty amb messrs inc corp co ltd llc bros vs dept univ assn intl natl jan feb mar apr jun jul aug ' +
    'sep sept oct nov dec'
  ).split(' '),
);

export const longestAbbreviation = 6;

/** @param folded a token as `foldText` makes it, without its period */
export function isAbbreviation(folded: string): boolean {
  return abbreviations.has(folded);
}
