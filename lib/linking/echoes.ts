import { isAddressed } from './addressed';
import type { KnownEntity } from './known-entity';
import { isNoName } from './name-words';
import { isAcronym, type BlockReading, type DocumentReading } from './read-document';
import { isCapital, spanOf, spanWith, type Span, type SpanCandidate } from './span';

/** Whom a piece of a name calls to mind, by the piece's key. */
export class Echoes {
  readonly #byKey = new Map<string, Map<number, KnownEntity>>();
  /** What `with` gave before, by the candidates it was given; or by what is written, where it was given none. */
  readonly #added = new Map<readonly SpanCandidate[] | string, readonly SpanCandidate[]>();

  add(key: string, entity: number, known: KnownEntity): void {
    const there = this.#byKey.get(key);
    if (there) there.set(entity, known);
    else this.#byKey.set(key, new Map([[entity, known]]));
  }

  has(key: string): boolean {
    return this.#byKey.has(key);
  }

  /** The candidates with those whom the piece calls to mind behind them; the same array whenever it is asked the same. */
  with(candidates: readonly SpanCandidate[], key: string): readonly SpanCandidate[] {
    return this.#byKey.has(key) ? this.#once(candidates, key, candidates) : candidates;
  }

  /** Those alone whom a piece calls to mind, of what is written so. */
  alone(written: string, key: string): readonly SpanCandidate[] {
    return this.#once(written, key, []);
  }

  #once(asked: readonly SpanCandidate[] | string, key: string, candidates: readonly SpanCandidate[]): readonly SpanCandidate[] {
    const before = this.#added.get(asked);
    if (before !== undefined) return before;
    const added = new Map(this.#byKey.get(key));
    for (const { entity } of candidates) added.delete(entity);
    const all: SpanCandidate[] = [];
    for (const candidate of candidates) all.push(candidate);
    for (const [entity, known] of added) all.push({ entity, form: 'echo', known });
    this.#added.set(asked, all);
    return all;
  }
}

const longestEcho = 4;

/** Spans of a few capitalised words that echo a name, added to what was spotted there or between. */
export function withEchoes(reading: DocumentReading, spotted: readonly Span[], echoes: Echoes): Span[] {
  const spans: Span[] = [];
  let next = 0;
  for (const [block, read] of reading.blocks.entries()) {
    const { words, text } = read;
    for (let from = 0; from < words.length; from++) {
      let there = spotted[next];
      while (there !== undefined && isBefore(there, block, from)) there = spotted[++next];
      if (there?.block === block && there.from <= from) {
        spans.push(isCapital(words[from]) ? spanWith(there, echoes.with(there.candidates, there.key)) : there);
        from = there.to - 1;
        continue;
      }
      if (!isCapital(words[from])) continue;
      const to = from + echoLength({ block: read, from, spotted: there?.block === block ? there : undefined }, echoes);
      if (to === from) continue;
      spans.push(echoSpan({ words, text }, { block, from, to }, echoes));
      from = to - 1;
    }
  }
  return spans;
}

function echoSpan({ words, text }: Pick<BlockReading, 'words' | 'text'>, { block, from, to }: Pick<Span, 'block' | 'from' | 'to'>, echoes: Echoes): Span {
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? start;
  const span = spanOf({ words }, { block, start, end, from, to });
  return spanWith(span, echoes.alone(text.slice(start, end), span.key));
}

function isBefore(span: Span, block: number, word: number): boolean {
  return span.block < block || (span.block === block && span.to <= word);
}

/**
 * How many words, from this one with a capital on, echo a name: as many as can be. What was spotted further on is left whole or is within.
 * A word that else is never a name echoes one as an acronym ("WHO", not "Who") or addressed ("Mrs. May").
 */
function echoLength({ block, from, spotted }: { block: BlockReading; from: number; spotted: Span | undefined }, echoes: Echoes): number {
  const { words } = block;
  let key = '';
  let length = 0;
  for (let i = from; i < Math.min(from + longestEcho, words.length); i++) {
    const word = words[i];
    if (word === undefined || (i > from && word.gap === 'break')) break;
    key = i === from ? word.key : `${key} ${word.key}`;
    const size = i + 1 - from;
    const isCut = spotted !== undefined && i >= spotted.from && i + 1 < spotted.to;
    const isEveryday = i === from && isNoName(key) && !isAcronym(block, word) && !isAddressed(block, { from });
    if (isCapital(word) && !isCut && !isEveryday && echoes.has(key)) length = size;
  }
  return length;
}
