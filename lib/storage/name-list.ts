import type { Entity, EntityKind } from '../model/entity';
import { firstNumberAfter } from './compile-knowledge';
import type { Database } from './database';
import { decodeEntity, entitiesPerPage } from './entity-page';
import { NameIndex, NameIndexBuilder } from './name-index';
import { OpenBase, readBlob } from './open-base';
import { OpenOverlay } from './open-overlay';
import { packMembers, type PackMembers } from './pack-numbers';
import type { OverlayRow } from './overlay-row';
import type { EntityEditRow, KnowledgeRow } from './rows';

/** Pages that are read at once while the index is made, so that the page it is made in goes on answering. */
const pagesAtOnce = 16;

/** Who brought an entity: a pack, coverage, or the reader. */
export type NameOrigin = 'pack' | 'learned' | 'reader';

export interface NameFilter {
  /** Beginnings of words of its names. */
  readonly text: string;
  readonly kind?: EntityKind;
  readonly origin?: NameOrigin;
  /** The id of the one pack whose entities are wanted. Of one that is not in use, nothing is asked. */
  readonly pack?: string;
  readonly attention?: 'followed' | 'muted';
}

/** All that is known at one moment, to be searched. */
export interface NameList {
  readonly total: number;
  readonly packs: readonly Pick<PackMembers, 'id' | 'title'>[];
  /** Numbers of the entities that fit, best known first. */
  find(filter: NameFilter): Uint32Array;
  /** In the order of the numbers. Undefined when newer knowledge has taken the place of this. */
  entities(numbers: ArrayLike<number>): Promise<(Entity | undefined)[] | undefined>;
}

/** Opens lists of names. What a base's names are found by is made once and kept in the database; edits are laid over. */
export function createNameLists(database: Database) {
  let kept: { readonly base: number; readonly index: NameIndex; readonly facts: OpenBase } | undefined;

  async function indexOf(row: KnowledgeRow, onProgress: (share: number) => void): Promise<NameIndex> {
    const stored = await database.knowledgeParts.get('names');
    const buffer = stored?.version === row.base ? await readBlob(stored.blob) : undefined;
    const opened = buffer && NameIndex.open(buffer);
    if (opened) return opened;
    const made = await makeIndex(database, row, onProgress);
    await database.transaction('rw', database.knowledge, database.knowledgeParts, async () => {
      if ((await database.knowledge.get('current'))?.base !== row.base) return;
      await database.knowledgeParts.put({ name: 'names', version: row.base, blob: new Blob([made]) });
    });
    const index = NameIndex.open(made);
    if (!index) throw new Error('An index of names that was just made does not open');
    return index;
  }

  /** Undefined while nothing is known. `onProgress` is told from 0 to 1 where the index has to be made first. */
  return async function openNames(onProgress: (share: number) => void = () => undefined): Promise<NameList | undefined> {
    const [row, overlayRow, edits] = await database.transaction(
      'r', database.knowledge, database.knowledgeOverlays, database.entityEdits,
      () => Promise.all([database.knowledge.get('current'), database.knowledgeOverlays.get('current'), database.entityEdits.toArray()]),
    );
    if (!row) return undefined;
    if (kept?.base !== row.base) kept = { base: row.base, index: await indexOf(row, onProgress), facts: new OpenBase(database.backendDB(), row) };
    const { index, facts } = kept;
    const overlay = overlayRow && new OpenOverlay(overlayRow);
    const hidden = await facts.withIds(edits.filter(isGone).map(({ entity }) => entity));
    const attended = await facts.withIds(edits.filter(isAttended).map(({ entity }) => entity));
    const numberOf = (id: string) => overlay?.numberOf(id) ?? attended?.get(id)?.number;
    const numbersWith = (flag: 'followed' | 'muted') =>
      new Set(edits.filter((edit) => edit[flag] === 1).flatMap(({ entity }) => numberOf(entity) ?? []));
    return listOf({
      index,
      overlay,
      laid: overlayRow && indexOverlay(overlayRow),
      standing: overlayRow?.numbers.length ?? 0,
      laidNumbers: new Set([...(overlayRow?.numbers ?? []), ...[...(hidden?.values() ?? [])].map(({ number }) => number)]),
      firstFound: firstNumberAfter(row.pages),
      attention: { followed: numbersWith('followed'), muted: numbersWith('muted') },
      facts,
      packs: await packMembers(database, row),
    });
  };
}

function isGone({ mergedInto, removed }: EntityEditRow): boolean {
  return mergedInto !== undefined || removed === 1;
}

