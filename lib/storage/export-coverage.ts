import { fail, succeed, type Result } from '../errors/failure';
import type { Database } from './database';
import { hiddenOrigins, isVisible } from './origins';
import type { ArticleRow } from './rows';

const rowsAtOnce = 500;

export interface CoverageExport {
  /** After some hundred articles each: how many were written, and how many there are in all. */
  readonly onProgress?: (progress: { readonly items: number; readonly share: number }) => void;
  readonly signal?: AbortSignal;
}

/**
 * All articles as lines of a coverage file (`sidelight-coverage/1`), oldest first, with their texts; what only a removed
 * source brought is left out. Never more than a few hundred of them are in memory. Returns how many there are.
 */
export async function* exportCoverage(database: Database, { onProgress, signal }: CoverageExport = {}): AsyncGenerator<string, Result<number>> {
  const { articles, articleTexts } = database;
  const hidden = await hiddenOrigins(database);
  const keys = await articles.toCollection().primaryKeys();
  let items = 0;
  yield `${JSON.stringify({ format: 'sidelight-coverage/1' })}\n`;
  for (let from = 0; from < keys.length; from += rowsAtOnce) {
    if (signal?.aborted === true) return fail('cancelled');
    const read = await articles.bulkGet(keys.slice(from, from + rowsAtOnce));
    const rows = read.filter((row) => row !== undefined).filter((row) => isVisible(row, hidden));
    const texts = await articleTexts.bulkGet(rows.map(({ id }) => id));
    items += rows.length;
    yield rows.map((row, at) => lineOf(row, texts[at]?.text)).join('');
    onProgress?.({ items, share: Math.min(1, (from + rowsAtOnce) / keys.length) });
  }
  return succeed(items);
}

function lineOf({ id, url, title, outlet, published, summary, language }: ArticleRow, text: string | undefined): string {
  return `${JSON.stringify({ id, url, title, outlet, published, summary, text, language })}\n`;
}
