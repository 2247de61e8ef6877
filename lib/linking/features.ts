import { itemAt } from '../text/at';
import { isAddressed } from './addressed';
import { around, type Around } from './bounds';
import { coverageFeatures } from './coverage-features';
import type { CoverageEvidence } from './coverage-evidence';
import { featureIndex, type Clues } from './feature-names';
import { isAdjectiveOf, type KnownEntity } from './known-entity';
import { longRoles, placeCues, roles } from './name-words';
import { nobody, settleNamesakes } from './namesakes';
import { placeClues, placeFeatures } from './place-features';
import type { Word } from '../text/read-words';
import { isAscii } from '../text/ascii';
import type { BlockReading, DocumentReading } from './read-document';
import { rolesBefore } from './roles-before';
import { isCapital, type Span } from './span';
import type { Suspect } from './suspects';

export interface FeatureInput {
  readonly reading: DocumentReading;
  readonly coverage: CoverageEvidence | undefined;
  /** Entities that the reader follows. */
  readonly followed?: ReadonlySet<number>;
}

export interface SpanClues {
  readonly span: Span;
  /** Clues for each candidate, in the order of `featureNames`: of its name, of the place, of coverage. */
  readonly features: readonly Clues[];
  /** Of several who are named in full, the one who goes by the surname here; `nobody` where there is none. */
  readonly holder: number;
}

export function spanClues({ coverage, followed, reading }: FeatureInput, span: Span, suspects: readonly Suspect[]): SpanClues {
  const block = reading.blocks[span.block];
  if (block === undefined) return { span, features: [], holder: nobody };
  const bounds = around(block, span);
  const place = placeFeatures(reading, span);
  const roles = rolesBefore(block.words, span);
  const features: Clues[] = [];
  for (const suspect of suspects) {
    const here: Here = { reading, block, span, suspect, roles };
    const values = suspect.clues.slice();
    for (const clue of placeClues) values[clue] = place[clue] ?? 0;
    if (followed?.has(suspect.entity) === true || isTopicAsWritten(here) || isAddressedEcho(here)) clearCommonness(values);
    addPlaceClues(values, here);
    addBoundClues(values, here, bounds);
    if (coverage) coverageFeatures(values, { coverage, name: span.key, entity: suspect.entity });
    features.push(values);
  }
  return { span, features, holder: settleNamesakes(reading, span, { suspects, features }) };
}

interface Here {
  readonly reading: DocumentReading;
  readonly block: BlockReading;
  readonly span: Span;
  readonly suspect: Suspect;
  /** Those right before the span. */
  readonly roles: readonly string[];
}

/** A topic of several words is written as common words are: "election security" is no less it for that. */
function isTopicAsWritten({ span, suspect: { form, known } }: Here): boolean {
  return form === 'topic' && known.kind === 'topic' && span.to - span.from > 1;
}

/** "Mr. Ban" beside Ban Ki-moon has its capital from no sentence, and is no ban. */
function isAddressedEcho({ block, span, suspect: { clues } }: Here): boolean {
  return span.to - span.from === 1 && (clues[featureIndex.echo] === 1 || clues[featureIndex.echoPart] === 1) && isAddressed(block, span);
}

/** Who follows a topic wants its word marked, however common it is. */
function clearCommonness(values: Clues): void {
  for (const clue of ['common', 'commonOpens', 'commonLong', 'lowerHere', 'lowercase', 'titled', 'undocumented'] as const) values[featureIndex[clue]] = 0;
}

function addPlaceClues(values: Clues, { block, reading, roles: rolesHere, span, suspect }: Here): void {
  const { known, isOwn, isInitials } = suspect;
  const { words } = block;
  const first = words[span.from];
  const single = span.to - span.from === 1;
  const exposed = !block.titled;
  const before = itemAt(words, span.from - 1);
  const role = before !== undefined && roles.has(before.key) && !noOffice.has(before.key) && first?.gap === 'space';
  values[featureIndex.caseClash] = exposed && known.isLowerCase && isCapital(first) && (!first.opens || isNameIn(reading, span.key)) ? 1 : 0;
  values[featureIndex.otherInitials] = exposed && single && first?.shape === 'caps' && first.key.length <= 5 && !isInitials && !isOwn ? 1 : 0;
  const leftLong = values[featureIndex.leftLong] ?? 0;
  values[featureIndex.leftLong] = !single && known.isPerson && isBehindOffice(words, span) ? 0 : leftLong;
  values[featureIndex.roleFits] = known.isPerson ? roleFits(rolesHere, { words, span, suspect }) : 0;
  values[featureIndex.roleOther] = role && !known.isPerson && known.kind !== undefined ? 1 : 0;
  if (!known.isPlace) return;
  values[featureIndex.placeCue] = before !== undefined && placeCues.has(before.key) ? 1 : 0;
  values[featureIndex.dateline] = span.from === 0 && isDateline(block.text, span.end) ? 1 : 0;
  if (single && isAdjectiveOf(span.key, known)) {
    values[featureIndex.adjective] = 1;
    values[featureIndex.rightName] = 0;
  }
}

