import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../lib/model/limits';
import { createBodyRoom, type BodyRoom } from '../../../lib/services/body-room';
import { refreshSources } from '../../../lib/services/refresh-sources';
import { createPorts, feedOf, sourceAt } from './source-ports';

const megabyte = 1024 * 1024;

/** Passes on to a room, and counts what is held in it. */
function counting(room: BodyRoom) {
  const count = { held: 0, most: 0 };
  return {
    count,
    room: {
      enter() {
        const place = room.enter();
        let own = 0;
        return {
          async take(bytes: number) {
            await place.take(bytes);
            own += bytes;
            count.held += bytes;
            count.most = Math.max(count.most, count.held);
          },
          leave() {
            place.leave();
            count.held -= own;
          },
        };
      },
    } satisfies BodyRoom,
  };
}

describe('createBodyRoom', () => {
  it('holds no more than the largest and what fits beside it, and lets everyone come to an end', async () => {
    const bodies = fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 8 }), { minLength: 1, maxLength: 12 });
    await fc.assert(fc.asyncProperty(bodies, fc.integer({ min: 0, max: 20 }), fc.scheduler(), async (all, beside, scheduler) => {
      const { room, count } = counting(createBodyRoom(beside));
      let ended = 0;
      const reading = all.map(async (pieces) => {
        const place = room.enter();
        for (const piece of pieces) {
          await scheduler.schedule(Promise.resolve());
          await place.take(piece);
        }
        await scheduler.schedule(Promise.resolve());
        place.leave();
        ended++;
      });
      await scheduler.waitFor(Promise.all(reading));
      const sizes = all.map((pieces) => pieces.reduce((sum, piece) => sum + piece, 0));
      expect(count.most).toBeLessThanOrEqual(Math.max(...sizes) + beside);
      expect([ended, count.held]).toEqual([all.length, 0]);
    }));
  });

  it('keeps nobody waiting where there is room', async () => {
    const room = createBodyRoom(10);
    const places = Array.from({ length: 6 }, () => room.enter());
    await Promise.all(places.map((place) => place.take(2)));
    await places[0]?.take(1_000);
  });
});

/** Endless bodies of so many hosts, of which only so much is ever asked for. */
function endless(hosts: number) {
  const kept = Array.from({ length: hosts }, (_, at) => sourceAt(`https://h${at}.example/feed`));
  const piece = new Uint8Array(megabyte).fill(0x20);
  let handedOut = 0;
  const answer = () => Promise.resolve({ status: 200, url: '', headers: new Headers(), body: new ReadableStream<Uint8Array>({
    pull(controller) {
      handedOut += piece.length;
      controller.enqueue(piece);
    },
  }) });
  return { kept, web: Object.fromEntries(kept.map(({ url }) => [url, answer])), handedOut: () => handedOut };
}

describe('refreshSources, among bodies without an end', () => {
  it('holds 24 MB of them at most, however many rounds read them at once', async () => {
    const { kept, web, handedOut } = endless(40);
    const { ports, stored } = createPorts({ ...web, 'https://good.example/feed': { body: feedOf('News') } }, [...kept, sourceAt('https://good.example/feed')]);
    const { room, count } = counting(ports.bodies);
    const rounds = [0, 10, 20, 30].map((from) => refreshSources({ ...ports, bodies: room }, [...kept.slice(from, from + 10).map(({ id }) => id), 'https://good.example/feed']));
    const refreshed = (await Promise.all(rounds)).flatMap((round) => round.refreshed);
    expect(refreshed.filter(({ failure }) => failure?.kind === 'too-large')).toHaveLength(40);
    expect(stored).toHaveLength(1);
    expect(handedOut()).toBeGreaterThan(40 * limits.feedBytes);
    expect(count.most).toBeLessThanOrEqual(24 * megabyte);
    expect(count.most).toBeGreaterThan(16 * megabyte);
    expect(count.held).toBe(0);
  });
});
