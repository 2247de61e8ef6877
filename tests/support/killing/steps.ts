import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCoverage, importPack } from '../../../scripts/browsers/options-page';
import { listenOnLoopback } from '../../../scripts/stand/listen';
import type { OpenExtension } from '../open-extension';
import type { StorageLab } from '../storage-lab-script';
import { coverageFile, feedOf, madeArticles, madePack } from './made-news';

declare const storageLab: StorageLab;

/** Something that is begun, and after it was killed gone on with, until it is done. */
export interface Step {
  readonly what: string;
  begin(open: OpenExtension): Promise<unknown>;
  /** Whether what was begun would be known of after a kill. */
  isKept(open: OpenExtension): Promise<boolean>;
  /** What an alarm or the next page that opens would do. */
  goOn(open: OpenExtension): Promise<unknown>;
}

export interface KillScript {
  readonly hosts: readonly string[];
  /** Before the first step, and not disturbed. */
  prepare(open: OpenExtension): Promise<void>;
  readonly steps: readonly Step[];
  close(): Promise<void>;
}

/** Versions of one pack, each in place of the one before, and coverage files, in turn. */
export function importScript(count: number, size: { readonly entities: number; readonly articles: number }): KillScript {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-killing-'));
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const goOn = ({ sidelight }: OpenExtension) => sidelight.ask('knowledge-changed', {});
  const isKept = async ({ sidelight }: OpenExtension) => (await sidelight.options.evaluate(() => storageLab.progress())).jobs > 0;
  const steps = Array.from({ length: count }, (_, at): Step => {
    const isPack = at % 2 === 0;
    const path = isPack
      ? file(`${at}.pack.jsonl`, madePack(size.entities, at))
      : file(`${at}.coverage.jsonl`, coverageFile(madeArticles(at * size.articles, size.articles, 'https://gazette.test')));
    return {
      what: isPack ? `pack ${at}` : `coverage file ${at}`,
      begin: ({ sidelight }) => (isPack ? importPack : importCoverage)(sidelight, path),
      isKept,
      goOn,
    };
  });
  return { hosts: [], prepare: () => Promise.resolve(), steps, close: () => Promise.resolve() };
}

/** A source that has so many new articles each time that it is asked anew. */
export async function refreshScript(count: number, size: { readonly entities: number; readonly articles: number }): Promise<KillScript> {
  let published = 0;
  const listening = await listenOnLoopback(0, () => (_, response) => {
    const articles = madeArticles(0, published, 'http://feed.test').slice(-3 * size.articles).reverse();
    response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' }).end(feedOf(articles));
  });
  if (!listening.ok) throw new Error(`The feed found no port: ${listening.failure.kind}`);
  const { port, close } = listening.value;
  const pack = join(mkdtempSync(join(tmpdir(), 'sidelight-killing-')), 'made.pack.jsonl');
  writeFileSync(pack, madePack(size.entities, 0));
  const refresh = async ({ sidelight }: OpenExtension) => {
    const ids = await sidelight.options.evaluate(() => storageLab.sourceIds());
    return sidelight.ask('refresh-sources', { ids });
  };
  return {
    hosts: ['feed.test'],
    async prepare(open) {
      published = size.articles;
      const { sidelight } = open;
      await sidelight.extension.allowHosts(sidelight.options, ['http://feed.test/*']);
      await importPack(sidelight, pack);
      const added = await sidelight.ask('add-source', { url: `http://feed.test:${port}/feed.xml` });
      if (added.state !== 'added') throw new Error('The source was not added');
    },
    steps: Array.from({ length: count }, (_, at): Step => ({
      what: `refresh ${at}`,
      begin(open) {
        published = (at + 2) * size.articles;
        return refresh(open);
      },
      isKept: () => Promise.resolve(true),
      async goOn(open) {
        await refresh(open);
        // What was fetched before the kill is linked by whoever comes next.
        await open.sidelight.ask('knowledge-changed', {});
      },
    })),
    close,
  };
}