/** Whether the document mostly has a capital where it need not: its "House members", opening a sentence, live in no house. */
function isNameIn({ capital, lower }: DocumentReading, key: string): boolean {
  return (capital.get(key) ?? 0) > (lower.get(key) ?? 0);
}

/** What stands around the name and would belong to it. */
function addBoundClues(values: Clues, { block, span, suspect: { known } }: Here, { legalEnd, articleStart }: Around): void {
  if (legalEnd !== undefined) {
    values[featureIndex.rightName] = 0;
    values[featureIndex.rightLong] = 0;
  }
  // "The Independent" is two words, of which the capital article says that the other is no common one.
  const isArticled = articleStart !== undefined && known.own === `the ${span.key}` && !block.titled;
  if (!isArticled || itemAt(block.words, span.from - 1)?.opens === true) return;
  for (const clue of ['common', 'commonOpens', 'lowerHere'] as const) values[featureIndex[clue]] = 0;
  values[featureIndex.longName] = Math.max(1, values[featureIndex.longName] ?? 0);
}

/**
 * How well the roles right before the name fit its description: "Attorney General", "then-senator". Half for somebody who was
 * it once, where the text does not say "former", and for a vice president called president. A surname fits as well behind what the document calls its bearer in full.
 */
function roleFits(before: readonly string[], { words, span, suspect }: { words: readonly Word[]; span: Span; suspect: Suspect }): number {
  const { known, calledBefore } = suspect;
  const [nearest] = before;
  if (nearest === undefined || formerly.includes(nearest)) return headFits(words, span, known);
  if (span.to - span.from === 1 && calledBefore?.has(nearest) === true) return 1;
  if (!before.some((key) => !formerly.includes(key) && known.described.includes(longRoles.get(key) ?? key))) return 0;
  const isFormer = formerly.some((word) => before.includes(word));
  const isVice = before.includes('vice');
  return isFormer === known.described.includes('former') && isVice === known.described.includes('vice') ? 1 : 0.5;
}

const formerly = ['former', 'ex'];

/** "Secretary of the Navy Ray Mabus": no name of a person goes on behind "of the". */
function isBehindOffice(words: readonly Word[], { from }: Span): boolean {
  return words[from]?.gap === 'space' && itemAt(words, from - 2)?.key === 'the' && itemAt(words, from - 3)?.key === 'of';
}

/** What stands before an office and, alone, before anything else: "former Yugoslavia", "then Britain". */
const noOffice = new Set([...formerly, 'then', 'acting', 'interim']);

/** "The Bush administration" is of a president, or else of a governor or a mayor. */
function headFits(words: readonly Word[], { to }: Span, { described }: KnownEntity): number {
  const behind = itemAt(words, to);
  if (behind?.gap !== 'space' || (behind.key !== 'administration' && behind.key !== 'presidency')) return 0;
  if (described.includes('president') && !described.includes('vice')) return 1;
  return behind.key === 'administration' && heads.some((head) => described.includes(head)) ? 0.5 : 0;
}

const heads = ['governor', 'mayor'];

/** Forty units of a place's name, and the agency behind it. */
const longestDateline = 60;

function isDateline(text: string, end: number): boolean {
  const behind = text.slice(end, end + longestDateline);
  if (!/[(—–-]/.test(behind)) return false;
  if (isAscii(behind)) return /^[A-Za-z., \d]{0,40}(\((Reuters|AP|AFP|UPI|CNN)\b| ?-- )/.test(behind) || /^ - [A-Z]/.test(behind);
  return /^[\p{L}., \d]{0,40}(\((Reuters|AP|AFP|UPI|CNN)\b| ?(--|—|–) )/u.test(behind) || /^ - \p{Lu}/u.test(behind);
}
