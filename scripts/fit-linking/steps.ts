import { featureNames, type FeatureName } from '../../lib/linking/feature-names';

/** Techniques in the order in which they are added when their worth is measured, each with the clues it brings. */
export const steps: readonly { readonly title: string; readonly clues: readonly FeatureName[] }[] = [
  { title: 'names and popularity', clues: ['any', 'popularityLead', 'longName'] },
  { title: '+ own name before alias', clues: ['ownName', 'ownLead', 'nearOwn'] },
  { title: '+ case and common words', clues: ['common', 'commonLong', 'commonOpens', 'lowerHere', 'caseClash', 'titled', 'lowercase'] },
  { title: '+ named in full elsewhere', clues: ['echo', 'echoPart', 'echoRival', 'bareSurname', 'barePart'] },
  {
    title: '+ unknown longer names block',
    clues: ['leftName', 'rightName', 'leftLong', 'rightLong', 'hyphen', 'claimed'],
  },
  { title: '+ roles, places, adjectives', clues: ['roleFits', 'roleOther', 'placeCue', 'dateline', 'adjective', 'people'] },
  { title: '+ initials', clues: ['initials', 'otherInitials'] },
  { title: '+ sports', clues: ['teamInSports', 'placeInSports'] },
  { title: '+ words of name and description', clues: ['ownWords', 'ownWordsMissing', 'strange', 'described', 'repeated'] },
  { title: '+ what the pack leaves open', clues: ['undocumented', 'obscure'] },
  { title: '+ akin to others named', clues: ['kin'] },
  { title: '+ coverage: usual meanings', clues: ['usual', 'unusual', 'newsworthy'] },
  { title: '+ coverage: reported together', clues: ['together'] },
];

/** Which clues may have a weight after so many steps. */
export function allowedAfter(count: number): boolean[] {
  const allowed = new Set<FeatureName>(steps.slice(0, count).flatMap(({ clues }) => clues));
  return featureNames.map((name) => allowed.has(name));
}
