import { describe, expect, it } from 'vitest';
import { Stories } from '../../../lib/coverage/stories';

const fire = (place: string, detail: string) => ({
  title: `Fire destroys ${place}`,
  text: `A fire at ${place} was reported early in the day. Officials in ${place} said that ${detail} and nobody was hurt.`,
});

describe('Stories', () => {
  it('keeps articles about one event together and another event of the kind apart', () => {
    const stories = new Stories();
    stories.add('a1', fire('Wasilla Bible Church', 'arson was suspected'));
    stories.add('b1', fire('Palmer Dairy Warehouse', 'an old cable was to blame'));
    stories.add('a2', fire('Wasilla Bible Church', 'investigators looked at arson'));
    stories.add('b2', fire('Palmer Dairy Warehouse', 'the cable was from 1935'));
    expect(stories.storyOf('a2')).toBe(stories.storyOf('a1'));
    expect(stories.storyOf('b2')).toBe(stories.storyOf('b1'));
    expect(stories.storyOf('a1')).not.toBe(stories.storyOf('b1'));
  });

  it('forgets an article that left, and what its words said of the story', () => {
    const stories = new Stories();
    const told = { title: 'Brook Valley dam burst floods Harbourton', text: 'Water from the Brook Valley dam flooded Harbourton before dawn.' };
    const other = { title: 'Choir of Ostwick sings at the harbour fair', text: 'The choir of Ostwick sang sea songs at the harbour fair.' };
    const story = stories.add('a', told);
    stories.add('b', other);
    stories.leave('b');
    stories.leave('unknown');
    expect(stories.storyOf('b')).toBeUndefined();
    expect(stories.add('c', told)).toBe(story);
    expect(stories.open).toBe(2);
    stories.leave('a');
    stories.leave('c');
    expect(stories.add('d', told)).not.toBe(story);
  });

  it('lets a story end', () => {
    const stories = new Stories();
    const first = stories.add('1', fire('Wasilla Bible Church', 'arson was suspected'), '2017-01-01T00:00:00Z');
    expect(stories.add('2', fire('Wasilla Bible Church', 'arson was suspected'), '2017-01-20T00:00:00Z')).toBe(first);
    expect(stories.add('3', fire('Wasilla Bible Church', 'arson was suspected'), '2017-06-20T00:00:00Z')).not.toBe(first);
  });

  it('keeps the older number, and every article, when it looks again', () => {
    const stories = new Stories();
    const places = ['Wasilla Bible Church', 'Palmer Dairy Warehouse', 'Kodiak Cannery', 'Nome Post Office'];
    for (let number = 0; number < 80; number++) stories.add(String(number), fire(places[number % 4]!, `witness ${number} spoke`));
    const before = Array.from({ length: 80 }, (_, number) => stories.storyOf(String(number)));
    stories.tidy();
    const after = Array.from({ length: 80 }, (_, number) => stories.storyOf(String(number)));
    expect(after).toEqual(before);
    expect(new Set(after).size).toBe(4);
    expect(after.slice(0, 4)).toEqual([0, 1, 2, 3]);
  });

  it('settles by looking again at all, but not at a handful', () => {
    const places = ['Wasilla Bible Church', 'Palmer Dairy Warehouse', 'Kodiak Cannery', 'Nome Post Office', 'Sitka Ferry'];
    const filled = (count: number): Stories => {
      const stories = new Stories();
      for (let number = 0; number < count; number++) stories.add(String(number), fire(places[(number * 7) % 5]!, `witness ${number % 9} spoke of ${places[number % 3]!}`));
      return stories;
    };
    const storiesOf = (stories: Stories, count: number) => Array.from({ length: count }, (_, number) => stories.storyOf(String(number)));
    const [settled, tidied, few] = [filled(90), filled(90), filled(20)];
    settled.settle();
    tidied.tidy();
    expect(storiesOf(settled, 90)).toEqual(storiesOf(tidied, 90));
    expect(settled.takeChanges().articles.size).toBe(90);
    few.takeChanges();
    few.settle();
    expect(few.takeChanges().articles.size).toBe(0);
    settled.settle();
    expect(settled.takeChanges().articles.size).toBe(0);
  });

  it('knows nothing of an article that never came', () => {
    expect(new Stories().storyOf('x')).toBeUndefined();
  });
});
