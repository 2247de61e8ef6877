import commonWords from './common-words.json';

/** Words that the news writes in lower case at least as often as with a capital; `docs/linking.md` says how they were counted. */
export const common: ReadonlySet<string> = new Set(commonWords.join(' ').split(' '));

/**
 * What stands before a person's name and says that it is one. A name behind them is not the end of a longer unknown
 * name, and who it means fits the role.
 */
export const roles: ReadonlySet<string> = wordSet(`
  mr mrs ms miss mx dr sir dame lord lady baron baroness count countess duke duchess prince princess king queen emperor
  president vice premier minister prime chancellor secretary attorney general governor gov lieutenant lt senator sen
  representative rep congressman congresswoman delegate assemblyman councillor councilman councilwoman mayor speaker
  leader ambassador envoy consul commissioner justice judge magistrate prosecutor sheriff chief deputy director
  chairman chairwoman chair chairperson ceo cfo founder boss executive captain capt colonel col major maj sergeant sgt
  corporal private officer constable detective inspector superintendent admiral adm brigadier marshal commander cmdr
  gen professor prof doctor rev reverend father sister brother bishop archbishop cardinal pope rabbi imam sheikh
  ayatollah saint st coach manager striker midfielder defender goalkeeper quarterback pitcher actor actress singer
  rapper comedian author director producer presenter host spokesman spokeswoman spokesperson analyst economist mp mep
  aide adviser advisor counsel lawyer candidate nominee republican democrat democratic conservative labour former ex
  star legend champion
`);

/** Lower-case pieces inside people's names. */
export const particles: ReadonlySet<string> = wordSet(`
  van von der den de del della di da dos das du la le los las bin ibn bint al el ul ter ten zu y e san abu ben
`);

export const generationSuffixes: ReadonlySet<string> = wordSet('jr sr ii iii iv');

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

/** Words of sports pages. Where they abound, a town or a country is most often its team. */
export const sportsWords: ReadonlySet<string> = wordSet(`
  match matches goal goals season league cup coach coaches manager squad striker midfielder defender goalkeeper team
  teams player players win wins won defeat defeated victory game games tournament championship playoff playoffs final
  semifinal score scored scoring points penalty kick injury innings batting bowler wicket rugby football soccer
  basketball baseball hockey quarterback touchdown yards nfl nba mlb nhl fc club clubs fixture transfer stadium beat
  pitch side race racing jockey medal olympic
`);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
