/** A gold document, judged in the way of the referee: a span counts when it is the same after both grow to word boundaries. */
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Span → entity that the pack knows. */
  readonly entities: ReadonlyMap<string, string>;
  /** Spans that neither help nor hurt. */
  readonly ignored: ReadonlySet<string>;
}

interface WireMention {
  readonly start: number;
  readonly end: number;
  readonly entity: string | null;
  readonly ignore?: boolean;
}

interface WireDocument {
  readonly id: string;
  readonly text: string;
  readonly evalSpan?: readonly [number, number];
  readonly mentions: readonly WireMention[];
}

export function readGold(line: string, knows: (id: string) => boolean): GoldDocument {
  // The data is the referee's, whose script reads it just as trustingly.
  const { id, text, evalSpan, mentions } = JSON.parse(line) as WireDocument;
  const entities = new Map<string, string>();
  const ignored = new Set<string>();
  for (const { start, end, entity, ignore } of mentions) {
    const span = spanKey(text, start, end);
    if (ignore === true) ignored.add(span).add(`${start}-${end}`);
    else if (entity !== null && knows(entity)) entities.set(span, entity);
  }
  return { id, text, from: evalSpan?.[0] ?? 0, to: evalSpan?.[1] ?? text.length, entities, ignored };
}

/** A span grown to the boundaries of its words, as a key. */
export function spanKey(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from > 0 && isWordUnit(text[from - 1])) from--;
  while (to < text.length - 1 && isWordUnit(text[to])) to++;
  if (from < to && text[from] === '"' && !text.slice(from + 1, to).includes('"')) from++;
  return `${from}-${to}`;
}

function isWordUnit(unit: string | undefined): boolean {
  return unit !== undefined && /[\p{L}\p{N}'"_]/u.test(unit);
}

/** Half 1 is for fitting, half 0 only for reporting; which is which follows from the document's id alone. */
export function halfOf(id: string): 0 | 1 {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return ((hash >>> 16) & 1) === 1 ? 1 : 0;
}
