import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardWidth, isInWindow, placeCard, windowMargin } from '../../../lib/card/place-card';
import type { Rect } from '../../../lib/card/place-card';

const desk = { width: 1280, height: 800 };
const line = (left: number, top: number, width = 100): Rect => ({ left, top, right: left + width, bottom: top + 20 });

describe('placeCard', () => {
  it('stands below the line, its text under the name', () => {
    const place = placeCard({ lines: [line(200, 100)], window: desk, cardHeight: 400, direction: 'ltr' });
    expect(place).toEqual({ side: 'below', left: 184, width: 372, top: 126, maxHeight: 480 });
  });

  it('ends under the end of the name where text runs right to left', () => {
    const place = placeCard({ lines: [line(600, 100)], window: desk, cardHeight: 400, direction: 'rtl' });
    expect(place.left + place.width).toBe(716);
  });

  it('stands above the line where there is no room below, and grows upwards', () => {
    const place = placeCard({ lines: [line(200, 700)], window: desk, cardHeight: 400, direction: 'ltr' });
    expect(place).toMatchObject({ side: 'above', bottom: 106 });
  });

  it('stays below when it fits nowhere and there is more room below', () => {
    const place = placeCard({ lines: [line(20, 120)], window: { width: 400, height: 300 }, cardHeight: 500, direction: 'ltr' });
    expect(place).toMatchObject({ side: 'below', maxHeight: 146 });
  });

  it('stays on the side where it is, however its content grows', () => {
    const request = { lines: [line(20, 500)], window: desk, cardHeight: 400, direction: 'ltr' } as const;
    expect(placeCard(request).side).toBe('above');
    expect(placeCard({ ...request, side: 'below' })).toMatchObject({ side: 'below', maxHeight: 266 });
  });

  it('belongs to the last line of a broken name below it, and to the first above it', () => {
    const lines = [line(900, 80), line(40, 110)];
    expect(placeCard({ lines, window: desk, cardHeight: 400, direction: 'ltr' })).toMatchObject({ side: 'below', left: 24, top: 136 });
    const low = [line(700, 700), line(40, 730)];
    expect(placeCard({ lines: low, window: desk, cardHeight: 400, direction: 'ltr' })).toMatchObject({ side: 'above', left: 684 });
  });

  it('is never over its line, never outside the margins, never wider or taller than it may be', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { window, lines, cardHeight } = request;
        const place = placeCard(request);
        const height = Math.min(cardHeight, place.maxHeight);
        const top = place.side === 'below' ? place.top : window.height - place.bottom - height;
        expect(place.width).toBeLessThanOrEqual(cardWidth);
        expect(height).toBeLessThanOrEqual(window.height * 0.6);
        expect(place.left).toBeGreaterThanOrEqual(windowMargin);
        expect(place.left + place.width).toBeLessThanOrEqual(window.width - windowMargin);
        expect(top).toBeGreaterThanOrEqual(windowMargin);
        expect(top + height).toBeLessThanOrEqual(window.height - windowMargin);
        const covered = lines.filter((one) => height > 0 && isInside(one, window.height) && top < one.bottom && top + height > one.top);
        expect(covered).toEqual([]);
      }),
    );
  });

  it('has no place beside a mark that is nowhere', () => {
    expect(() => placeCard({ lines: [], window: desk, cardHeight: 1, direction: 'ltr' })).toThrow(RangeError);
  });
});

describe('isInWindow', () => {
  it('knows a mark that was scrolled away', () => {
    expect(isInWindow([line(10, -30)], desk)).toBe(false);
    expect(isInWindow([line(10, 800)], desk)).toBe(false);
    expect(isInWindow([line(10, -30), line(10, -5)], desk)).toBe(true);
  });
});

const anyRequest = fc.record({
  window: fc.record({ width: fc.integer({ min: 60, max: 2000 }), height: fc.integer({ min: 60, max: 1400 }) }),
  lines: fc
    .record({ x: fc.integer({ min: -100, max: 2000 }), y: fc.integer({ min: -100, max: 1400 }), count: fc.integer({ min: 1, max: 3 }) })
    .map(({ x, y, count }) => Array.from({ length: count }, (_, n) => line(x, y + n * 24))),
  cardHeight: fc.integer({ min: 40, max: 2000 }),
  direction: fc.constantFrom('ltr' as const, 'rtl' as const),
  side: fc.constantFrom('above' as const, 'below' as const, undefined),
});

/** A line at the very edge leaves no room for a card on that side; the card then keeps to the window's margin. */
function isInside(rect: Rect, windowHeight: number): boolean {
  return rect.top >= windowMargin && rect.bottom <= windowHeight - windowMargin;
}
