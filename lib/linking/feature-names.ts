/** Every clue that the linker weighs, with why it should count. `weights.json` has the fitted weight of each. */
export const featureNames = [
  // What speaks for any entity at all against none, before other clues.
  'any',
  // An entity's own name counts for more than its alias: aliases in packs are loose.
  'ownName',
  // The best known of all that have this as their own name.
  'ownLead',
  // The own name but for a legal form or a plural.
  'nearOwn',
  // How little known it is, where the pack knows the name alone.
  'obscure',
  // The pack knows the name alone, not even what kind of thing it is: an obscure one.
  'undocumented',
  // Written with a capital amid a sentence, and the entity is written without (or the other way round).
  'caseClash',
  // How much better known a rival is.
  'popularityLead',
  // Names of several words are rarely meant otherwise.
  'longName',
  // A person whose full name stands elsewhere in the document goes by the surname.
  'echo',
  // A given name, the first word of an organisation or initials, of what is named in full elsewhere.
  'echoPart',
  // A rival has its full name elsewhere in the document.
  'echoRival',
  // A surname alone, of somebody not named in full.
  'bareSurname',
  // A single word for a person that is named otherwise, and not in full here.
  'barePart',
  // The word is one that everyday language uses in lower case.
  'common',
  // All words of the name are everyday ones.
  'commonLong',
  // A common word where a sentence begins has its capital from there.
  'commonOpens',
  // The document writes the word in lower case too.
  'lowerHere',
  // A common word in a headline, where anything has a capital.
  'titled',
  // Topics in lower case are seldom what a reader wants marked.
  'lowercase',
  // A capitalised word right before it, or tied to it by "of": part of a longer, unknown name.
  'leftName',
  // A capitalised word right behind it, or tied to it by "of" or "for".
  'rightName',
  // The same before a name of several words, which is less often part of another.
  'leftLong',
  // The same behind a name of several words.
  'rightLong',
  // Joined by a hyphen to what makes another name of it; "UK-based" does not.
  'hyphen',
  // The last word of a full name that no entity has, and the candidate is not named in full.
  'claimed',
  // The title or role before it is in its description.
  'roleFits',
  // A title or role before it, and it is no person.
  'roleOther',
  // A preposition of place before it, and it is a place.
  'placeCue',
  // The place where a report was written opens it.
  'dateline',
  // An adjective stands for its country, and a capital behind it is another name.
  'adjective',
  // A plural that is close to the name of a rival place, and this is the people.
  'people',
  // Initials of its own name.
  'initials',
  // A few capitals that are not the initials of its own name.
  'otherInitials',
  // Among sports news a town or country is most often its team.
  'teamInSports',
  // Among sports news a town or country is less often the place.
  'placeInSports',
  // The other words of its own name stand in the document.
  'ownWords',
  // The other words of its own name stand nowhere in the document.
  'ownWordsMissing',
  // A name that shares no word with its own, and it is no topic: aliases in packs are loose.
  'strange',
  // Words of its description stand in the document.
  'described',
  // A name that the document repeats is what it is about.
  'repeated',
  // How much less the words of its name and description recur in those of others that the document names than a rival's do.
  'kin',
  // The share of the articles with this name in which it surely meant this entity.
  'usual',
  // Coverage has the name often and hardly ever for this entity.
  'unusual',
  // The pack knows the name alone, but coverage has it often.
  'newsworthy',
  // Coverage reports it together with others that the document names.
  'together',
] as const;

export type FeatureName = (typeof featureNames)[number];

/** Where each clue's value and weight stand in a vector. */
export const featureIndex = Object.fromEntries(featureNames.map((name, i) => [name, i])) as Record<FeatureName, number>;

/** What each clue counts, in the order of `featureNames`. */
export type Clues = number[];

/** An array of fractions, as all clues are kept in: an engine keeps those without an object for each, however few are written into it. */
const silent: Clues = featureNames.map(() => 0.5);
silent.fill(0);

/** Clues that say nothing yet. A typed array of so many would be memory of its own beside the heap, and takes ten times as long to make. */
export function silentClues(): Clues {
  return silent.slice();
}
