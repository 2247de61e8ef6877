import { fail, type Failure } from '../errors/failure';
import { relate } from '../coverage/relate';
import type { CoveredArticle, RelatedList } from '../coverage/related';
import type { Entity, EntityKind } from '../model/entity';
import { limits } from '../model/limits';

/** The newest articles of an entity that are considered. Older ones are looked at only around the page's date. */
const mostCandidates = 400;

export interface CoverageRequest {
  readonly entity: string;
  readonly page: { readonly url: string; readonly title: string; readonly published?: string };
  readonly alongside: readonly string[];
}

interface ShownEntity {
  readonly id: string;
  readonly name: string;
  readonly kind?: EntityKind;
  readonly description?: string;
}

export interface CoverageList {
  readonly items: { title: string; outlet: string; url: string; published?: string; reason: string }[];
  /** How many there are in all; at least the number of items. */
  readonly total: number;
}

/** As the message protocol has it. */
export type ShownCoverage =
  | { readonly state: 'ready'; readonly entity: ShownEntity; readonly before: CoverageList; readonly since: CoverageList }
  | { readonly state: 'failed'; readonly failure: Failure };

export interface CoverageSource {
  /** Articles that name the entity with the entities that each names, newest first, at most `limit`; those published before a moment if one is given. */
  articlesOf(entity: string, options: { readonly limit: number; readonly before?: string }): Promise<readonly CoveredArticle[]>;
  /** For each of these entities, how many articles name it. */
  articlesNaming(entities: readonly string[]): Promise<ReadonlyMap<string, number>>;
  articleCount(): Promise<number>;
  /** The text of the page being read, where it is itself an article that is kept here. */
  textOf(url: string): Promise<string | undefined>;
}

export interface EntitySource {
  /** Those that exist, in any order. */
  entities(ids: readonly string[]): Promise<readonly Entity[]>;
}

export interface CoveragePorts {
  readonly coverage: CoverageSource;
  readonly entities: EntitySource;
}

/** What the reader's sources reported about an entity, in the light of the page being read. */
export async function showCoverage(request: CoverageRequest, ports: CoveragePorts): Promise<ShownCoverage> {
  const { page } = request;
  const alongside = request.alongside.filter((id) => id !== request.entity);
  const [known, newest, older, articles, text] = await Promise.all([
    ports.entities.entities([request.entity, ...alongside]),
    ports.coverage.articlesOf(request.entity, { limit: mostCandidates }),
    page.published === undefined
      ? []
      : ports.coverage.articlesOf(request.entity, { limit: mostCandidates, before: page.published }),
    ports.coverage.articleCount(),
    ports.coverage.textOf(page.url),
  ]);
  const entity = known.find(({ id }) => id === request.entity);
  if (!entity) return failed(fail('not-found').failure);
  const candidates = [...new Map([...newest, ...older].map((covered) => [covered.article.id, covered])).values()];
  const related = relate({
    page: { ...page, text },
    entity: entity.id,
    alongside,
    candidates,
    known: new Map(known.map((each) => [each.id, each])),
    articlesNaming: await ports.coverage.articlesNaming(alongside),
    articles,
    shown: limits.coverageItems,
  });
  return { state: 'ready', entity: shown(entity), before: listOf(related.before), since: listOf(related.since) };
}

function listOf(related: RelatedList): CoverageList {
  const items = related.items.map(({ article, reason, alsoIn }) => ({
    title: article.title,
    outlet: article.outlet,
    url: article.url,
    published: article.published,
    reason: alsoIn.length > 0 ? `${reason}; also in ${alsoIn.join(', ')}`.slice(0, limits.titleLength) : reason.slice(0, limits.titleLength),
  }));
  return { items, total: related.total };
}

function shown({ id, name, kind, description }: Entity): ShownEntity {
  return { id, name, kind, description };
}

function failed(failure: Failure): ShownCoverage {
  return { state: 'failed', failure };
}
