import { itemAt } from '../text/at';
import { isAscii } from '../text/ascii';
import { rolesAndSurnames } from '../text/person-words';
import type { KnownEntity } from './known-entity';
import { roles } from './name-words';
import type { BlockReading } from './read-document';
import { isCapital, spanWith, type Span } from './span';

/** Titles of one calling, and words by which a description says that somebody has it. What politicians were before is no sign. */
const callings = [
  ['gen general col colonel maj lt sgt sergeant cpl adm admiral brigadier', 'military army navy marine force corps war soldier officer general colonel major lieutenant sergeant admiral commander president'],
  ['capt captain', 'military army navy officer captain commander pilot astronaut football footballer cricket cricketer rugby hockey baseball player'],
  ['justice judge magistrate', 'judge justice jurist court lawyer attorney'],
  ['pope archbishop cardinal rabbi imam ayatollah', 'pope bishop archbishop cardinal priest rabbi imam ayatollah cleric church religious theologian leader'],
  [
    'coach striker midfielder defender goalkeeper quarterback pitcher',
    'football footballer soccer basketball baseball hockey tennis rugby cricket cricketer golf coach manager player pitcher quarterback striker midfielder defender goalkeeper athlete sportsman sportswoman swimmer boxer',
  ],
  ['actor actress singer rapper comedian', 'actor actress singer rapper comedian musician film television entertainer songwriter model artist president'],
  ['columnist correspondent reporter', 'journalist columnist correspondent reporter writer author editor news broadcaster television anchor presenter host'],
].map(([titles = '', words = '']) => ({ titles: new Set(titles.split(' ')), words: new Set(words.split(' ')) }));

/** Whoever has these titles may have been anything before, but is described as more than that. */
const politicians = {
  titles: new Set('senator sen sens representative rep reps congressman congresswoman governor gov whip mp'.split(' ')),
  otherwise: new Set(
    'actor actress singer musician rapper guitarist drummer filmmaker footballer player cricketer golfer cyclist swimmer boxer wrestler sprinter athlete driver'.split(' '),
  ),
  words: new Set('politician political politics senator representative congressman congresswoman governor mayor member minister president congress senate parliament'.split(' ')),
};

/** Before it "general" is no rank: "attorney general". */
const civil = new Set(['attorney', 'solicitor', 'surgeon', 'postmaster', 'secretary', 'governor', 'inspector', 'consul', 'comptroller', 'auditor', 'director']);

/**
 * Leaves out the people who by their description have another calling than the one that stands with their full name somewhere in
 * the document: "Capt. Ron Johnson" is not the senator, nor is "Robert E. Lee, the Confederate general," a congressman.
 */
export function withoutOtherCallings(spans: readonly Span[], blocks: readonly BlockReading[]): readonly Span[] {
  const others = new Set<number>();
  for (const span of spans) {
    const block = blocks[span.block];
    if (block === undefined || span.to - span.from < 2 || !span.candidates.some(({ known }) => known.isPerson)) continue;
    const title = titleBefore(block, span) ?? titleBehind(block, span);
    if (title === undefined) continue;
    const fitting = callings.filter(({ titles }) => titles.has(title));
    const isPolitician = politicians.titles.has(title);
    if (fitting.length === 0 && !isPolitician) continue;
    for (const { entity, known } of span.candidates) {
      if (known.isPerson && (isPolitician ? isNoPolitician(known) : isOfNone(known, fitting))) others.add(entity);
    }
  }
  return others.size === 0 ? spans : without(spans, others);
}

function isOfNone({ described }: KnownEntity, fitting: typeof callings): boolean {
  return described.length > 0 && !described.some((word) => fitting.some(({ words }) => words.has(word)));
}

function isNoPolitician({ described }: KnownEntity): boolean {
  return described.some((word) => politicians.otherwise.has(word)) && !described.some((word) => politicians.words.has(word));
}

function without(spans: readonly Span[], others: ReadonlySet<number>): Span[] {
  const left: Span[] = [];
  for (const span of spans) {
    if (span.candidates.some(({ entity }) => others.has(entity))) {
      const candidates = span.candidates.filter(({ entity }) => !others.has(entity));
      if (candidates.length > 0) left.push(spanWith(span, candidates));
    } else left.push(span);
  }
  return left;
}

function titleBefore({ words }: BlockReading, { from }: Pick<Span, 'from'>): string | undefined {
  const title = itemAt(words, from - 1);
  const before = itemAt(words, from - 2);
  if (title === undefined || words[from]?.gap !== 'space' || !roles.has(title.key)) return undefined;
  if (title.gap !== 'space' || before === undefined) return title.key;
  // "Peter King Ted Cruz" in a list without commas; "Attorney General".
  const isSurname = rolesAndSurnames.has(title.key) && isCapital(before) && !before.opens && !roles.has(before.key);
  return isSurname || civil.has(before.key) ? undefined : title.key;
}

function titleBehind({ text }: BlockReading, { end }: Pick<Span, 'end'>): string | undefined {
  if (!text.startsWith(', t', end) && !text.startsWith(', a', end)) return undefined;
  const behind = text.slice(end, end + 60);
  const apposition = isAscii(behind)
    ? /^, (?:the|an?|then-?) (?:[A-Za-z-]+ ){0,2}?([a-z]+)(?:,| who | of | in | from )/
    : /^, (?:the|an?|then-?) (?:[\p{L}-]+ ){0,2}?(\p{Ll}+)(?:,| who | of | in | from )/u;
  return apposition.exec(behind)?.[1];
}
