/** What tells a person's name from others, and a man's from a woman's. In small letters. */

/** The last word of these makes it no person. */
export const bodies: ReadonlySet<string> = words(`
  department departments party committee subcommittee office council court house association union institute center centre
  university college school company corp inc ltd llc group agency bureau commission church foundation bank street
  journal times post news force army navy board senate congress parliament ministry administration campaign team network
  society league alliance federation organization organisation fund project service services industry partners media
  magazine herald tribune gazette chronicle guardian observer telegraph daily weekly review press hospital police city
  county state states republic kingdom nations island islands river lake mountain avenue road park square building tower
  airport station museum library theater theatre stadium hotel bridge valley beach capitol reserve exchange club
  chiefs coalition conference convention summit cup games series festival awards award prize day week month war act bill law
  amendment constitution treaty accord agreement declaration resolution report review code charter bible koran quran
  torah scripture gospel psalm manifesto memo letter wikipedia plan program programme initiative center order
`);

/** What one of these "says" is read, not spoken. */
export const documents: ReadonlySet<string> = words(`
  act bill law amendment constitution treaty accord agreement declaration resolution report review code charter bible
  koran quran torah scripture gospel psalm manifesto memo letter wikipedia plan order poll survey article section
`);

/** Single words with a capital that are no person. */
export const noPersons: ReadonlySet<string> = words(`
  moscow washington london paris beijing brussels berlin kremlin congress senate parliament pentagon tehran iran iraq
  russia china america britain england scotland wales ireland germany france italy spain israel syria turkey egypt india
  pakistan afghanistan japan korea ukraine canada mexico brazil australia europe asia africa texas florida california
  ohio virginia iowa michigan wisconsin pennsylvania arizona nevada georgia alabama hollywood brexit twitter facebook
  google apple microsoft amazon youtube instagram english russian american british german french chinese israeli iranian
  european african asian muslim muslims christian christians jewish catholic islam islamic democrat democrats democratic
  republican republicans conservative conservatives liberal liberals labour tory tories gop obamacare medicare medicaid
  god jesus christmas easter thanksgiving ramadan ms mr mrs dr police lawmakers officials critics supporters experts
  analysts researchers voters residents witnesses protesters activists scientists authorities opponents doctors people
  sources lawyers investigators reporters economists judges senators members leaders teachers students parents workers
  neighbours neighbors friends prosecutors detectives advocates aides allies organizers organisers observers others
  everyone everybody someone somebody anyone nobody women men children families americans russians europeans internet
`);

/** First words of names of places and bodies. */
export const placeOpeners: ReadonlySet<string> = words(`
  new north south east west northern southern eastern western central los san santa saint st mount lake white supreme
  united great grand wall capitol high federal national international american british royal european african world
  democratic republican black latin middle silicon super
`);

/** Somebody, without a name. */
export const someone: ReadonlySet<string> = words(`
  man woman boy girl mother father son daughter sister brother wife husband widow uncle aunt cousin friend neighbour
  neighbor witness officer official spokesman spokeswoman spokesperson driver teacher student lawyer attorney doctor
  nurse judge senator congressman congresswoman governor mayor minister president professor reporter journalist anchor
  aide adviser advisor analyst expert economist survivor victim suspect veteran soldier resident activist protester
  critic candidate colleague boss employee worker owner farmer priest pastor bishop coach player captain author writer
  singer actor actress patient detective prosecutor defendant juror partner girlfriend boyfriend grandmother grandfather
  mom dad guy person lady leader chairman chairwoman director secretary ambassador chief commander deputy manager producer
  editor columnist strategist commissioner sheriff inspector rabbi imam consultant contractor landlord customer passenger
  pilot paramedic firefighter
`);

const men = words(`
  james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
  steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey jeff ryan jacob gary nicholas
  eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis
  jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter christian keith roger
  terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan
  albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley brad philip eugene mike jim bob tom bill
  dan dave steve chris matt tony rick ted ben sam tim ron ken barack mitt newt rudy vladimir sergei sergey mitch chuck
  bernie marco harry boris emmanuel xi kim dmitry igor ivan mohammed muhammad ahmed ali hassan omar carlos luis jorge
  miguel antonio francisco pedro pierre jean hans klaus karl wolfgang giovanni marcus martin simon neil graham ian nigel
  gordon hugh stuart craig dean kirk todd glenn lindsey reince rex mick wilbur herman rand trey jared devin
`);
const women = words(`
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
  kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy
  angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine
  maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea
  cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy
  sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla
  hillary nikki kellyanne ivanka melania condoleezza sonia elena dianne claire kirsten tammy jeanne mazie nicola
  kamala tulsi alexandria ilhan rashida ayanna ursula christiane marine yulia svetlana olga natalia irina fatima aisha
  carmen rosa lucia ingrid astrid sally wendy debbie valerie loretta josephine caroline kate katie jane jill beth
  gretchen janine huma donna anne annie lucy molly susana sylvia
`);
const masculineTitles = words('mr sir congressman chairman spokesman lord king prince pope father brother senator-elect councilman assemblyman actor baron duke count emperor sultan emir');
const feminineTitles = words('mrs ms miss lady dame congresswoman chairwoman spokeswoman queen princess sister actress baroness duchess countess councilwoman assemblywoman');

export type Gender = 'man' | 'woman';

/** @param names a name's words with the titles before it, in small letters */
export function genderOf(names: readonly string[]): Gender | undefined {
  for (const name of names) {
    if (masculineTitles.has(name) || (men.has(name) && !women.has(name))) return 'man';
    if (feminineTitles.has(name) || (women.has(name) && !men.has(name))) return 'woman';
  }
  return undefined;
}

export function isGivenName(name: string): boolean {
  return men.has(name) || women.has(name);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
