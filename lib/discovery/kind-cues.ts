import type { EntityKind } from '../model/entity';
import type { NameRun } from './name-runs';

/** What the words around a name say of its kind, as bits; an article's mentions of a name are joined by "or". */
export const cueKinds: readonly EntityKind[] = ['person', 'organisation', 'place', 'event', 'work', 'topic'];
const [person, organisation, place, event, work] = [1, 2, 4, 8, 16];
/** Not a kind: "the" stands before it, which no person and few places have. */
export const articleBit = 64;

const saying = wordSet('said says told tweeted argued added testified replied recalled joked insisted vowed wept smiled');
const inPlace = wordSet('in outside near across throughout around');
/** What only an organisation has, and does; "told CNN". */
const ofOrganisation = wordSet('spokesman spokeswoman spokesperson officials executives employees shares staffers headquarters subsidiary ceo agents agent anchor host reporter correspondent contributor reporters customers users lawyers chapter affiliate');
const byOrganisation = wordSet('reported announced reports estimates declined released issued hired fired launched published projected found said');
/** "Austin, Texas": a town. */
const state = /^, (?:Ala|Alaska|Ariz|Ark|Calif|Colo|Conn|D\.C|Del|Fla|Ga|Hawaii|Idaho|Ill|Ind|Iowa|Kan|Ky|La|Maine|Mass|Md|Mich|Minn|Miss|Mo|Mont|N\.C|N\.D|Neb|Nev|N\.H|N\.J|N\.M|N\.Y|New |North |Ohio|Okla|Ore|Pa|Penn|R\.I|South |S\.C|S\.D|Tenn|Tex|Utah|Va|Vt|Virginia|Wash|West Virginia|W\.Va|Wis|Wyo|France|Germany|Italy|Canada|Mexico|China|India|Russia|England|Syria|Iraq)/;
const during = wordSet('during');
const workKinds = wordSet('film movie book novel memoir song album documentary sitcom musical drama bestseller');

export function cuesOf({ block, from, to, role }: NameRun): number {
  const { text, words } = block;
  const first = words[from];
  const last = words[to - 1];
  if (first === undefined || last === undefined) return 0;
  const before = first.gap === 'space' ? words[from - 1]?.key ?? '' : '';
  const next = words[to];
  const after = next?.gap === 'space' ? next.key : '';
  let cues = 0;
  if (role) cues |= person;
  const behind = text.slice(last.end, last.end + 8);
  if (/^, (who|\d\d,)/.test(behind) || (saying.has(after) && to - from > 1)) cues |= person;
  if (before === 'the') cues |= articleBit;
  else if (inPlace.has(before) && !behind.startsWith('’') && !behind.startsWith("'")) cues |= place;
  if (ofOrganisation.has(after) || before === 'told' || (byOrganisation.has(after) && (to - from > 2 || last.shape === 'caps'))) cues |= organisation;
  if (state.test(text.slice(last.end, last.end + 16))) cues |= place;
  if (during.has(before) || (before === 'the' && during.has(words[from - 2]?.key ?? ''))) cues |= event;
  const quoted = /["“‘']/.test(text[first.start - 1] ?? '');
  if (workKinds.has(quoted ? (words[from - 1]?.key ?? '') : before)) cues |= work;
  return cues;
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
