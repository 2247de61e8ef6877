/**
 * Beginnings of the months' names as feeds write them, lower case and without most marks: English first, then what other
 * languages add. The longest that fits decides. Where languages give one beginning to different months, the one with
 * more readers has it (Polish and Czech `lis`, Croatian's October, is November). Thai ones have lost their dots.
 */
const beginnings: readonly string[] = [
  'jan ene gen янв ιαν led sty oca ian tammi січ яну јан jaan ינו يناير siječ มกรา มค जनव',
  'feb fev fév фев φεβ úno lut şub helmi лют феб veeb פבר פברו فبراير velj กุมภา กพ फरव फ़रव',
  'mar mär maa mrt мар μαρ μάρ bře maalis бер märts מרץ מרס مارس ožu มีนา มีค मार्च',
  'apr abr avr ápr апр απρ dub kwi nis huhti квіт אפר أبريل ابريل إبريل trav เมษา เมย अप्रै',
  'may mai maj mag mei máj май мая μαι μαϊ μάι μαΐ kvě touko трав мај מאי مايو svi พฤษภา พค मई',
  'jun giu jún июн ιουν ιούν juin haz cze kesä červ čvn iun черв юни јун juuni יונ يونيو lipnja มิถุนา มิย जून',
  'jul lug júl июл ιουλ ιούλ juil tem lip heinä červenec července čvc iul лип юли јул juuli יול يوليو srpnja กรกฎา กค जुला',
  'aug ago agu aoû aou авг αυγ αύγ srp sie ağu elo avg серп אוג أغسطس اغسطس kolo สิงหา สค अगस्त',
  'sep set сен σεπ szept zář wrz eyl syys вер септ ספט سبتمبر ruj กันยา กย सितं सितम्',
  'oct okt out ott окт οκτ říj paź eki loka жовт אוק أكتوبر اكتوبر ตุลา ตค अक्टू अक्तू',
  'nov ноя νοε νοέ lis kas marras noi лист ное нов נוב نوفمبر stud พฤศจิกา พย नवं नवम्',
  'dec dez dic déc des дек δεκ pro gru ara joulu груд дец דצמ ديسمبر ธันวา ธค दिसं दिसम्',
];

const monthOf = new Map(beginnings.flatMap((month, index) => month.split(' ').map((beginning) => [beginning, index + 1])));
const romans = 'I II III IV V VI VII VIII IX X XI XII'.split(' ');
const longest = [...monthOf.keys()].reduce((most, { length }) => Math.max(most, length), 0);

/** From 1 to 12, in any case and declension or in Roman capitals; undefined for what is no month. */
export function monthNumber(name: string): number | undefined {
  if (romans.includes(name)) return romans.indexOf(name) + 1;
  // Hebrew writes "in" as the first letter of the month.
  const lower = name.toLowerCase().replace(/^ב(?=[\u05d0-\u05ea]{3})/, '');
  for (let length = Math.min(longest, lower.length); length > 1; length--) {
    const month = monthOf.get(lower.slice(0, length));
    if (month !== undefined) return month;
  }
  return undefined;
}
