import { honorifics, roles as offices } from '../text/person-words';
import commonWords from './common-words.json';
import { SortedWords } from './sorted-words';

/** Words that the news writes in lower case at least as often as with a capital; `docs/linking.md` says how they were counted. */
export const common: Pick<ReadonlySet<string>, 'has'> = new SortedWords(commonWords);

/** Whether everyday language uses the word, or its singular. */
export function isEveryday(key: string): boolean {
  return common.has(key) || (key.endsWith('s') && common.has(key.slice(0, -1)));
}

/**
 * What stands before a person's name and says that it is one. A name behind them is not the end of a longer unknown
 * name, and who it means fits the role.
 */
export const roles: ReadonlySet<string> = new Set([
  ...honorifics,
  ...offices,
  ...wordSet('saint st adm striker midfielder defender goalkeeper quarterback pitcher star legend champion boss magistrate democratic conservative labour'),
]);

/** Short forms of roles, as descriptions write them. */
export const longRoles: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sen: 'senator', sens: 'senator', rep: 'representative', reps: 'representative', congressman: 'representative',
    congresswoman: 'representative', gov: 'governor', gen: 'general', prof: 'professor', ambassador: 'diplomat',
  }),
);

/** Prepositions before which places stand. */
export const placeCues: ReadonlySet<string> = wordSet('in at near from outside across around toward towards via to');

/** Words that alone are no name that a reader asks about: pronouns, function words, days and months. */
export const neverNames: ReadonlySet<string> = wordSet(`
  i you he she it we they me him her us them my your his its our their mine yours ours theirs this that these those
  who whom whose which what where when why how a an the and or but nor so yet if as at by for from in into of off on
  onto out over to up with about after before between during under since until while than then there here not no yes
  all any both each every few many more most much none one other others some such two three four five six seven eight
  nine ten first second third am is are was were be been being do does did done has have had can could may might must
  shall should will would am pm monday tuesday wednesday thursday friday saturday sunday january february march april
  june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec today tomorrow
  yesterday photo video image watch read share more also however mr mrs ms dr
`);

/** Whether a single word, folded, is never a name: a lone letter, a pronoun, a month. */
export function isNoName(key: string): boolean {
  return key.length < 2 || neverNames.has(key);
}

/** Words of sports pages. Where they abound, a town or a country is most often its team. */
export const sportsWords: ReadonlySet<string> = wordSet(`
  match matches goal goals season league cup coach coaches manager squad striker midfielder defender goalkeeper team
  teams player players win wins won defeat defeated victory game games tournament championship playoff playoffs final
  semifinal score scored scoring points penalty kick injury innings batting bowler wicket rugby football soccer
  basketball baseball hockey quarterback touchdown yards nfl nba mlb nhl fc club clubs fixture transfer stadium beat
  pitch side race racing jockey medal olympic
`);

/** Words of pages about films, series, music and books. */
export const cultureWords: ReadonlySet<string> = wordSet(`
  film films movie movies cinema documentary sitcom drama comedy thriller episode episodes starring starred stars actor actors
  actress cast filmmaker directed screenplay script soundtrack album albums song songs singer band music musical concert lyrics
  novel novels novelist bestseller theater theatre character characters premiere premiered trailer sequel remake streaming
  screening adaptation blockbuster
`);

/** Forms of address, which belong to the name behind them; an office ("Sen.", "President") does not. */
export const formsOfAddress: ReadonlySet<string> = wordSet(`
  mr mrs ms miss mx dr prof professor sir dame lord lady king queen prince princess pope rev gen lt col maj capt sgt adm
  brig brigadier justice judge
`);

/** By such a word a chamber of a parliament goes, whatever else ends in it: "the House" is not the White House. */
export const chambers: ReadonlySet<string> = wordSet('house senate congress parliament assembly commons lords');

/** What stands behind an organisation's name and says that it is one. */
export const legalForms: ReadonlySet<string> = wordSet('corp corporation inc incorporated ltd limited co plc llc llp lp ag gmbh');

/** States of the USA as they stand behind a town's name, and how the post and newspapers shorten them. */
export const states: ReadonlySet<string> = new Set(
  `alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa
  |kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada
  |new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island
  |south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming`
    .split('|')
    .map((name) => name.trim()),
);

export const shortStates: ReadonlySet<string> = wordSet(`
  al ala ak az ariz ar ark ca calif co colo ct conn de del fl fla ga hi id il ill in ind ia ks kan ky la me md ma mass mi
  mich mn minn ms miss mo mt mont ne neb nv nev nh nj nm ny nc nd oh ok okla or ore pa ri sc sd tn tenn tx ut vt va wa
  wash wv wi wis wy wyo
`);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
