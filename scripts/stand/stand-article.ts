import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../../lib/model/z';
import { outlets, type Outlet } from './outlets';
import { standFolder } from './stand-folder';

const headSchema = z.strictObject({
  title: z.string(),
  kicker: z.string(),
  standfirst: z.string(),
  author: z.string(),
  /** Local time with its offset, as an outlet would write it. */
  published: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/)),
  section: z.string(),
  image: z.string(),
  caption: z.string(),
  /** Whether the feed carries the whole text or the summary alone. */
  feed: z.enum(['full', 'summary']),
  summary: z.string(),
});

export type StandArticle = z.infer<typeof headSchema> & {
  readonly outlet: Outlet;
  readonly slug: string;
  /** Its address within the outlet. */
  readonly path: string;
  readonly blocks: readonly Block[];
};

/** `source` may hold inline marks; see `inlineMarkup`. */
export interface Block {
  readonly kind: 'paragraph' | 'heading';
  readonly source: string;
}

/** All articles of the stand, newest first. They are our own files: one that cannot be read is a bug, and throws. */
export function readStandArticles(): StandArticle[] {
  return outlets
    .flatMap((outlet) => {
      const folder = join(standFolder, 'articles', outlet.id);
      const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
      return names.map((name) => {
        const slug = name.replace(/\.md$/, '');
        return parseArticle(outlet, slug, readFileSync(join(folder, name), 'utf8'));
      });
    })
    .sort((a, b) => Date.parse(b.published) - Date.parse(a.published));
}

/** ISO 8601 in UTC, as the rest of the project writes moments. */
export function momentOf(article: StandArticle): string {
  return new Date(article.published).toISOString();
}

function parseArticle(outlet: Outlet, slug: string, source: string): StandArticle {
  const [headSource = '', bodySource = ''] = source.split(/^---\n/m, 2);
  const fields = headSource.split('\n').filter(Boolean).map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const head = z.safeParse(headSchema, Object.fromEntries(fields));
  if (!head.success) {
    throw new Error(`Sample article ${outlet.id}/${slug}: ${z.prettifyError(head.error)}`, { cause: head.error });
  }
  return { ...head.data, outlet, slug, path: pathOf(outlet, slug, head.data), blocks: readBlocks(bodySource) };
}

function readBlocks(source: string): Block[] {
  return source
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)
    .map((block) =>
      block.startsWith('## ')
        ? { kind: 'heading', source: block.slice(3) }
        : { kind: 'paragraph', source: block.replaceAll('\n', ' ') },
    );
}

/** Each outlet has its own way to make addresses, as outlets do. */
function pathOf(outlet: Outlet, slug: string, head: { published: string; section: string }): string {
  switch (outlet.id) {
    case 'herald':
      return `/${head.published.slice(0, 10).replaceAll('-', '/')}/${slug}.html`;
    case 'post':
      return `/${head.section.toLowerCase()}/${slug}`;
    case 'wire':
      return `/story/${slug}`;
  }
}
