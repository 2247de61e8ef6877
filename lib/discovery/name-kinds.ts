import givenNameLines from './given-names.json';

/** Words, folded, that say of what kind a name is that ends in them, or that has them before "of" and "for". */

export const givenNames: ReadonlySet<string> = new Set(givenNameLines.join(' ').split(' '));

export const organisationHeads: ReadonlySet<string> = words(`
  academy administration affairs agency airlines airways alliance army arsenal assembly associates association
  authority bank board brigade brotherhood brothers bureau cabinet caucus center centers centre chamber
  church clinic club coalition college commission committee committees communications community company congress
  consortium corporation corps council court courts dealership delegation department division electric
  electronics energy enforcement enterprises entertainment exchange fc federation financial firm force forces
  forum foundation fund fed front gazette globe group guard guild healthcare herald holdings hospital house industries
  initiative institute institution insurance international journal knesset laboratory
  laboratories league legislature llc llp lobby magazine marines media militia ministry mission mosque motors
  movement museum nations navy network networks news newspaper office order orchestra organisation organization panel
  parliament partners party patrol pharmaceuticals police post press productions project protection radio records
  registry reserve review school schools securities senate seminary service services society solutions squad standard
  staff systems synagogue tabernacle taskforce team tech technologies telegraph television temple times trades
  tribune trust tv union unit universities university ventures watch workers works dynamics mills mart labs robotics
  bancorp airline broadcasting publishing studios pictures games software semiconductor motorcycles foods stores
  brands capital advisors advisers asset management parenthood pac taliban list
`);

export const placeHeads: ReadonlySet<string> = words(`
  airport alley area avenue base basin bay beach border boulevard bridge building camp canal canyon cape castle cathedral
  cemetery city coast county creek desert district drive falls field fields forest fort garden gardens gate glacier
  gulf harbor harbour heights highway hill hills hotel island islands isle isles state jail junction kingdom lake lakes
  lane mall mansion monument mosque mount mountain mountains ocean palace park parkway pass peak peninsula plain plains
  plant plateau plaza port prison province ranch range refuge region republic reservation ridge river road route sea
  shore springs square stadium station strait strip street suburb terrace territory tower town township tunnel valley
  village wood woods zone
`);

export const placeStarts: ReadonlySet<string> = words(
  'new north south east west northern southern eastern western central upper lower fort port mount lake san santa saint st los las el palm cape isle',
);

export const eventHeads: ReadonlySet<string> = words(`
  attack attacks awards battle bombing bowl ceremony championship championships coup convention conference
  crisis cup day debate derby disaster election elections famine festival final finals flood games gala genocide
  holocaust hurricane inauguration inquisition jubilee march marathon massacre olympics open pandemic plague prix
  primaries primary protest protests prize recession referendum reformation renaissance revolution rally riots series
  shooting shutdown siege spill spring storm strike strikes summit trial trials uprising war wars week christmas easter
  ramadan thanksgiving
`);

export const eventStarts: ReadonlySet<string> = words('hurricane tropical operation battle superstorm cyclone typhoon');

/** Laws, treaties, offices, doctrines: what news writes with capitals and yet is no name of somebody or something. */
export const topicHeads: ReadonlySet<string> = words(`
  accord accords act age agreement amendment amendments authorization award bill budget charter clause code compact
  constitution deal declaration decree directive doctrine dream edition effect era framework laws medal medicare pact plan principle privilege program proclamation protocol regulation
  resolution rights rule scholarship standards statute theory theorem treaty order orders century disease
  syndrome virus language mandate
`);

export const workHeads: ReadonlySet<string> = words(
  'gospel bible quran koran torah chronicles diaries diary monologues show symphony papers',
);

/** What news writes with a capital that is no name: peoples, faiths, parties' members, the languages. */
const peopleWords = words(`
  american americans african africans asian asians arab arabs british briton britons english scottish welsh irish
  french german germans italian italians spanish spaniard spaniards portuguese dutch belgian swiss swedish swede swedes
  danish danes dane norwegian finnish finn finns polish pole poles czech slovak hungarian austrian greek greeks turkish
  turk turks russian russians ukrainian ukrainians chinese japanese korean koreans indian indians pakistani pakistanis
  afghan afghans iraqi iraqis iranian iranians israeli israelis palestinian palestinians syrian syrians saudi saudis
  yemeni egyptian egyptians libyan libyans tunisian moroccan algerian nigerian kenyan somali somalis sudanese ethiopian
  rwandan mexican mexicans canadian canadians cuban cubans haitian haitians brazilian venezuelan colombian
  argentine chilean peruvian guatemalan honduran salvadoran salvadorans latino latinos latina latinas hispanic hispanics
  european europeans australian australians kurdish kurd kurds sunni sunnis shiite shiites shia muslim muslims
  islamic islamist islamists christian christians catholic catholics protestant protestants evangelical evangelicals
  jewish jew jews hindu hindus buddhist buddhists sikh sikhs mormon mormons baptist methodist lutheran episcopal
  presbyterian orthodox republican republicans democrat democrats democratic gop liberal liberals conservative
  conservatives libertarian libertarians socialist socialists communist communists marxist nazi nazis fascist soviet
  soviets tory tories whig labour native black blacks white whites western westerner westerners southern northern
  eastern midwestern texan texans californian californians floridian yorker yorkers hawaiian alaskan puerto rican
  ricans rohingya uighur uighurs uyghur uyghurs tibetan taiwanese vietnamese filipino filipinos thai burmese malaysian
  indonesian bangladeshi serbian serbs serb croatian bosnian albanian romanian bulgarian chechen georgian armenian
  armenians lebanese jordanian qatari emirati kuwaiti anglo biblical christmas trumpian orwellian keynesian
  darwinian jeffersonian confederate confederates federal hebrew arabic farsi persian latin mandarin cantonese urdu
  hindi bengali yiddish pashto swahili
`);

/** Heads that are also surnames: "Anita Hill" is no hill. */
export const surnamesToo: ReadonlySet<string> = words(
  'hill hills lake fields woods lane field forest park parks wood price law page stone rivers banks street house church school post force ford day spring storm prince plant village ridge glacier bridge mills temple castle',
);

/** Heads that say so only where "of" follows them: the "Arizona Republic" is a newspaper. */
export const needsMore: ReadonlySet<string> = words('republic state district building plant field fields zone square');

/** Whether a name that ends in this word is of a kind that the word says. */
export function isHead(word: string): boolean {
  return organisationHeads.has(word) || placeHeads.has(word) || eventHeads.has(word) || topicHeads.has(word) || workHeads.has(word);
}

export function isPeopleWord(word: string): boolean {
  return peopleWords.has(word);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