function isAttended({ followed, muted }: EntityEditRow): boolean {
  return followed === 1 || muted === 1;
}

interface ListParts {
  readonly index: NameIndex;
  readonly overlay: OpenOverlay | undefined;
  readonly laid: NameIndex | undefined;
  /** How many entities the overlay speaks of. */
  readonly standing: number;
  /** Numbers that the overlay speaks of, or that it takes away. */
  readonly laidNumbers: ReadonlySet<number>;
  /** From here on they are not of packs. */
  readonly firstFound: number;
  readonly attention: Readonly<Record<'followed' | 'muted', ReadonlySet<number>>>;
  readonly facts: OpenBase;
  readonly packs: readonly PackMembers[];
}

function listOf({ index, overlay, laid, standing, laidNumbers, firstFound, attention, facts, packs }: ListParts): NameList {
  const fromPacks = index.find({ text: '' }).filter((number) => !laidNumbers.has(number)).length;

  function find({ text, kind, origin, pack, attention: wanted }: NameFilter): Uint32Array {
    const members = pack === undefined ? undefined : packs.find(({ id }) => id === pack);
    const isPacked = origin === undefined || origin === 'pack';
    const packed = isPacked ? index.find({ text, kind }) : new Uint32Array();
    const overlaid = laid?.find({ text, kind }) ?? new Uint32Array();
    const found = new Uint32Array(packed.length + overlaid.length);
    let count = 0;
    // What the reader made or changed comes first, what was learned last: nobody has said how well known it is.
    for (const number of overlaid) if (!isLearned(number) && fits(number)) found[count++] = number;
    for (const number of packed) if (!laidNumbers.has(number) && fits(number)) found[count++] = number;
    for (const number of overlaid) if (isLearned(number) && fits(number)) found[count++] = number;
    return found.slice(0, count);

    function fits(number: number): boolean {
      if (wanted !== undefined && !attention[wanted].has(number)) return false;
      if (members && (number >= firstFound || !members.has(number))) return false;
      return origin === undefined || origin === (number < firstFound ? 'pack' : isLearned(number) ? 'learned' : 'reader');
    }
  }

  function isLearned(number: number): boolean {
    return number >= firstFound && overlay?.entity(number)?.id.startsWith('learned:') === true;
  }

  return {
    total: fromPacks + standing,
    packs,
    find,
    async entities(numbers) {
      const wanted = Array.from(numbers);
      const packed = await facts.entities(wanted.filter((number) => overlay?.entity(number) === undefined));
      return packed && wanted.map((number) => overlay?.entity(number) ?? packed.get(number));
    },
  };
}

async function makeIndex(database: Database, row: KnowledgeRow, onProgress: (share: number) => void): Promise<ArrayBuffer> {
  const builder = new NameIndexBuilder();
  const firsts = new Map<number, number>();
  for (let at = 0; at < row.same.length; at += 2) firsts.set(row.same[at + 1] ?? 0, row.same[at] ?? 0);
  const moreNames = new Map<number, string[]>();
  // From the last page on, so that what several packs say of one entity is read before the one that stands for them.
  for (let to = row.pages.length; to > 0; to -= pagesAtOnce) {
    const from = Math.max(0, to - pagesAtOnce);
    const pages = await database.entityPages.bulkGet(row.pages.slice(from, to));
    for (const [at, page] of [...pages.entries()].reverse()) {
      for (let place = (page?.ends.length ?? 0) - 1; page && place >= 0; place--) {
        const number = (from + at) * entitiesPerPage + place;
        const entity = decodeEntity(page, place);
        if (!entity) continue;
        const names = [entity.name, ...entity.aliases, ...(moreNames.get(number) ?? [])];
        const first = firsts.get(number);
        if (first === undefined) builder.add({ number, names, kind: entity.kind, popularity: entity.popularity });
        else moreNames.set(first, [...(moreNames.get(first) ?? []), ...names]);
      }
    }
    onProgress(1 - from / row.pages.length);
  }
  return builder.build();
}

/** Some thousands at most, so it is made anew whenever they change. */
function indexOverlay(row: OverlayRow): NameIndex | undefined {
  const builder = new NameIndexBuilder();
  for (const [at, number] of row.numbers.entries()) {
    const entity = decodeEntity(row, at);
    if (entity) builder.add({ number, names: [entity.name, ...entity.aliases], kind: entity.kind, popularity: entity.popularity });
  }
  return NameIndex.open(builder.build());
}
