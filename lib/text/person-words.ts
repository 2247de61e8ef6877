/** Words, folded, by which a text shows that a name is a person's. */

/** Forms of address: nothing but a person's name stands behind them. */
export const honorifics: ReadonlySet<string> = words(`
  mr mrs ms miss mx dr sir dame lord lady baroness madame monsieur herr frau senor sen rep reps sens gov lt sgt capt
  cpl maj cmdr adm brig rev prof hon
`);

/** Offices and occupations that stand before a person's name with a capital. */
export const roles: ReadonlySet<string> = words(`
  president vice premier minister prime chancellor secretary undersecretary attorney general governor lieutenant
  senator representative congressman congresswoman delegate assemblyman assemblywoman councillor councilman
  councilwoman councilmember mayor speaker leader ambassador envoy consul commissioner justice judge magistrate
  prosecutor sheriff chief deputy director administrator chairman chairwoman chair chairperson ceo cfo coo cto founder
  executive captain colonel col major sergeant corporal private officer detective inspector superintendent admiral
  brigadier marshal commander gen pvt professor doctor reverend father sister brother bishop archbishop cardinal pope
  rabbi imam sheikh ayatollah prince princess king queen emperor sultan emir tsar count countess duke duchess baron
  coach manager actor actress singer rapper comedian author producer presenter host anchor correspondent reporter
  columnist editor spokesman spokeswoman spokesperson strategist analyst economist mp mep aide adviser advisor counsel
  lawyer candidate nominee republican democrat whip treasurer comptroller pastor chaplain dean chancellor provost
  solicitor surgeon acting interim former ex then pfc solicitor specialist patrolman trooper
`);

/** Of these, the ones that also end a person's or a firm's name, so that they are no sign behind it. */
export const rolesAndSurnames: ReadonlySet<string> = words(
  'king prince pope major judge dean baron count duke marshal bishop cardinal page coach chase brother sister father private queen justice',
);

/** Lower-case pieces inside people's names. */
export const nameParticles: ReadonlySet<string> = words(
  'van von der den de del della di da dos das du la le las los bin ibn bint al el ul ter ten zu y abu ben',
);

export const nameSuffixes: ReadonlySet<string> = words('jr sr ii iii iv');

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
