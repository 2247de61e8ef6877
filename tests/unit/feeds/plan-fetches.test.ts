import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planFetches } from '../../../lib/feeds/plan-fetches';
import type { SourceState } from '../../../lib/feeds/source-state';
import type { Source } from '../../../lib/model/source';

const now = '2018-01-01T00:00:00Z';
const sourceAt = (url: string, more: Partial<Source> = {}): Source => ({ id: url, url, title: 'T', added: '2017-01-01T00:00:00Z', ...more });
const stateOf = ({ id }: Source, nextFetch: string, more: Partial<SourceState> = {}): SourceState => ({ sourceId: id, nextFetch, failuresInRow: 0, ...more });
const names = (plan: ReturnType<typeof planFetches>) => plan.hosts.flatMap(({ sources }) => sources.map(({ url }) => url));

describe('planFetches', () => {
  it('picks what is due, never asked first, then the longest overdue', () => {
    const [a, b, c, d, e, f] = ['a', 'b', 'c', 'd', 'e', 'f'].map((host) => sourceAt(`https://${host}.example/feed`, { paused: host === 'f' }));
    const states = [
      stateOf(a!, '2018-01-01T00:00:01Z'), stateOf(b!, '2017-12-31T00:00:00Z'), stateOf(c!, '2017-12-30T00:00:00Z'),
      stateOf(e!, '2017-01-01T00:00:00Z', { gone: true }),
    ];
    expect(names(planFetches({ sources: [a!, b!, c!, d!, e!, f!], states, now }))).toEqual([d!.url, c!.url, b!.url]);
  });

  it('leaves alone a host that asked for it through any of its sources', () => {
    const [one, two, other] = ['https://a.example/1', 'https://a.example/2', 'https://b.example/'].map((url) => sourceAt(url));
    const states = [stateOf(one!, '2018-01-02T00:00:00Z', { hostNotBefore: '2018-01-01T00:10:00Z' })];
    const facts = { sources: [one!, two!, other!], states };
    expect(names(planFetches({ ...facts, now }))).toEqual([other!.url]);
    expect(names(planFetches({ ...facts, now: '2018-01-01T00:10:00Z' }))).toEqual([two!.url, other!.url]);
  });

  it('leaves alone the host that asked for it, not the one that had sent it on there', () => {
    const [one, two] = ['https://a.example/1', 'https://b.example/'].map((url) => sourceAt(url));
    const states = [stateOf(one!, '2017-12-31T00:00:00Z', { hostNotBefore: '2018-01-01T00:10:00Z', busyHost: 'b.example' })];
    expect(names(planFetches({ sources: [one!, two!], states, now }))).toEqual([one!.url]);
  });

  it('asks nobody in an hour that its feed skips, also who was due before', () => {
    const source = sourceAt('https://a.example/');
    const plan = (skipHours: number[]) => names(planFetches({ sources: [source], states: [stateOf(source, '2017-12-31T22:00:00Z', { schedule: { skipHours } })], now }));
    expect(plan([0, 1])).toEqual([]);
    expect(plan([1, 2])).toEqual([source.url]);
    expect(plan(Array.from({ length: 24 }, (_, hour) => hour))).toEqual([source.url]);
  });

  it('does not wait for a time that only a wrong clock can have set', () => {
    const source = sourceAt('https://a.example/');
    expect(names(planFetches({ sources: [source], states: [stateOf(source, '2038-01-01T00:00:00Z')], now }))).toEqual([source.url]);
  });

  it('catches up after a long sleep in rounds, a few of each host at a time', () => {
    const sources = Array.from({ length: 1_000 }, (_, at) => sourceAt(`https://host${at % 50}.example/${at}`));
    const states = new Map(sources.map((source) => [source.id, stateOf(source, '2017-12-25T00:00:00Z')]));
    const asked = new Set<string>();
    let rounds = 0;
    for (let left = 1; left > 0; rounds++) {
      const plan = planFetches({ sources, states: [...states.values()], now });
      left = plan.left;
      expect(names(plan).length).toBeLessThanOrEqual(120);
      for (const { sources: queue } of plan.hosts) {
        expect(queue.length).toBeLessThanOrEqual(5);
        for (const source of queue) {
          asked.add(source.id);
          states.set(source.id, stateOf(source, '2018-01-02T00:00:00Z'));
        }
      }
    }
    expect([asked.size, rounds]).toEqual([1_000, 9]);
  });

  it('does not take a host at its word that a wrong clock made up', () => {
    const [one, other] = [sourceAt('https://a.example/1'), sourceAt('https://a.example/2')];
    const states = (hostNotBefore: string) => [stateOf(one, '2017-12-25T00:00:00Z', { hostNotBefore }), stateOf(other, '2017-12-25T00:00:00Z')];
    expect(names(planFetches({ sources: [one, other], states: states('2018-01-05T00:00:00Z'), now }))).toEqual([]);
    expect(names(planFetches({ sources: [one, other], states: states('2029-01-05T00:00:00Z'), now }))).toHaveLength(2);
  });

  it('leaves a host alone for as long as it asked, a month or most of a year', () => {
    const source = sourceAt('https://a.example/1');
    const planned = (until: string, at: string) => names(planFetches({ sources: [source], states: [stateOf(source, until, { hostNotBefore: until })], now: at }));
    for (const until of ['2018-02-01T00:00:00Z', '2018-12-30T00:00:00Z']) {
      expect(planned(until, now)).toEqual([]);
      expect(planned(until, until)).toEqual([source.url]);
    }
  });

  it('plans nobody twice and nobody who is not due, and loses nobody', () => {
    const source = fc.record({ host: fc.integer({ min: 0, max: 5 }), due: fc.boolean(), paused: fc.boolean(), gone: fc.boolean() });
    fc.assert(fc.property(fc.array(source, { maxLength: 200 }), (drawn) => {
      const sources = drawn.map(({ host, paused }, at) => sourceAt(`https://h${host}.example/${at}`, { paused }));
      const states = drawn.map(({ due, gone }, at) => stateOf(sources[at]!, due ? '2017-01-01T00:00:00Z' : '2018-01-02T00:00:00Z', { gone }));
      const plan = planFetches({ sources, states, now });
      const planned = names(plan);
      const isDue = (at: number) => drawn[at]!.due && !drawn[at]!.paused && !drawn[at]!.gone;
      const due = sources.filter((_, at) => isDue(at)).map(({ url }) => url);
      expect(new Set(planned).size).toBe(planned.length);
      expect(planned.every((url) => due.includes(url))).toBe(true);
      expect(planned.length + plan.left).toBe(due.length);
      expect(new Set(plan.hosts.map(({ host }) => host)).size).toBe(plan.hosts.length);
    }));
  });
});
