import { timelineOf, type Timeline } from '../coverage/timeline';
import { fail, type Failure } from '../errors/failure';
import type { Entity } from '../model/entity';
import type { EntitySource } from './show-coverage';

/** An article as a list names it. */
export interface Report {
  readonly id: string;
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly published?: string;
  /** What its outlet called it before it changed the headline. */
  readonly formerTitle?: string;
  /** The reader wants it to stay, however old it becomes. */
  readonly isKept?: boolean;
}

export interface EntityReports {
  readonly articles: number;
  /** `2017-11`, with the number of its articles. */
  readonly months: ReadonlyMap<string, number>;
  /** The same for each outlet, of the newest articles; those without a date stand under an empty month. */
  readonly outlets: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly first?: Report;
  readonly last?: Report;
}

export interface ReportsAsked {
  /** From this moment on, and before that one. */
  readonly from?: string;
  readonly to?: string;
  readonly outlet?: string;
  /** What `next` was before. */
  readonly before?: number;
}

export interface ReportPage {
  /** Newest first. */
  readonly items: Report[];
  /** Where the next page goes on, if there is one. */
  readonly next?: number;
}

export interface ReportSource {
  reportsOf(entity: string): Promise<EntityReports>;
  page(entity: string, asked: ReportsAsked): Promise<ReportPage>;
}

export interface ShowEntityPorts {
  readonly reports: ReportSource;
  readonly entities: EntitySource;
  readonly attention: () => Promise<{ readonly followed: ReadonlySet<string>; readonly muted: ReadonlySet<string> }>;
}

interface OutletBars {
  readonly outlet: string;
  readonly articles: number;
  /** How many of each bar of the timeline are this outlet's. */
  readonly bars: number[];
}

/** As the message protocol has it. */
type ShownEntityInFull =
  | {
      readonly state: 'ready';
      readonly entity: Pick<Entity, 'id' | 'name' | 'kind' | 'description' | 'links'> & { aliases: string[] };
      readonly attention: 'followed' | 'muted' | 'usual';
      readonly articles: number;
      readonly timeline?: { step: Timeline['step']; bars: { from: string; to: string; articles: number }[] };
      readonly outlets: OutletBars[];
      readonly first?: Report;
      readonly last?: Report;
    }
  | { readonly state: 'failed'; readonly failure: Failure };

const mostAliases = 40;
const mostOutlets = 12;

/** Who or what an entity is, and how much each outlet has reported about it when. */
export async function showEntity(id: string, { reports, entities, attention }: ShowEntityPorts): Promise<ShownEntityInFull> {
  const [[entity], found, { followed, muted }] = await Promise.all([entities.entities([id]), reports.reportsOf(id), attention()]);
  if (!entity) return { state: 'failed', failure: fail('not-found').failure };
  const { name, kind, description, links, aliases } = entity;
  const timeline = timelineOf(found.months);
  return {
    state: 'ready',
    entity: { id, name, kind, description, links, aliases: aliases.slice(0, mostAliases) },
    attention: followed.has(id) ? 'followed' : muted.has(id) ? 'muted' : 'usual',
    articles: found.articles,
    timeline: timeline && { step: timeline.step, bars: [...timeline.bars] },
    outlets: outletBars(found.outlets, timeline),
    first: found.first,
    last: found.last,
  };
}

/** The outlets that reported most, most first. */
function outletBars(outlets: EntityReports['outlets'], timeline: Timeline | undefined): OutletBars[] {
  const counted = [...outlets].map(([outlet, months]) => ({ outlet, months: [...months], articles: [...months.values()].reduce((sum, articles) => sum + articles, 0) }));
  counted.sort((one, other) => other.articles - one.articles || (one.outlet < other.outlet ? -1 : 1));
  return counted.slice(0, mostOutlets).map(({ outlet, months, articles }) => ({
    outlet,
    articles,
    bars: (timeline?.bars ?? []).map(({ from, to }) => {
      const own = months.filter(([month]) => month !== '' && `${month}-01T00:00:00Z` >= from && `${month}-01T00:00:00Z` < to);
      return own.reduce((sum, [, count]) => sum + count, 0);
    }),
  }));
}
