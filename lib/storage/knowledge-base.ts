import { openGazetteer } from '../gazetteer/open-gazetteer';
import type { Matches } from '../gazetteer/match';
import type { Gazetteer } from '../gazetteer/open-gazetteer';
import type { Entity } from '../model/entity';
import type { Knowledge } from '../services/index-ports';
import { reading } from './native-base';
import { OpenBase, readPart } from './open-base';
import { OpenOverlay } from './open-overlay';
import type { OverlayRow } from './overlay-row';
import type { KnowledgePartRow, KnowledgeRow } from './rows';

export interface KnowledgeBase {
  /**
   * What is known now; undefined before the first pack. What was opened is kept until its version is replaced.
   * @param meanwhile called when its bytes have been asked for: whoever has something else to do does it then. Not
   * called where nothing is to be read, or where somebody else is waiting for it already
   */
  current(meanwhile?: () => void): Promise<OpenKnowledge | undefined>;
  version(): Promise<number>;
  /** Begins to read what `current` is soon going to be asked for: all but the bytes, which many wake for nothing. */
  expect(): void;
  /** Of what is known now, which is not opened for that; 0 before the first pack. */
  base(): Promise<number>;
  /** The entities with these ids, as far as they exist, links left out or not. One that was merged is what stands for it. */
  entities(ids: readonly string[]): Promise<Entity[]>;
}

export interface OpenKnowledge extends Knowledge {
  /** How many names there are to be spotted. */
  readonly names: number;
  /** Undefined when newer knowledge has taken the place of this. */
  entitiesWithIds(ids: readonly string[]): Promise<Entity[] | undefined>;
}

/** What stays the same until packs change, or found names are merged into its gazetteer. */
interface BaseAtHand {
  readonly base: number;
  readonly merged: number | undefined;
  readonly gazetteer: ArrayBuffer;
  readonly facts: OpenBase;
}

