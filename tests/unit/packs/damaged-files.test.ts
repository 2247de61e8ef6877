import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../lib/errors/failure';
import { parseBaseHeader, parseBaseItem } from '../../../lib/packs/base-lines';
import { parseCoverageArticle, parseCoverageHeader } from '../../../lib/packs/coverage-lines';
import { decompress } from '../../../lib/packs/decompress';
import { parsePackEntity, parsePackHeader } from '../../../lib/packs/pack-lines';
import { splitLines } from '../../../lib/packs/split-lines';
import { failedOnce } from '../../support/failed-once';
import { damaged, damagedJson, languageKeys } from '../../support/mutations';

const since = '2018-01-01T00:00:00Z';
const entity = { id: 'e:1', name: 'Ada Marlow', kind: 'person', aliases: ['A. Marlow'], description: 'a judge', popularity: 0.5, links: { wikidata: 'Q1', wikipedia: 'Ada Marlow', website: 'https://marlow.example/' } };
const article = { id: 'a:1', url: 'https://herald.example/1', title: 'Council votes', outlet: 'Herald', published: '2017-11-14T09:30:00+01:00', summary: 'It voted.', text: 'It voted, late.', language: 'en' };

/** Lines of each format, and how it is read. */
const formats: Readonly<Record<string, { readonly parse: (line: string) => Result<unknown>; readonly sound: readonly object[]; readonly kind: string }>> = {
  'the head of a pack': { parse: parsePackHeader, kind: 'not-a-pack', sound: [{ format: 'sidelight-pack/1', id: 'p', title: 'P', licence: 'CC0-1.0', language: 'en', entities: 2 }] },
  'an entity of a pack': { parse: (line) => parsePackEntity(line, 'de'), kind: 'not-a-pack', sound: [entity, { id: 'e:2', name: 'Kislyak' }] },
  'the head of a coverage file': { parse: parseCoverageHeader, kind: 'not-coverage', sound: [{ format: 'sidelight-coverage/1' }] },
  'an article of a coverage file': { parse: parseCoverageArticle, kind: 'not-coverage', sound: [article, { url: 'http://a.example', title: '', outlet: 'O' }] },
  'the head of a saved base': { parse: parseBaseHeader, kind: 'not-a-base', sound: [{ format: 'sidelight-base/1', made: since }] },
  'a line of a saved base': {
    parse: parseBaseItem, kind: 'not-a-base',
    sound: [
      { is: 'settings', settings: { version: 1, dwellMs: 7 } },
      { is: 'source', source: { id: 's', url: 'https://herald.example/rss', title: 'Herald', added: since, folder: ['News'], paused: true, keepDays: 30 } },
      { is: 'entity', entity: { ...entity, links: {}, origin: 'learned', since, evidence: { articles: 2, outlets: ['Herald'], examples: [{ article: 'a:1', field: 'title', start: 0, end: 4 }] } } },
      { is: 'edit', edit: { entity: 'e:1', name: 'Ada', addedAliases: ['A.'], removedAliases: [], followed: 1, changed: since } },
      { is: 'correction', correction: { text: 'Ada', url: 'https://herald.example/1', not: 'e:1', is: 'e:2' } },
      { is: 'suggestion', suggestion: { pair: 'a|b', a: { name: 'A', articles: 1 }, b: { id: 'b', name: 'B', articles: 2 }, because: 'acronym', state: 'open', since } },
      { is: 'pack', pack: { id: 'p', title: 'P', since, entities: 2, badLines: 0 } },
      { is: 'packed', entity: { id: 'e:1', name: 'Ada', aliases: [] } },
      { is: 'article', article: { ...article, published: since, origins: ['s'], guids: ['g'], revision: 1, linked: true, counted: false, mentions: [{ entity: 'e:1', count: 1, confidence: 0.5, inTitle: true }], size: 12 } },
      { is: 'learning', part: 0, bytes: 'AAAA' },
      { is: 'end', lines: 9 },
    ],
  },
};

describe.each(Object.entries(formats))('%s', (_, { parse, sound, kind }) => {
  it('is read where it is sound, and read again as it was', () => {
    for (const line of sound) expect(parse(JSON.stringify(line))).toMatchObject({ ok: true });
  });

  it('is refused with a reason or read as what it will stay, however damaged it is', () => {
    const lines = fc.oneof(
      damagedJson(fc.constantFrom(...sound)).map((value) => JSON.stringify(value)),
      damaged(sound.map((line) => JSON.stringify(line)), { pieces: ['"', '{', '}', ':', ',', 'null', '"__proto__":{},', '\\u0000', '\\ud800', '\n'], nested: ['[', '{"a":', '"id":"x",'] }).map((bytes) => new TextDecoder().decode(bytes)),
    );
    const again = failedOnce.json.flatMap((value) => Object.keys(sound[0] ?? {}).map((key): [string] => [JSON.stringify({ ...sound[0], [key]: value })]));
    fc.assert(fc.property(lines, (line) => {
      const parsed = parse(line);
      if (parsed.ok) {
        expect(parse(JSON.stringify(parsed.value))).toEqual(parsed);
        return;
      }
      expect(parsed.failure.kind).toBe(kind);
      // The reader sees it behind the number of the line.
      expect(parsed.failure.detail).toMatch(/^(it is not JSON|it is not a JSON object|\w+ is missing or not usable|a newer Sidelight wrote it|it is a (pack|file of articles|file with everything, to be restored))$/);
    }), { numRuns: 400, examples: again });
  });

  it('takes nothing from keys of the language', () => {
    fc.assert(fc.property(fc.constantFrom(...sound), fc.constantFrom(...languageKeys), (line, key) => {
      const text = JSON.stringify(line);
      expect(parse(`{${JSON.stringify(key)}:${text},${text.slice(1)}`)).toEqual(parse(text));
      expect(parse(`{"__proto__":${text}}`).ok).toBe(false);
    }));
  });
});

describe('decompress and splitLines on damaged files', () => {
  it('give what is whole of it in lines of their own, or break off', async () => {
    const text = Array.from({ length: 40 }, (_, at) => JSON.stringify({ ...entity, id: `e:${at}` })).join('\n');
    const files = damaged([gzipSync(text), text], { pieces: ['\n', '\r\n', '\u0000', '\ufeff', '\u001f\u008b'], nested: ['\n', 'x'] });
    const sizes = fc.infiniteStream(fc.integer({ min: 1, max: 500 }));
    await fc.assert(fc.asyncProperty(files, sizes, async (bytes, parts) => {
      let last = 0;
      try {
        for await (const { number, text: line } of splitLines(decompress(inParts(bytes, parts)))) {
          expect(number).toBeGreaterThan(last);
          last = number;
          expect(line).not.toMatch(/\n/);
          expect(line?.trim()).not.toBe('');
        }
      } catch (error) {
        // Its stream says so; whoever reads the file turns it into a failure.
        expect(error).toBeInstanceOf(Error);
        expect([...bytes.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
      }
    }), { numRuns: 200 });
  });
});

async function* inParts(bytes: Uint8Array, sizes: Iterator<number>): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; ) {
    const size = Number(sizes.next().value);
    yield await Promise.resolve(bytes.subarray(from, from + size));
    from += size;
  }
}
