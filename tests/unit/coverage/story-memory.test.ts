import { describe, expect, it } from 'vitest';
import { Stories, type KeptStory } from '../../../lib/coverage/stories';
import { packStoryMemory, readStoryMemory, type StoryMemory } from '../../../lib/coverage/story-memory';
import { readTermTable, TermTable } from '../../../lib/coverage/term-table';
import { pick, randomFrom } from '../../bench/matching/random';

const things = ['dam', 'library roof', 'ferry', 'old mill', 'cannery', 'post office', 'choir', 'copper mine', 'school'];
const places = ['Harbourton', 'Ostwick', 'Palmer', 'Kodiak', 'Nome', 'Sitka', 'Wasilla', 'Brook Valley'];
const fates = ['burst', 'burnt', 'closed', 'was sold', 'was flooded', 'opened again'];

/** What a database would hold of the stories. */
interface Kept {
  readonly stories: ReadonlyMap<number, KeptStory>;
  readonly storyOf: ReadonlyMap<string, number>;
  readonly table: Uint8Array;
  readonly memory: Uint8Array;
}

interface Life {
  readonly seed: number;
  readonly articles: number;
  readonly isKilled: (batch: number) => boolean;
}

function live({ seed, articles, isKilled }: Life): Kept {
  const random = randomFrom(seed);
  const stories = new Map<number, KeptStory>();
  const storyOf = new Map<string, number>();
  let table = new TermTable();
  let found = new Stories({ table });
  let [bytes, memory] = [new Uint8Array(), new Uint8Array()];
  for (let at = 0, batch = 0; at < articles; batch++) {
    if (batch > 0 && isKilled(batch)) {
      table = readTermTable(bytes);
      const read = readStoryMemory(memory);
      if (!read) throw new Error('What was remembered cannot be read');
      found = Stories.from(stillOpen(stories, read), { memory: read, table });
    }
    for (const end = Math.min(articles, at + 20 + Math.floor(random() * 80)); at < end; at++) {
      const [thing, place, fate] = [pick(things, random), pick(places, random), pick(fates, random)];
      const hour = at * 2 - Math.floor(random() ** 4 * 4_000);
      const published = random() < 0.1 ? undefined : new Date(Date.UTC(2019, 0, 1, hour)).toISOString();
      found.add(String(at), { title: `The ${thing} of ${place} ${fate}`, text: `Witness ${Math.floor(random() * 40)} saw how the ${thing} ${fate} near ${pick(places, random)}.` }, published);
    }
    if (random() < 0.2) found.settle();
    const changes = found.takeChanges();
    for (const [id, story] of changes.articles) storyOf.set(id, story);
    for (const [from, into] of changes.merged) {
      stories.delete(from);
      for (const [id, story] of storyOf) if (story === from) storyOf.set(id, into);
    }
    for (const story of changes.stories) stories.set(story.number, { ...story, digest: story.digest.slice() });
    const told = new Set(storyOf.values());
    for (const number of stories.keys()) if (!told.has(number)) stories.delete(number);
    [bytes, memory] = [table.bytes() as Uint8Array<ArrayBuffer>, packStoryMemory(found.memory()) as Uint8Array<ArrayBuffer>];
  }
  return { stories, storyOf, table: bytes, memory };
}

/** As they are read back, in another order than they came. */
function stillOpen(stories: ReadonlyMap<number, KeptStory>, { since, firstOpen }: StoryMemory): KeptStory[] {
  const told = [...stories.values()].filter(({ number, from, to }) => number >= firstOpen && (from > to || to >= since));
  return told.sort((one, other) => other.to - one.to || other.number - one.number);
}

describe('what is remembered of stories', () => {
  it.each([[1, 700], [2, 700], [3, 2_400]])('finds the same stories wherever it is read back (seed %i, %i articles)', (seed, articles) => {
    const random = randomFrom(seed + 100);
    const undisturbed = live({ seed, articles, isKilled: () => false });
    const always = live({ seed, articles, isKilled: () => true });
    const sometimes = live({ seed, articles, isKilled: () => random() < 0.3 });

    expect(new Set(undisturbed.storyOf.values()).size).toBeGreaterThan(20);
    expect(new Set(undisturbed.storyOf.values()).size).toBeLessThan(articles / 2);
    for (const killed of [always, sometimes]) {
      expect(killed.storyOf).toEqual(undisturbed.storyOf);
      expect(killed.stories).toEqual(undisturbed.stories);
      expect(readStoryMemory(killed.memory)).toEqual(readStoryMemory(undisturbed.memory));
    }
  });

  it('is small once all are no longer looked at again', () => {
    expect(live({ seed: 4, articles: 1_700, isKilled: () => false }).memory.length).toBeLessThan(100);
  });

  it('is not read where it is damaged', () => {
    const { memory } = live({ seed: 5, articles: 100, isKilled: () => false });
    expect(readStoryMemory(memory)).toBeDefined();
    expect(readStoryMemory(memory.subarray(0, -1))).toBeUndefined();
    expect(readStoryMemory(memory.subarray(0, 20))).toBeUndefined();
    expect(readStoryMemory(new Uint8Array(3))).toBeUndefined();
    expect(readStoryMemory(undefined)).toBeUndefined();
  });
});
