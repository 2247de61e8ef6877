import type { Result } from '../errors/failure';
import { entitySchema, type Entity } from '../model/entity';
import { entityKindSchema } from '../model/entity-kind';
import { idSchema } from '../model/fields';
import { webUrlSchema } from '../model/web-fields';
import { limits } from '../model/limits';
import { z } from '../model/z';
import { parseHeaderLine, parseLine, parseValue } from './parse-line';

const packHeaderSchema = z.object({
  format: z.literal('sidelight-pack/1'),
  id: idSchema,
  title: z.string().check(z.minLength(1), z.maxLength(limits.titleLength)),
  licence: z.optional(z.string().check(z.maxLength(limits.nameLength))),
  language: z.optional(z.string().check(z.maxLength(35))),
  /** How many the file says that it holds: good for a progress bar, not for trust. */
  entities: z.optional(z.number().check(z.gte(0))),
});

export type PackHeader = z.infer<typeof packHeaderSchema>;

/** The wire form: looser than the model where a fault in a detail should not lose the entity. */
const packEntitySchema = z.object({
  // Half a surrogate pair has no UTF-8 form: neither an address nor a file could name the entity.
  id: idSchema.check(z.refine((id) => !/\p{Surrogate}/u.test(id))),
  name: z.string(),
  kind: z.optional(z.unknown()),
  aliases: z.optional(z.nullable(z.array(z.unknown()))),
  description: z.optional(z.nullable(z.string())),
  popularity: z.optional(z.nullable(z.number())),
  links: z.optional(z.unknown()),
});

/** First line of a pack (`sidelight-pack/1`). */
export function parsePackHeader(line: string): Result<PackHeader> {
  return parseHeaderLine(line, packHeaderSchema, 'not-a-pack');
}

/**
 * One entity of a pack. Unknown fields are left out; so are kinds that we do not know, aliases that are empty, too
 * long or say the name again, and links that are no web addresses. A Wikipedia link may be a page's title, which then
 * is one of the Wikipedia in `language`.
 */
export function parsePackEntity(line: string, language = 'en'): Result<Entity> {
  const wire = parseLine(line, packEntitySchema, 'not-a-pack');
  if (!wire.ok) return wire;
  const { id, name, kind, aliases, description, popularity, links } = wire.value;
  // What is not there is not asked about: a schema takes longer to say no than yes.
  const knownKind = kind === undefined ? undefined : z.safeParse(entityKindSchema, kind);
  const entity = {
    id,
    name,
    aliases: usableAliases(name.trim(), aliases ?? []),
    ...(knownKind?.success === true && { kind: knownKind.data }),
    ...present('description', description?.trim()),
    ...present('popularity', popularity),
    ...present('links', usableLinks(links, language)),
  };
  return parseValue(entity, entitySchema, 'not-a-pack');
}

/** What is left open is left out, so that an entity is the same after it was written as JSON. */
function present(field: string, value: unknown): Record<string, unknown> {
  return value === undefined || value === null || value === '' ? {} : { [field]: value };
}

function usableAliases(name: string, aliases: readonly unknown[]): string[] {
  const usable = new Set<string>();
  for (const alias of aliases) {
    if (typeof alias !== 'string') continue;
    const trimmed = alias.trim();
    if (trimmed === '' || trimmed === name || trimmed.length > limits.nameLength) continue;
    usable.add(trimmed);
    if (usable.size === limits.aliasesPerEntity) break;
  }
  return [...usable];
}

function usableLinks(links: unknown, language: string): Entity['links'] {
  if (typeof links !== 'object' || links === null) return undefined;
  const { wikidata, wikipedia, website } = links as Record<string, unknown>;
  const usable = {
    ...(isShortText(wikidata) && { wikidata }),
    ...webLink('wikipedia', isShortText(wikipedia) ? wikipediaAddress(wikipedia, language) : undefined),
    ...webLink('website', website),
  };
  return Object.keys(usable).length === 0 ? undefined : usable;
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= limits.idLength;
}

function wikipediaAddress(page: string, language: string): string {
  if (/^https?:/.test(page)) return page;
  const edition = /^[a-z]{2,3}(-[a-z]+)?$/.test(language) ? language : 'en';
  // A lone surrogate has no UTF-8 form and would make encodeURIComponent throw; no title has one.
  const title = page.replaceAll(' ', '_').replaceAll(/\p{Surrogate}/gu, '\u{FFFD}');
  return `https://${edition}.wikipedia.org/wiki/${encodeURIComponent(title)}`;
}

function webLink(key: string, value: unknown): Record<string, string> {
  if (value === undefined) return {};
  const address = z.safeParse(webUrlSchema, value);
  return address.success ? { [key]: address.data } : {};
}
