/** What an organisation's name may begin with and news leaves out, and what it may end with, in small letters. */
const before: ReadonlySet<string> = new Set('fc f.c fc. f.c. afc af.c afc. af.c. sc s.c sc. s.c.'.split(' '));
const behind: ReadonlySet<string> = new Set([
  ...before,
  ...'fk f.k fk. f.k. inc inc. incorporated corp corp. corporation co co. company ltd ltd. limited plc p.l.c. llc ag'.split(' '),
  ...'sa s.a sa. s.a. nv n.v nv. n.v. gmbh group holding holdings'.split(' '),
]);

/**
 * A name without its legal form: "Imax" for "Imax Corp.", "Arsenal" for "Arsenal F.C.", "Bournemouth" for "AFC Bournemouth". By words
 * and not by a pattern, which was the dearest of all to compile for a background that has just woken.
 */
export function withoutLegalForm(name: string): string {
  const first = name.slice(0, legalRunEnd(name));
  if (isWhite(name.charAt(first.length)) && before.has(first.toLowerCase())) return name.slice(first.length).trimStart();
  const start = legalRunStart(name);
  const isParted = start > 0 && isWhiteOrComma(name.charAt(start - 1));
  if (!isParted || !behind.has(name.slice(start).toLowerCase())) return name;
  let end = start;
  while (end > 0 && isWhiteOrComma(name.charAt(end - 1))) end -= 1;
  return name.slice(0, end);
}

/** Where the letters and periods with which a name begins are over. */
function legalRunEnd(name: string): number {
  let end = 0;
  while (end < name.length && isLegalUnit(name.charCodeAt(end))) end += 1;
  return end;
}

function legalRunStart(name: string): number {
  let start = name.length;
  while (start > 0 && isLegalUnit(name.charCodeAt(start - 1))) start -= 1;
  return start;
}

/** A letter from A to Z of either case, or a period. */
function isLegalUnit(unit: number): boolean {
  const small = unit | 0x20;
  return (small >= 0x61 && small <= 0x7a) || unit === 0x2e;
}

function isWhite(character: string): boolean {
  return character !== '' && character.trim() === '';
}

function isWhiteOrComma(character: string): boolean {
  return character === ',' || isWhite(character);
}
