import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile-gazetteer';
import { isIntact, openGazetteer } from '../../../lib/gazetteer/open-gazetteer';
import { entries } from '../../support/name-arbitraries';

const damaged = { ok: false, failure: { kind: 'damaged' } };
const compiled = entries.map((names) => new Uint8Array(compileGazetteer(names)));

/** A buffer, and a place and a bit in it. */
const withFlip = compiled.chain((bytes) => fc.tuple(fc.constant(bytes), fc.nat(bytes.length - 1), fc.nat(7)));

describe('isIntact', () => {
  it('accepts what was compiled', () => {
    fc.assert(fc.property(compiled, ({ buffer }) => isIntact(buffer)));
  });

  it('notices any bit that changed', () => {
    fc.assert(
      fc.property(withFlip, ([bytes, at, bit]) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        return !isIntact(changed.buffer);
      }),
      { numRuns: 1_000 },
    );
  });

  it('notices a word that storage left empty', () => {
    fc.assert(
      fc.property(withFlip, ([bytes, at]) => {
        const changed = bytes.slice().fill(0, at & ~3, (at & ~3) + 4);
        return isIntact(changed.buffer) === changed.every((byte, index) => byte === bytes[index]);
      }),
    );
  });
});

describe('openGazetteer', () => {
  it('refuses what was cut anywhere, has more behind it, or has another head', () => {
    fc.assert(
      fc.property(withFlip, ([bytes, at, bit]) => {
        expect(openGazetteer(bytes.buffer.slice(0, at))).toMatchObject(damaged);
        expect(openGazetteer(bytes.buffer.slice(at + 1))).toMatchObject(damaged);
        expect(openGazetteer(new Uint8Array([...bytes, 0, 0, 0, 0]).buffer)).toMatchObject(damaged);
        const head = bytes.slice();
        const place = at % headBytes;
        head[place] = (head[place] ?? 0) ^ (1 << bit);
        expect(openGazetteer(head.buffer)).toMatchObject(damaged);
      }),
    );
  });

  it('refuses what is foreign, as a base and as an overlay', () => {
    const base = compileGazetteer([{ alias: 'Sergey Kislyak', entity: 7, form: 'name' }]);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const foreign = Uint8Array.from(bytes).buffer;
        expect(openGazetteer(foreign)).toMatchObject(damaged);
        expect(openGazetteer(base, foreign)).toMatchObject(damaged);
      }),
    );
  });
});

/** The mark, version, length and checksums at the least. */
const headBytes = 20;
