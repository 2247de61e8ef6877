import { compileGazetteer } from '../../../lib/gazetteer/compile-gazetteer';
import { openGazetteer } from '../../../lib/gazetteer/open-gazetteer';
import { aliasEntries } from '../../../lib/linking/alias-entries';
import type { LinkedMention } from '../../../lib/linking/choose-mentions';
import { linkDocument, type LinkInput } from '../../../lib/linking/link-document';
import type { Entity } from '../../../lib/model/entity';

type Extra = Pick<LinkInput, 'corrections' | 'url' | 'coverage' | 'followed'> & Partial<Pick<LinkInput, 'entities'>>;

/** Links a text whose lines are blocks against these entities, through a real gazetteer. */
export function linkText(entities: readonly Entity[], text: string, extra: Extra = {}): LinkedMention[] {
  const numbered = new Map(entities.map((entity, number) => [number, entity]));
  const opened = openGazetteer(compileGazetteer([...numbered].flatMap(([number, entity]) => aliasEntries(entity, number))));
  if (!opened.ok) throw new Error(`The gazetteer is ${opened.failure.kind}.`);
  const blocks = text.split('\n');
  return linkDocument({ blocks, matches: blocks.map((block) => opened.value.spot(block)), entities: numbered, ...extra });
}

/** "text → entity's name" of each mention, in order. */
export function linksIn(entities: readonly Entity[], text: string, extra: Extra = {}): string[] {
  const blocks = text.split('\n');
  return linkText(entities, text, extra).map(({ block, start, end, entity }) => {
    return `${blocks[block]?.slice(start, end) ?? ''} → ${entities[entity]?.name ?? ''}`;
  });
}