/** @param rebuild compiles the knowledge anew from its entity pages; most who read it never carry what that takes */
export function createKnowledgeBase(database: IDBDatabase, rebuild: () => Promise<unknown>): KnowledgeBase {
  let expected: Promise<StoredKnowledge | undefined> | undefined;
  let kept: OpenKnowledge | undefined;
  let keptBase: BaseAtHand | undefined;
  let opening: Promise<OpenKnowledge | undefined> | undefined;

  async function current(meanwhile?: () => void): Promise<OpenKnowledge | undefined> {
    if (kept) {
      const version = await versionNow();
      if (version === 0) return undefined;
      if (kept.version === version) return kept;
    }
    opening ??= openCurrent(meanwhile).finally(() => (opening = undefined));
    return (kept = await opening);
  }

  async function openCurrent(meanwhile?: () => void): Promise<OpenKnowledge | undefined> {
    const opened = await openAsStored(meanwhile);
    if (opened !== 'damaged') return opened;
    // Everything in it can be had from the entity pages.
    await rebuild();
    const rebuilt = await openAsStored();
    if (rebuilt === 'damaged') throw new Error('A gazetteer that was just compiled does not open');
    return rebuilt;
  }

  async function openAsStored(meanwhile?: () => void): Promise<OpenKnowledge | 'damaged' | undefined> {
    const early = expected;
    expected = undefined;
    if (early) {
      // It may be long ago: its bytes are read while the database says whether it is still so.
      const [opened, version] = await Promise.all([early.then((stored) => openStored(stored, meanwhile)), versionNow()]);
      if (typeof opened === 'object' && opened.version === version) return opened;
    }
    return openStored(await readStored(), meanwhile);
  }

  async function openStored(stored: StoredKnowledge | undefined, meanwhile?: () => void): Promise<OpenKnowledge | 'damaged' | undefined> {
    if (!stored) return undefined;
    const { row, overlay } = stored;
    if (!keptBase || !isOf(keptBase, row)) {
      const facts = keptBase?.base === row.base ? keptBase.facts : new OpenBase(database, row, stored.facts);
      const reads = readPart(stored.gazetteer, row);
      // Whoever spots names asks for their facts next: they come while the gazetteer does, and while the text is read.
      facts.expectCandidates();
      meanwhile?.();
      const buffer = await reads;
      if (!buffer) return 'damaged';
      keptBase = { base: row.base, merged: row.merged, gazetteer: buffer, facts };
    }
    return openKnowledge(row, keptBase, overlay);
  }

  /** All of one moment. Parts are handles of files: their bytes are read by whoever needs them. */
  async function readStored(): Promise<StoredKnowledge | undefined> {
    const { knowledge, knowledgeParts, knowledgeOverlays } = reading(database, 'knowledge', 'knowledgeParts', 'knowledgeOverlays');
    const [row, gazetteer, facts, overlay] = await Promise.all([
      knowledge.get('current'),
      knowledgeParts.get('gazetteer'),
      knowledgeParts.get('facts'),
      knowledgeOverlays.get('current'),
    ]);
    return row && { row, gazetteer, facts, overlay };
  }

  function openKnowledge(row: KnowledgeRow, atHand: BaseAtHand, overlayRow: OverlayRow | undefined): OpenKnowledge | 'damaged' {
    if (overlayRow && overlayRow.version !== row.version) return 'damaged';
    const opened = openGazetteer(atHand.gazetteer, overlayRow?.gazetteer);
    if (!opened.ok) {
      keptBase = undefined;
      return 'damaged';
    }
    return withFacts({ row, gazetteer: opened.value, facts: atHand.facts, overlay: overlayRow && new OpenOverlay(overlayRow) });
  }

  function withFacts({ row, gazetteer, facts, overlay }: Opened): OpenKnowledge {
    const { version, base } = row;

    async function entitiesWithIds(wanted: readonly string[]): Promise<Entity[] | undefined> {
      const standing = overlay ? wanted.map((id) => overlay.standsFor(id)) : wanted;
      const laid = new Map(standing.map((id) => [id, overlay?.entityWithId(id)]));
      const packed = await facts.withIds(standing.filter((id) => laid.get(id) === undefined), 'candidates');
      if (packed) return standing.flatMap((id) => laid.get(id) ?? packed.get(id)?.entity ?? []);
      // The index of ids is lost where this base is still the current one; it is made anew with everything else.
      if ((await rowNow())?.base === base) await rebuild();
      return undefined;
    }

    const spot = (text: string): Matches => gazetteer.spot(text);
    return { version, base, names: gazetteer.names, spot, entities: (numbers) => facts.candidates(numbers, overlay), entitiesWithIds };
  }

  async function versionNow(): Promise<number> {
    return (await rowNow())?.version ?? 0;
  }

  function rowNow(): Promise<KnowledgeRow | undefined> {
    return reading(database, 'knowledge').knowledge.get('current');
  }

  async function entities(ids: readonly string[]): Promise<Entity[]> {
    for (;;) {
      const known = await current();
      const found = known ? await known.entitiesWithIds(ids) : [];
      if (found) return found;
    }
  }

  const base = async (): Promise<number> => (await rowNow())?.base ?? 0;

  function expect(): void {
    expected = readStored();
    // A failure is for whoever asks for it.
    expected.catch(() => undefined);
  }

  return { current, version: versionNow, base, entities, expect };
}

function isOf(atHand: BaseAtHand | undefined, { base, merged }: KnowledgeRow): boolean {
  return atHand?.base === base && atHand.merged === merged;
}

interface StoredKnowledge {
  readonly row: KnowledgeRow;
  readonly gazetteer: KnowledgePartRow | undefined;
  readonly facts: KnowledgePartRow | undefined;
  readonly overlay: OverlayRow | undefined;
}

interface Opened {
  readonly row: KnowledgeRow;
  readonly gazetteer: Gazetteer;
  readonly facts: OpenBase;
  readonly overlay: OpenOverlay | undefined;
}
