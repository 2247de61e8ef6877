import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile-gazetteer';
import { isIntact, openGazetteer } from '../../../lib/gazetteer/open-gazetteer';

describe('isIntact', () => {
  const buffer = compileGazetteer([{ alias: 'Sergey Kislyak', entity: 7, form: 'name' }]);

  it('accepts what was compiled', () => {
    expect(isIntact(buffer)).toBe(true);
  });

  it('notices a byte that changed, wherever it is', () => {
    for (const at of [0, Math.floor(buffer.byteLength / 2), buffer.byteLength - 1]) {
      const changed = new Uint8Array(buffer.slice(0));
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(isIntact(changed.buffer)).toBe(false);
    }
  });
});

describe('openGazetteer', () => {
  it('refuses what is truncated or foreign', () => {
    const buffer = compileGazetteer([{ alias: 'Sergey Kislyak', entity: 7, form: 'name' }]);
    for (const wrong of [buffer.slice(0, buffer.byteLength - 4), new ArrayBuffer(0), new ArrayBuffer(4096)]) {
      expect(openGazetteer(wrong)).toMatchObject({ ok: false, failure: { kind: 'damaged' } });
    }
  });
});
