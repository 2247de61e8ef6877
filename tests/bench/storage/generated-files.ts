import { createWriteStream, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gunzipSync } from 'node:zlib';
import { projectFolder } from '../../../scripts/project-folder';
import { corpus, type Corpus } from '../matching/corpus';
import { pick, randomFrom } from '../matching/random';

const sharedPack = join(projectFolder, '..', 'shared/data/packs/wikidata-65k.pack.jsonl.gz');

export interface BenchPack {
  readonly title: string;
  readonly file: string;
  readonly names: number;
}

export interface BenchFiles {
  readonly origin: string;
  /** That of 65,222 real entities where it is there, else a made one of as many names. */
  realPack(): Promise<BenchPack>;
  /** Six entities for eleven names, as the real one has them. `id` tells apart versions of one pack. */
  pack(names: number, version?: number): Promise<BenchPack>;
  /** Articles as feeds bring them: a title and a summary, 300 characters together. */
  coverage(articles: number): Promise<string>;
  /** Paragraphs of news, so long together. */
  blocks(characters: number): string[];
}

/** Packs and coverage that are the same each time; in a folder of their own. */
export function benchFiles(): BenchFiles {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
  let words: Corpus | undefined;
  const texts = (): Corpus => (words ??= corpus());
  const write = async (name: string, lines: Iterable<object>): Promise<string> => {
    const path = join(folder, name);
    await pipeline(Readable.from(joined(lines)), createGzip({ level: 1 }), createWriteStream(path));
    return path;
  };
  const pack = async (names: number, version = 0): Promise<BenchPack> => ({
    title: `${names.toLocaleString('en')} names`,
    file: await write(`${names}-${version}.pack.jsonl.gz`, packLines(texts().names(names), version)),
    names,
  });
  return {
    get origin() {
      return texts().origin;
    },
    pack,
    async realPack() {
      if (!existsSync(sharedPack)) return pack(119_000);
      const entities = readPack(sharedPack);
      return { title: 'wikidata-65k', file: sharedPack, names: entities.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0) };
    },
    coverage: (articles) => write(`${articles}.coverage.jsonl.gz`, coverageLines(texts().texts(articles, 300))),
    blocks: (characters) => (texts().texts(1, characters)[0] ?? '').split(/\n+/).filter((block) => block.trim() !== ''),
  };
}

export interface PackedEntity {
  readonly id: string;
  readonly name: string;
  readonly kind?: string;
  readonly aliases: readonly string[];
  readonly popularity?: number;
}

export function readPack(file: string): PackedEntity[] {
  const [, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as PackedEntity);
}

function* packLines(names: readonly string[], version: number): Generator<object> {
  yield { format: 'sidelight-pack/1', id: `bench-${names.length}`, title: `${names.length} names`, entities: Math.ceil((names.length * 6) / 11) };
  const random = randomFrom(5 + version);
  for (let at = 0, number = version; at < names.length; number++) {
    const aliases = number % 6 === 0 || at + 1 === names.length ? [] : [names[at + 1]];
    yield { id: `b${number}`, name: names[at], kind: pick(['person', 'organisation', 'place'], random), aliases, popularity: Number(random().toFixed(4)) };
    at += 1 + aliases.length;
  }
}

function* coverageLines(texts: readonly string[]): Generator<object> {
  yield { format: 'sidelight-coverage/1' };
  const random = randomFrom(42);
  for (const [at, text] of texts.entries()) {
    const outlet = at % 40;
    yield {
      url: `https://outlet${outlet}.test/story-${at}`,
      title: text.slice(0, 70).replaceAll('\n', ' ').trim() || 'Untitled',
      outlet: `Outlet ${outlet}`,
      published: new Date(Date.UTC(2008, 0, 1) + Math.floor(random() * 15 * 365.25 * 86_400_000)).toISOString(),
      summary: text.slice(70),
    };
  }
}

function* joined(lines: Iterable<object>): Generator<string> {
  let text = '';
  for (const line of lines) {
    text += `${JSON.stringify(line)}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield text;
}
