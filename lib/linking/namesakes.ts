import { featureIndex, type Clues } from './feature-names';
import { genderBefore, genderOf } from './genders';
import type { DocumentReading } from './read-document';
import type { NamePlace, Span } from './span';
import type { Suspect } from './suspects';

/** No entity has this number. A number like those of others, as what is now a number and now nothing has every reader compiled again. */
export const nobody = -1;

interface Judged {
  readonly suspects: readonly Suspect[];
  readonly features: readonly Clues[];
}

interface Namesake {
  readonly suspect: Suspect;
  readonly values: Clues;
}

/**
 * Settles whom a bare surname means where the document names several in full who have it, and changes their clues to
 * that. In turn: whom alone the form of address or the role around it fits; who was named last in this paragraph; whom the document named
 * first, as long as the paragraph before is not about another. Else it is open, and nobody is better known than another.
 * Returns the one who goes by it here; `nobody` where there is none or where no two share it.
 */
export function settleNamesakes(reading: DocumentReading, span: Span, { suspects, features }: Judged): number {
  const namesakes: Namesake[] = [];
  for (let i = 0; i < suspects.length; i++) {
    const [suspect, values] = [suspects[i], features[i]];
    if (suspect !== undefined && values?.[featureIndex.echo] === 1 && suspect.places.length > 0) namesakes.push({ suspect, values });
  }
  // Two entries of a pack for one person are named at the same places.
  if (namesakes.length < 2 || namesakes.every(({ suspect }) => isSamePlace(suspect.places[0], namesakes[0]?.suspect.places[0]))) return nobody;
  const holders = holdersOf(span, addressed(reading, span, namesakes));
  const most = Math.max(...(holders ?? namesakes).map(({ suspect }) => suspect.known.popularity));
  for (const namesake of namesakes) {
    const { suspect, values } = namesake;
    values[featureIndex.popularityLead] = holders === undefined ? 0 : Math.min(0, suspect.known.popularity - most);
    if (holders?.includes(namesake) === false) values[featureIndex.echo] = 0;
  }
  return holders?.[0]?.suspect.entity ?? nobody;
}

/**
 * Behind a form of address those of whom nothing says that they are of the other gender, unless these are none. Behind "Mrs." who
 * is known to be a woman: of men it is said less often.
 */
function addressed(reading: DocumentReading, span: Span, namesakes: readonly Namesake[]): readonly Namesake[] {
  const gender = genderBefore(reading.blocks[span.block]?.words[span.from - 1]);
  if (gender === undefined) return namesakes;
  const genders = new Map(namesakes.map((one) => [one, genderOf(one.suspect, reading)]));
  const women = namesakes.filter((one) => gender === 'female' && genders.get(one) === 'female');
  if (women.length > 0) return women;
  const meant = namesakes.filter((one) => (genders.get(one) ?? gender) === gender);
  return meant.length > 0 ? meant : namesakes;
}

function holdersOf(span: Span, namesakes: readonly Namesake[]): readonly Namesake[] | undefined {
  const fit = Math.max(...namesakes.map(({ values }) => values[featureIndex.roleFits] ?? 0));
  const fitting = namesakes.filter(({ values }) => values[featureIndex.roleFits] === fit);
  if (fit > 0 && fitting.length < namesakes.length) return fitting;
  const here = latest(namesakes, ({ block, from }) => block === span.block && from < span.from);
  if (here.length > 0) return here;
  const lead = earliest(namesakes);
  const justBefore = namesakes.filter(({ suspect }) => suspect.places.some(({ block }) => block === span.block - 1));
  return justBefore.length === 0 || justBefore.some((one) => lead.includes(one)) ? lead : undefined;
}

/** Who of them was named last at such a place. */
function latest(namesakes: readonly Namesake[], isMeant: (place: NamePlace) => boolean): Namesake[] {
  const last = namesakes.map(({ suspect }) => suspect.places.findLast(isMeant));
  const best = last.reduce((a, b) => (a === undefined || (b !== undefined && isBefore(a, b)) ? b : a), undefined);
  return best === undefined ? [] : namesakes.filter((_, i) => isSamePlace(last[i], best));
}

function earliest(namesakes: readonly Namesake[]): Namesake[] {
  const starts = namesakes.map(({ suspect }) => suspect.places[0]);
  const best = starts.reduce((a, b) => (a !== undefined && b !== undefined && isBefore(b, a) ? b : a), starts[0]);
  return namesakes.filter((_, i) => isSamePlace(starts[i], best));
}

function isBefore(a: NamePlace, b: NamePlace): boolean {
  return a.block < b.block || (a.block === b.block && a.from < b.from);
}

function isSamePlace(a: NamePlace | undefined, b: NamePlace | undefined): boolean {
  return a?.block === b?.block && a?.from === b?.from;
}
