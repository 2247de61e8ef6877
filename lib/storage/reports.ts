import type { EntityReports, ReportSource } from '../services/show-entity';
import { countByMonth, firstDatedKey, firstKeyAt } from './article-key';
import type { Database } from './database';
import { keysNaming } from './long-lists';
import { hiddenOrigins, isVisible } from './origins';
import type { ArticleRow } from './rows';

/** Rows that are read to tell outlets apart: the newest. What is older is counted by month alone. */
const mostRead = 1_500;
const pageLength = 50;
/** Rows looked through for one page of one outlet's reports. */
const mostLookedThrough = 1_000;

/** What names an entity, all of it, in the order of time. */
export function createReportSource(database: Database): ReportSource {
  const { sources, articles, longLists } = database;
  const rowsOf = async (keys: readonly number[], hidden: ReadonlySet<string>): Promise<ArticleRow[]> =>
    (await articles.bulkGet([...keys])).filter((row) => row !== undefined).filter((row) => isVisible(row, hidden));

  return {
    reportsOf: (entity) =>
      database.transaction('r', sources, articles, longLists, async (): Promise<EntityReports> => {
        const [hidden, keys] = await Promise.all([hiddenOrigins(database), keysNaming(database, entity)]);
        const dated = keys.findIndex((key) => key >= firstDatedKey);
        const read = await rowsOf(keys.slice(-mostRead), hidden);
        const [first] = dated < 0 ? [] : await rowsOf(keys.slice(dated, dated + 1), hidden);
        return {
          articles: keys.length,
          months: countByMonth(keys),
          outlets: countOutlets(read),
          first: first && reportOf(first),
          last: read.length === 0 ? undefined : lastDated(read),
        };
      }),

    page: (entity, { from, to, outlet, before = Infinity }) =>
      database.transaction('r', sources, articles, longLists, async () => {
        const [hidden, keys] = await Promise.all([hiddenOrigins(database), keysNaming(database, entity)]);
        const [least, most] = [from === undefined ? -Infinity : firstKeyAt(from), Math.min(before, to === undefined ? Infinity : firstKeyAt(to))];
        const within = keys.filter((key) => key >= least && key < most).reverse();
        const found: ArticleRow[] = [];
        let at = 0;
        while (at < Math.min(within.length, mostLookedThrough) && found.length < pageLength) {
          const rows = await rowsOf(within.slice(at, at + pageLength), hidden);
          found.push(...rows.filter((row) => outlet === undefined || row.outlet === outlet));
          at += pageLength;
        }
        const last = within[Math.min(at, within.length) - 1];
        return { items: found.slice(0, pageLength).map(reportOf), next: nextOf(found, { last, hasMore: at < within.length }) };
      }),
  };
}

/** The key below which the next page goes on. */
function nextOf(found: readonly ArticleRow[], { last, hasMore }: { last: number | undefined; hasMore: boolean }): number | undefined {
  // Of what was looked through last, some may not have had room.
  if (found.length > pageLength) return found[pageLength - 1]?.key;
  return hasMore ? last : undefined;
}

function countOutlets(rows: readonly ArticleRow[]): Map<string, Map<string, number>> {
  const outlets = new Map<string, Map<string, number>>();
  for (const { outlet, published } of rows) {
    const months = outlets.get(outlet) ?? new Map<string, number>();
    outlets.set(outlet, months);
    const month = published?.slice(0, 7) ?? '';
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  return outlets;
}

function lastDated(rows: readonly ArticleRow[]) {
  const last = rows.findLast(({ published }) => published !== undefined);
  return last && reportOf(last);
}

function reportOf({ id, title, formerTitles, outlet, url, published, saved }: ArticleRow) {
  return { id, title, outlet, url, published, formerTitle: formerTitles?.[0], isKept: saved === 1 ? true : undefined };
}
