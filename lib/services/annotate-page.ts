import { linkDocument } from '../linking/link-document';
import { readDocument, type DocumentReading } from '../linking/read-document';
import type { Correction } from '../model/correction';
import type { Entity } from '../model/entity';
import { limits } from '../model/limits';
import type { IndexMemory, Knowledge } from './index-ports';
import { spotDocument } from './spot-document';

export interface AnnotatePorts {
  /**
   * Undefined while nothing is known.
   * @param meanwhile called when its bytes have been asked for and are waited for, if they have to be
   */
  readonly knowledge: (meanwhile?: () => void) => Promise<(Knowledge & { readonly names: number }) | undefined>;
  /** What coverage says of names under one base of knowledge. */
  readonly evidence: IndexMemory['evidence'];
  readonly corrections: () => Promise<readonly Correction[]>;
  /** Ids of the entities that the reader follows, and of those that are not to be marked. */
  readonly attention: () => Promise<{ readonly followed: ReadonlySet<string>; readonly muted: ReadonlySet<string> }>;
  /** What tells of entities those with something that the reader has not seen yet. Asked for early, so that nobody waits for it in the end. */
  readonly news: () => Promise<(entities: readonly string[]) => Promise<ReadonlySet<string>>>;
}

export interface PageToAnnotate {
  readonly page: { readonly url: string };
  /** Its blocks of visible text, in reading order. */
  readonly blocks: readonly string[];
}

/** What a page may know of an entity. */
export type ShownEntity = Pick<Entity, 'id' | 'name' | 'kind' | 'description'>;

/** Names with something new are marked first. */
export type AnnotatedEntity = ShownEntity & { readonly hasNews?: boolean };

/** A name to be marked. Offsets are UTF-16, into the block; `entity` is a place in the list beside. */
export interface Annotation {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly entity: number;
  readonly confidence: number;
}

export type AnnotatedPage =
  | { readonly state: 'ready'; readonly entities: AnnotatedEntity[]; readonly annotations: Annotation[] }
  | { readonly state: 'nothing-known' };

/** The names in a page's text that mean somebody or something known, and no more than the page needs to mark them. */
export async function annotatePage(
  { page, blocks }: PageToAnnotate,
  ports: AnnotatePorts,
): Promise<AnnotatedPage> {
  const text = withinLimit(blocks);
  let read: DocumentReading | undefined;
  for (;;) {
    const knowledge = ports.knowledge(() => (read ??= readDocument(text)));
    const [known, corrections, { followed, muted }, newsOf] = await Promise.all([knowledge, ports.corrections(), ports.attention(), ports.news()]);
    if (!known || known.names === 0) return { state: 'nothing-known' };
    // Asked for before names are spotted, which keeps everybody else waiting.
    const [evidenceOf, spotted] = await Promise.all([ports.evidence(known.base), spotDocument(text, known)]);
    // The knowledge was replaced between spotting and reading facts: its numbers mean something else now.
    if (!spotted) continue;
    const reading = (read ??= readDocument(text));
    const wanted = followed.size === 0 ? undefined : new Set([...spotted.entities].filter(([, { id }]) => followed.has(id)).map(([number]) => number));
    const evidence = evidenceOf((number) => spotted.entities.get(number)?.id);
    // Without articles it says nothing of anybody, and need not be asked of each.
    const coverage = evidence.articles > 0 ? evidence : undefined;
    const mentions = linkDocument({ ...spotted, reading, coverage, corrections, url: page.url, followed: wanted })
      // Linked all the same, so that a muted name is not taken for somebody else's.
      .filter(({ entity }) => !muted.has(spotted.entities.get(entity)?.id ?? ''))
      .slice(0, limits.annotationsPerPage);
    const places = new Map<number, number>();
    const shown: ShownEntity[] = [];
    const annotations = mentions.flatMap(({ block, start, end, entity, confidence }) => {
      const facts = spotted.entities.get(entity);
      if (!facts) return [];
      const place = places.get(entity) ?? shown.push(shownEntity(facts)) - 1;
      places.set(entity, place);
      return { block, start, end, entity: place, confidence };
    });
    const news = await newsOf(shown.map(({ id }) => id));
    return { state: 'ready', entities: shown.map((entity) => (news.has(entity.id) ? { ...entity, hasNews: true } : entity)), annotations };
  }
}

function shownEntity({ id, name, kind, description }: Entity): ShownEntity {
  return { id, name, kind, description };
}

/** The beginning of a page that says more than any article does: its blocks up to the limit for all of them. */
function withinLimit(blocks: readonly string[]): readonly string[] {
  let length = 0;
  const end = blocks.findIndex((block) => (length += block.length) > limits.pageTextLength);
  return end === -1 ? blocks : blocks.slice(0, end);
}
