/** Names of U+00A0 to U+00FF in code order, as HTML gives them. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Names and code points of the others that occur in prose. */
const further: Readonly<Record<string, number>> = {
  amp: 0x26, AMP: 0x26, lt: 0x3c, LT: 0x3c, gt: 0x3e, GT: 0x3e, quot: 0x22, QUOT: 0x22, apos: 0x27, OElig: 0x152,
  oelig: 0x153, Scaron: 0x160, scaron: 0x161, Yuml: 0x178, Zcaron: 0x17d, zcaron: 0x17e, Ccaron: 0x10c, ccaron: 0x10d,
  Lstrok: 0x141, lstrok: 0x142, fnof: 0x192, circ: 0x2c6, tilde: 0x2dc, ensp: 0x2002, emsp: 0x2003, thinsp: 0x2009,
  zwnj: 0x200c, zwj: 0x200d, lrm: 0x200e, rlm: 0x200f, hyphen: 0x2010, ndash: 0x2013, mdash: 0x2014, lsquo: 0x2018,
  rsquo: 0x2019, sbquo: 0x201a, ldquo: 0x201c, rdquo: 0x201d, bdquo: 0x201e, dagger: 0x2020, Dagger: 0x2021,
  bull: 0x2022, hellip: 0x2026, permil: 0x2030, prime: 0x2032, Prime: 0x2033, lsaquo: 0x2039, rsaquo: 0x203a,
  oline: 0x203e, frasl: 0x2044, euro: 0x20ac, trade: 0x2122, larr: 0x2190, uarr: 0x2191, rarr: 0x2192, darr: 0x2193,
  harr: 0x2194, minus: 0x2212, infin: 0x221e, asymp: 0x2248, ne: 0x2260, le: 0x2264, ge: 0x2265, loz: 0x25ca,
  alpha: 0x3b1, beta: 0x3b2, gamma: 0x3b3, delta: 0x3b4, epsilon: 0x3b5, lambda: 0x3bb, mu: 0x3bc, pi: 0x3c0,
  sigma: 0x3c3, omega: 0x3c9, Delta: 0x394, Omega: 0x3a9, Sigma: 0x3a3, check: 0x2713, star: 0x2606, hearts: 0x2665,
  colon: 0x3a, comma: 0x2c, period: 0x2e, excl: 0x21, quest: 0x3f, lpar: 0x28, rpar: 0x29, num: 0x23, percnt: 0x25,
  dollar: 0x24, commat: 0x40, sol: 0x2f, lbrack: 0x5b, rbrack: 0x5d, lowbar: 0x5f, semi: 0x3b, equals: 0x3d,
  Tab: 0x9, NewLine: 0xa, horbar: 0x2015, caron: 0x2c7, aogon: 0x105, eogon: 0x119, cacute: 0x107, sacute: 0x15b,
  nacute: 0x144, zacute: 0x17a, zdot: 0x17c, ecaron: 0x11b, rcaron: 0x159, abreve: 0x103, scedil: 0x15f, gbreve: 0x11f,
  inodot: 0x131, odblac: 0x151, udblac: 0x171, uring: 0x16f,
};

const codePoints = new Map(Object.entries(further));
latin1.split(' ').forEach((name, index) => codePoints.set(name, 0xa0 + index));

/** What Windows-1252 has at 0x80 to 0x9F; pages write `&#150;` and mean these. */
export const windows1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const reference = /&(#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,30});/g;

/** Replaces character references once, left to right; what names nothing stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, name: string) => {
    if (/^#x/i.test(name)) return characterOf(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return characterOf(Number(name.slice(1)));
    const point = codePoints.get(name);
    return point === undefined ? whole : String.fromCodePoint(point);
  });
}

function characterOf(point: number): string {
  if (point >= 0x80 && point <= 0x9f) return windows1252.charAt(point - 0x80);
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) || point === 0) return '\ufffd';
  return String.fromCodePoint(point);
}
