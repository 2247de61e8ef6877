/**
 * `npm run --silent parse-feed -- FILE…` prints what Sidelight reads in each feed, as one JSON object a line. Absent
 * values are left out. A file that is no feed, or cannot be read, has an `error` instead, and the rest goes on.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseFeed } from '../lib/feeds/parse-feed';
import type { ParsedFeed } from '../lib/feeds/parsed-feed';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('parse-feed needs at least one file: npm run --silent parse-feed -- FILE…');
  process.exitCode = 1;
}
for (const file of files) {
  const line = report(file);
  if ('error' in line) process.exitCode = 1;
  console.log(JSON.stringify(line));
}

function report(file: string): object {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    return { file, error: 'This file cannot be read.' };
  }
  // A file says nothing of where it came from, so relative links have only the feed's own link to go by.
  const parsed = parseFeed(bytes, { url: pathToFileURL(file).href, now: new Date().toISOString() });
  return parsed.ok ? { file, ...shown(parsed.value) } : { file, error: 'This is not a feed that Sidelight can read.' };
}

function shown({ title, link, description, language, articles }: ParsedFeed): object {
  return {
    feed: { title: title === '' ? undefined : title, link, description, language },
    articles: articles.map((article) => ({
      id: article.guid ?? article.url,
      url: article.url,
      title: article.title === '' ? undefined : article.title,
      published: article.published,
      authors: article.authors,
      summary: article.summary ?? article.text,
    })),
  };
}
