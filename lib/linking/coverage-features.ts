import type { CoverageEvidence } from './coverage-evidence';
import { featureIndex, type Clues } from './feature-names';
import type { Company } from './kin';

/** Articles from which on it says something that a name was never meant so. */
const fewArticles = 5;
const rareShare = 0.1;
const usualShare = 0.5;

export interface CoverageInput {
  readonly coverage: CoverageEvidence;
  readonly name: string;
  readonly entity: number;
}

/** Adds what coverage says of a candidate by itself. */
export function coverageFeatures(values: Clues, { coverage, name, entity }: CoverageInput): void {
  const named = coverage.withName(name);
  const meant = coverage.withMeaning(name, entity);
  const share = meant / (named + 1);
  values[featureIndex.usual] = share;
  values[featureIndex.unusual] = named >= fewArticles && share < rareShare ? 1 : 0;
  if (named >= fewArticles && share > usualShare && !mayBeAWord(values)) {
    // What these doubt, coverage has answered: the bare name does mean this entity.
    values[featureIndex.bareSurname] = 0;
    values[featureIndex.ownWordsMissing] = 0;
  }
  const isOwnAlone = values[featureIndex.undocumented] === 1 && values[featureIndex.ownName] === 1;
  values[featureIndex.newsworthy] = isOwnAlone && values[featureIndex.common] === 0 ? Math.log1p(named) / 5 : 0;
}

/**
 * Coverage knows whom a name means, but not whether this is the name at all: where the page writes the word small too,
 * or it is a common one where all words have capitals, "Sessions" may be sessions.
 */
function mayBeAWord(values: Clues): boolean {
  if (values[featureIndex.lowerHere] !== 0) return true;
  return values[featureIndex.common] !== 0 && (values[featureIndex.commonOpens] !== 0 || values[featureIndex.titled] !== 0);
}

/** How much more often than by chance coverage reports an entity with the others of the document, from 0 to 3. */
export class Togetherness {
  readonly #coverage: CoverageEvidence;
  readonly #company: Company;
  readonly #known = new Map<number, number>();

  constructor(coverage: CoverageEvidence, company: Company) {
    this.#coverage = coverage;
    this.#company = company;
  }

  of(entity: number): number {
    const before = this.#known.get(entity);
    if (before !== undefined) return before;
    const found = togetherness(this.#coverage, entity, this.#company);
    this.#known.set(entity, found);
    return found;
  }
}

function togetherness(coverage: CoverageEvidence, entity: number, company: Company): number {
  const own = coverage.withEntity(entity);
  if (own === 0) return 0;
  let sum = 0;
  let weights = 0;
  for (const [other, chance] of company) {
    if (other === entity) continue;
    weights += chance;
    const both = coverage.withBoth(entity, other);
    if (both === 0) continue;
    const lift = Math.log((both * coverage.articles) / (own * coverage.withEntity(other)));
    sum += chance * Math.max(0, lift) * (both / (both + 2));
  }
  return Math.min(3, sum / (weights + 1));
}
