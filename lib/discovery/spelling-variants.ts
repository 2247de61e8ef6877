import { nameParticles, nameSuffixes } from '../text/person-words';

/** Why two names may be one person's. */
export type VariantReason = 'spelling' | 'middle-name' | 'short-first-name';

/**
 * Whether two people's names, folded, may be two ways to write one: spelled alike once letters that transliterations
 * choose between are taken as one ("Sergei", "Sergey"; "Zelensky", "Zelenskiy"), with or without what stands in the
 * middle, or with the first name's short form. A guess: whoever asks offers it and does not act on it.
 */
export function variantReason(a: string, b: string): VariantReason | undefined {
  const [one, other] = [readPerson(a), readPerson(b)];
  if (a === b || one === undefined || other === undefined || sound(one.last) !== sound(other.last)) return undefined;
  if (one.isJunior !== other.isJunior || !middlesAgree(one.middle, other.middle)) return undefined;
  const spelledAlike = one.first === other.first && one.last === other.last;
  if (spelledAlike) return 'middle-name';
  if (sound(one.first) === sound(other.first)) return 'spelling';
  const alike = one.last === other.last && formal(one.first).some((name) => formal(other.first).includes(name));
  return alike ? 'short-first-name' : undefined;
}

/** Names with different keys are no variants of each other. */
export function variantKey(name: string): string {
  const person = readPerson(name);
  return person === undefined ? '' : sound(person.last);
}

interface PersonName {
  readonly first: string;
  readonly middle: readonly string[];
  readonly last: string;
  /** "Jr." is another person than his father; "III" alone tells few apart. */
  readonly isJunior: boolean;
}

function readPerson(name: string): PersonName | undefined {
  const all = name.split(' ');
  const words = all.filter((word) => !nameSuffixes.has(word));
  let from = words.length - 1;
  while (from > 1 && nameParticles.has(words[from - 1] ?? '')) from -= 1;
  const [first] = words;
  if (first === undefined || from < 1 || first.length < 2) return undefined;
  return { first, middle: words.slice(1, from), last: words.slice(from).join(' '), isJunior: all.includes('jr') };
}

/** One has none, or both begin with the same letters as far as they go. */
function middlesAgree(a: readonly string[], b: readonly string[]): boolean {
  return a.every((word, at) => b[at] === undefined || initialOrSame(word, b[at]));
}

function initialOrSame(a: string, b: string): boolean {
  return sound(a) === sound(b) || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

/** What transliterations and spellings choose between, taken as one; applied in order to folded words. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/(?:sch|sh|tsch)/g, 's'], [/kh|gh/g, 'h'], [/ph/g, 'f'], [/ck|q|c(?=[aouklr])/g, 'k'], [/tz|ts|cz/g, 'z'],
  [/(?:iy|ii|yi|ei|ey|ij|ie|ai|ay|y|j(?=[aou]))/g, 'i'], [/ou|oo/g, 'u'], [/w/g, 'v'], [/aa/g, 'a'], [/eo|io|yo/g, 'o'],
  [/(.)\1+/g, '$1'], [/e(?=r$|l$)/g, 'e'],
];

function sound(word: string): string {
  return alike.reduce((so, [spelling, letter]) => so.replace(spelling, letter), word);
}

const shortNames = new Map(
  `al albert alan|alex alexander alexandra|andy andrew|barb barbara|ben benjamin|beth elizabeth|betsy elizabeth|bill william
  |billy william|bob robert|bobby robert|brad bradley|chris christopher christine|chuck charles|charlie charles|cindy cynthia
  |dan daniel|danny daniel|dave david|debbie deborah|deb deborah|dick richard|don donald|doug douglas|drew andrew|ed edward
  edwin|eddie edward|frank francis|fred frederick|gabe gabriel|greg gregory|hank henry|jack john|jake jacob|jeff jeffrey
  jefferson|jerry gerald jerome|jim james|jimmy james|joe joseph|jon jonathan|josh joshua|kate katherine|kathy katherine
  kathleen|ken kenneth|kim kimberly|larry lawrence|liz elizabeth|lou louis|matt matthew|max maxwell|meg margaret|mike michael
  |mitch mitchell|nick nicholas|pam pamela|pat patrick patricia|patty patricia|peggy margaret|pete peter|phil philip|ray raymond
  |rich richard|rick richard|rob robert|ron ronald|russ russell|sam samuel samantha|steve steven stephen|sue susan|susie susan
  |ted edward theodore|terry terrence|tim timothy|tom thomas|tommy thomas|tony anthony|vicky victoria|vince vincent|walt walter
  |will william|zach zachary|bernie bernard|mo mohamed|abe abraham|gene eugene|geoff geoffrey|jen jennifer|jenny jennifer
  |maggie margaret|nate nathan nathaniel|norm norman|rudy rudolph|stan stanley|val valerie|wes wesley|cathy catherine`
    .split('|')
    .map((entry) => entry.trim().split(/\s+/))
    .map(([short = '', ...full]): [string, string[]] => [short, full]),
);

function formal(first: string): readonly string[] {
  return [first, ...(shortNames.get(first) ?? [])];
}
