import { describe, expect, it, vi } from 'vitest';
import type { Handlers } from '../../../lib/messaging/router';
import { createRouter } from '../../../lib/messaging/router';
import { z } from '../../../lib/model/z';

const protocol = {
  double: {
    request: z.object({ number: z.number() }),
    reply: z.object({ state: z.literal('doubled'), number: z.number() }),
  },
};
const sender = { isExtensionPage: true };

describe('createRouter', () => {
  it('answers with what the handler made of the request', async () => {
    const reply = routerWith(({ number }) => ({ state: 'doubled', number: number * 2 }))({ kind: 'double', request: { number: 4 } }, sender);

    expect(await reply).toEqual({ state: 'doubled', number: 8 });
  });

  it('tells the handler who asks', async () => {
    const handle = vi.fn(() => ({ state: 'doubled' as const, number: 0 }));
    const tab = { tabId: 3, frameId: 0, url: 'https://gazette.test/', isExtensionPage: false };
    await routerWith(handle)({ kind: 'double', request: { number: 4 } }, tab);

    expect(handle).toHaveBeenCalledWith({ number: 4 }, tab);
  });

  it.each([undefined, null, 'double', {}, { kind: 7 }, { kind: 'triple', request: {} }, { kind: 'toString', request: {} }, { kind: '__proto__', request: {} }])(
    'leaves %j to others',
    (message) => {
      expect(routerWith(() => ({ state: 'doubled', number: 0 }))(message, sender)).toBeUndefined();
    },
  );

  it('refuses a request that its schema refuses, without asking the handler', async () => {
    const handle = vi.fn(() => ({ state: 'doubled' as const, number: 0 }));

    expect(await routerWith(handle)({ kind: 'double', request: { number: '4' } }, sender)).toEqual({
      state: 'failed',
      failure: { kind: 'bad-message' },
    });
    expect(handle).not.toHaveBeenCalled();
  });

  it('lets nothing out that the protocol does not name', async () => {
    const telling = () => ({ state: 'doubled' as const, number: 0, secret: 'text' });

    expect(await routerWith(telling)({ kind: 'double', request: { number: 4 } }, sender)).toEqual({ state: 'doubled', number: 0 });
  });

  it.each<[string, Handlers<typeof protocol>['double']]>([
    ['throws', () => { throw new Error('broken'); }],
    ['rejects', () => Promise.reject(new Error('broken'))],
    ['answers with something else', () => ({ state: 'doubled', number: Number.NaN })],
  ])('reports a handler that %s and answers all the same', async (_, handle) => {
    const onBroken = vi.fn();

    expect(await createRouter(protocol, { double: handle }, onBroken)({ kind: 'double', request: { number: 4 } }, sender)).toEqual({
      state: 'failed',
      failure: { kind: 'unexpected' },
    });
    expect(onBroken).toHaveBeenCalledWith('double', expect.any(Error));
  });
});

function routerWith(double: Handlers<typeof protocol>['double']) {
  return createRouter(protocol, { double }, (_, error) => {
    throw error;
  });
}
