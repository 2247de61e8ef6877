import { describe, expect, it } from 'vitest';
import { backgroundProtocol, tabProtocol } from '../../../lib/messaging/protocol';

const requests = Object.entries({ ...backgroundProtocol, ...tabProtocol });
const page = { url: 'https://gazette.test/1', title: 'Title' };

describe('the protocol', () => {
  it.each(requests)('has a failed reply to %s, as the router gives it', (_, { reply }) => {
    expect(reply.safeParse({ state: 'failed', failure: { kind: 'unexpected' } }).success).toBe(true);
    // What goes to the annotator alone knows what a kind looks like, and whoever shows it knows which there are.
    expect(reply.safeParse({ state: 'failed', failure: { kind: 'something new' } }).success).toBe(false);
  });

  it.each(requests)('refuses what is no request for %s', (_, { request }) => {
    for (const nonsense of [undefined, null, 'text', 7, []]) expect(request.safeParse(nonsense).success).toBe(false);
  });

  it('takes no page from outside the web', () => {
    const { request } = backgroundProtocol['annotate-page'];

    expect(request.safeParse({ page, blocks: ['text'] }).success).toBe(true);
    expect(request.safeParse({ page: { ...page, url: 'javascript:alert(1)' }, blocks: [] }).success).toBe(false);
  });

  it('lets no address into a card that is not of the web', () => {
    const { reply } = backgroundProtocol['show-coverage'];
    const item = { title: 'T', outlet: 'O', url: 'https://gazette.test/1', reason: 'R', alsoIn: [], isNew: false };
    const withItem = (changes: object) => ({
      state: 'ready',
      entity: { id: 'ada', name: 'Ada' },
      before: { items: [{ ...item, ...changes }], total: 1 },
      since: { items: [], total: 0 },
      said: { items: [], total: 0 },
      fresh: 0,
      isFollowed: false,
    });

    expect(reply.safeParse(withItem({})).success).toBe(true);
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//gazette.test']) {
      expect(reply.safeParse(withItem({ url })).success).toBe(false);
    }
  });
});
