import { fail, succeed, type Result } from '../errors/failure';
import { articleIdOf } from '../model/address';
import { articleSchema, type Article } from '../model/article';
import { z } from '../model/z';
import { absentIfNull, parseHeaderLine, parseLine } from './parse-line';

const coverageHeaderSchema = z.object({ format: z.literal('sidelight-coverage/1') });

export type CoverageHeader = z.infer<typeof coverageHeaderSchema>;

const coverageArticleSchema = z.object({
  id: z.optional(z.nullable(z.string())),
  url: z.string(),
  title: z.string(),
  outlet: z.string(),
  published: z.optional(z.unknown()),
  summary: z.optional(z.nullable(z.string())),
  text: z.optional(z.nullable(z.string())),
  language: z.optional(z.nullable(z.string())),
});

/** First line of a coverage file (`sidelight-coverage/1`). */
export function parseCoverageHeader(line: string): Result<CoverageHeader> {
  return parseHeaderLine(line, coverageHeaderSchema, 'not-coverage');
}

/**
 * One article of a coverage file. A date without a time that can be read is the start of that day in UTC; one that cannot be read is
 * left out, since the article is worth having without it. A missing id is made from the address.
 */
export function parseCoverageArticle(line: string): Result<Article> {
  const wire = parseLine(line, coverageArticleSchema, 'not-coverage');
  if (!wire.ok) return wire;
  const { id, url, title, outlet, published, summary, text, language } = wire.value;
  const article = {
    id: id === undefined || id === null || id === '' ? articleIdOf(url) : id,
    url,
    title,
    outlet,
    published: moment(published),
    summary: absentIfNull(summary),
    text: absentIfNull(text),
    language: absentIfNull(language),
  };
  const parsed = z.safeParse(articleSchema, article);
  if (parsed.success) return succeed(parsed.data);
  return fail('not-coverage', `${String(parsed.error.issues[0]?.path[0])} is missing or not usable`);
}

function moment(published: unknown): string | undefined {
  if (typeof published !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(published)) return undefined;
  const date = published.slice(0, 10);
  // Engines take 30 February for 2 March.
  if (new Date(`${date.slice(0, 8)}01`).getUTCMonth() !== new Date(date).getUTCMonth()) return undefined;
  const [, day = published, clock, hours, minutes = '00'] = /^(\S{10})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(?:Z|UTC|([+-]\d{2})(?::?(\d{2}))?)?$/i.exec(published) ?? [];
  // A local time without an offset is read as UTC: where the outlet is, the file does not say.
  const time = new Date(clock === undefined ? date : `${day}T${clock}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`).getTime();
  // Beyond year 9999 the ISO form grows a sign, and string order is no longer time order.
  return Number.isNaN(time) || time < 0 - 62_135_596_800_000 || time > 253_402_300_799_999
    ? undefined
    : new Date(time).toISOString();
}
