/** English words, folded, that are no part of a learned name or topic. Lists are ours, from reading samples of news. */

/** Words that build sentences: they end a name, and a sentence that begins with one begins no name. */
export const functionWords: ReadonlySet<string> = words(`
  i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself yourself
  himself herself itself ourselves themselves this that these those who whom whose which what where when why how a an
  the and or but nor so yet if as at by for from in into of off on onto out over to up upon with within without about
  above across after against along amid among around before behind below beneath beside besides between beyond despite
  down during except inside like near outside past per plus since than through throughout till toward towards under
  until unlike via versus vs not no yes all any both each either every few many more most much neither none one other
  others some such several another enough less least lot lots two three four five six seven eight nine ten eleven
  twelve dozen dozens hundred hundreds thousand thousands million millions billion billions trillion trillions first
  second third fourth fifth once twice am is are was were be been being do does did doing done has have had having can
  could may might must shall should will would ought cannot don't doesn't didn't isn't aren't wasn't weren't can't
  won't wouldn't couldn't shouldn't hasn't haven't hadn't i'm i've i'd i'll you're you've it's that's there's here's
  what's he's she's we're we've they're they've let's who's ain't because while whereas although though unless whether
  however therefore thus hence moreover furthermore meanwhile nevertheless nonetheless otherwise instead indeed also
  too very really quite rather just only even still already again ever never always often sometimes usually perhaps
  maybe probably possibly certainly clearly obviously apparently actually finally recently currently generally
  especially particularly nearly almost about here there now then today tomorrow yesterday tonight ago later soon
  earlier early late last next same own am pm et ist est edt gmt pst said says say told tells asked added according
`);

/** Days and months; those that are also people's names are told apart where they stand. */
export const calendarWords: ReadonlySet<string> = words(`
  monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
  sundays january february march april may june july august september october november december jan feb mar apr jun jul
  aug sep sept oct nov dec
`);
export const namesToo: ReadonlySet<string> = words('may april june august jan march');

/** What pages put in capitals around and within the text. */
export const pageWords: ReadonlySet<string> = words(`
  advertisement advertisements photo photos photograph image images video videos watch read reading share related story
  stories article articles click here copyright reserved subscribe newsletter newsletters sign signup login follow
  facebook twitter instagram youtube email comment comments editor editors note correction corrections update updated
  updates breaking exclusive opinion analysis commentary column getty reuters afp ap upi download app advertisement skip
  caption credit continue transcript listen audio slideshow gallery gallup menu search home contact privacy terms
  contributed contributing reporting published posted source sources disclaimer bio biography
`);

/** Words with which a headline or a heading in a text begins, and capitals of emphasis. */
export const openingWords: ReadonlySet<string> = words(`
  newly old former fake merry happy corporate ex asked speaking despite following given based take consider look remember think imagine
  suppose see let get go come make please thanks thank dear hello ok okay well oh yeah sure right wrong true false good
  bad great big best worst better part full top key major main inside meet big little long short high low hot cold
  should would could can will do does did is are was were have has had why what who where when how which
  critics supporters officials experts analysts lawmakers voters republicans democrats conservatives liberals
  people americans americans women men students teachers workers police officials investigators prosecutors
  researchers scientists doctors patients parents children families activists protesters advocates opponents leaders
  senators congressmen reporters journalists economists historians lawyers judges soldiers troops
  every each any everything everyone everybody nobody nothing something someone anyone anything
`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
