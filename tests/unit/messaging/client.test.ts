import { describe, expect, it } from 'vitest';
import { createClient } from '../../../lib/messaging/client';
import { z } from '../../../lib/model/z';

const protocol = {
  double: {
    request: z.object({ number: z.number() }),
    reply: z.object({ state: z.literal('doubled'), number: z.number() }),
  },
};

describe('createClient', () => {
  it('sends the request under its kind and gives back the reply', async () => {
    const sent: unknown[] = [];
    const client = createClient(protocol, {
      send(message) {
        sent.push(message);
        return Promise.resolve({ state: 'doubled', number: 8, more: 'than asked for' });
      },
    });

    expect(await client('double', { number: 4 })).toEqual({ state: 'doubled', number: 8 });
    expect(sent).toEqual([{ kind: 'double', request: { number: 4 } }]);
  });

  it.each([undefined, null, 'doubled', { state: 'doubled' }, { state: 'other', number: 8 }])(
    'takes %j for no proper reply',
    async (answer) => {
      const client = createClient(protocol, { send: () => Promise.resolve(answer) });

      expect(await client('double', { number: 4 })).toEqual({ state: 'failed', failure: { kind: 'bad-message' } });
    },
  );

  it('says so when nobody answers', async () => {
    const client = createClient(protocol, { send: () => Promise.reject(new Error('no receiver')) });

    expect(await client('double', { number: 4 })).toEqual({ state: 'failed', failure: { kind: 'no-answer' } });
  });
});
