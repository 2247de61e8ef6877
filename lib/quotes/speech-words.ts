/** The words by which reports say that somebody spoke. In small letters. */

/** Forms that a speaker stands before or behind: "said Jones", "Jones says". */
export const speechVerbs: ReadonlySet<string> = words(`
  said says told tells added adds replied replies responded responds answered answers wrote writes tweeted tweets posted
  posts texted explained explains argued argues insisted insists warned warns declared declares testified testifies
  stated states announced announces claimed claims admitted admits acknowledged acknowledges noted notes recalled
  recalls continued continues concluded concludes joked jokes quipped quips shouted shouts whispered whispers vowed vows
  promised promises pledged pledges urged urges complained complains observed observes commented comments remarked
  remarks predicted predicts suggested suggests asked asks asserted asserts boasted boasts cautioned cautions confirmed
  confirms conceded concedes confessed confesses countered counters cried cries emphasized emphasizes emphasised
  exclaimed exclaims fumed fumes interjected intoned lamented laments maintained maintains mused muses objected objects
  opined opines protested protests proclaimed proclaims pleaded pleads reflected reflects reiterated reiterates repeated
  repeats reasoned reasons retorted retorts revealed reveals scoffed scoffs snapped stressed stresses yelled yells
  charged charges advised advises agreed agrees contended contends elaborated hinted hints implored implores inquired
  grumbled grumbles sighed thundered croaked barked gasped muttered mutters murmured moaned chuckled gushed gushes enthused
  enthuses vented raged seethed crowed crows
  summarized wondered wonders deadpanned demanded demands alleged alleges reported reports recounted recounts began
  sagte sagt erklärte erklärt betonte betont warnte warnt schrieb schreibt meinte meint forderte fordert kritisierte
  kritisiert teilte antwortete antwortet ergänzte
  dit déclaré affirmé affirme expliqué explique ajouté ajoute déclare estimé estime assuré assure souligné souligne lancé
  répondu répond écrit raconte confié martelé
  dijo dice afirmó afirma declaró explicó añadió aseguró señaló advirtió respondió escribió
  put-it puts-it shot-back shoots-back fired-back fires-back hit-back hits-back chimed-in chimes-in piped-up pipes-up
  summed-it-up sums-it-up summed-things-up sums-things-up
`);

/** Whoever does one of these speaks in the sentence behind it, if that is a quote. */
export const gestures: ReadonlySet<string> = words('shrugged laughed smiled nodded grinned winced paused');

/** "Jones was blunt: …" */
export const frankness: ReadonlySet<string> = words(`
  blunt unmoved defiant adamant unequivocal emphatic categorical unapologetic unrepentant frank candid dismissive scathing
  philosophical succinct sceptical skeptical optimistic pessimistic cautious upbeat furious angry delighted unimpressed
  resolute terse curt coy clear firm direct
`);

/** These give somebody's words for a thing: "called it …". */
export const namingVerbs: ReadonlySet<string> = words(`
  called calls described describes denounced denounces dismissed dismisses branded brands labelled labeled labels termed
  terms characterized characterizes condemned condemns hailed hails praised praises slammed blasted derided accused accuses
  lambasted decried decries ridiculed deplored
`);

/** "…, saying": their subject is that of the sentence. */
export const speechParticiples: ReadonlySet<string> = words(`
  saying telling adding writing explaining arguing insisting warning declaring stating noting tweeting claiming replying
  responding joking asking announcing asserting concluding calling describing promising vowing stressing
`);

/** Whoever is the subject of these in a passive hears, and does not speak. */
export const hearingVerbs: ReadonlySet<string> = words(
  'told asked quoted accused called described warned informed advised labelled labeled branded termed said urged charged condemned hailed praised denounced dismissed criticised alleged reported',
);

/**
 * Where one of these stands between the verb and what is quoted, the words may be somebody else's: base forms, other
 * speakers' verbs, names of things, what is read or sung.
 */
export const foreignWords: ReadonlySet<string> = words(`
  say tell add reply respond answer write tweet explain argue insist warn declare testify state announce claim admit
  acknowledge recall conclude call describe denounce urge ask confess
  quote quoted quotes quoting cite cited cites citing read reads reading sing sang sings singing sung chant chanted chants
  chanting recite recited reciting paraphrase paraphrased paraphrasing echo echoed echoing hear heard hears hearing
  think thinks thought believe believes believed know knows knew
  word words phrase phrases term slogan slogans motto mantra title titled entitled named known dubbed nicknamed nickname
  so-called book novel memoir autobiography podcast film movie song album poem play show series episode headline headlined sign signs banner banners
  poster placard shirt hat inscription plaque tattoo sticker caption label lyrics lyric verse proverb saying
  report document memo letter email e-mail text transcript article editorial statement constitution bill law act
  joke jokes game chapter essay column painting exhibition section campaign programme program
`);

/** What is said in these is a part that somebody wrote. */
export const tales = /^(?:film|movie|play|parody|sketch|skit|spoof|sitcom|musical|opera|cartoon|satire|trailer|sequel|remake|biopic|pantomime)$/;

export const auxiliaries: ReadonlySet<string> = words('has have had also \'s');
export const passives: ReadonlySet<string> = words('is are was were be been being \'s gets got');
/** What was not said, or only might be. */
export const denials: ReadonlySet<string> = words(`
  not never no nobody neither nor cannot didn't doesn't don't won't wouldn't couldn't hasn't haven't hadn't isn't wasn't
  would could might may should will can must did does do if whether unless
`);

export const adverbs: ReadonlySet<string> = words(`
  also then later once again recently further even simply now still previously earlier afterwards afterward often always
  instead too both himself herself first finally eventually soon already just yesterday today thereafter elsewhere
  famously today's out back further since monday tuesday wednesday thursday friday saturday sunday hier gestern
`);

export const prepositions: ReadonlySet<string> = words(`
  of for at from in with by on to into about after before during under over against between through near outside
  inside despite without within behind beside among upon until since as via per because while when where who whom whose
  which that and or but than if though although so de du des à von für im mit en del
`);

export const masculine: ReadonlySet<string> = words('he er il él');
export const feminine: ReadonlySet<string> = words('she elle ella');

/** Capitals that a sentence gives to its first word. */
export const openers: ReadonlySet<string> = words(`
  but and so yet then when while as after before if though although because since meanwhile yesterday today later earlier
  still however instead also even in on at for of from with by to the a an this that these those he she they it his her
  their its we i you my our one some many most all both no not only now here there once what who why how where which
  according asked speaking last next such like unlike despite during until perhaps indeed moreover nonetheless
  nevertheless finally first second third another other others each every few several is was were are did does do has
  have had can could will would should may might must let or nor than too very well yes ok okay again once overall
  thus therefore hence additionally similarly likewise besides furthermore responding writing citing referring noting regarding concerning following amid among given
  asking speaking saying adding recalling
  der die das ein eine le les un une
`);

export const calendar: ReadonlySet<string> = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
