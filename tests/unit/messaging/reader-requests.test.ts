import { describe, expect, it } from 'vitest';
import { succeed } from '../../../lib/errors/failure';
import { readerProtocol } from '../../../lib/messaging/reader-protocol';
import { readerRequests } from '../../../lib/messaging/reader-requests';
import { createRouter } from '../../../lib/messaging/router';
import type { KnowledgeChange } from '../../../lib/model/entity-edit';

const page = { isExtensionPage: true };
const contentScript = { isExtensionPage: false, tabId: 7 };

function ask() {
  const saved: KnowledgeChange[][] = [];
  const undo: KnowledgeChange[] = [{ does: 'withdraw', correction: 1 }];
  const save = (changes: readonly KnowledgeChange[]) => {
    saved.push([...changes]);
    return Promise.resolve(succeed(undo));
  };
  const route = createRouter(readerProtocol, readerRequests({ save, chance: () => 0.5 }), (_, error) => {
    throw error;
  });
  return { saved, undo, send: (kind: string, request: unknown, sender = page) => route({ kind, request }, sender) };
}

describe('readerRequests', () => {
  it.each([
    ['correct', { text: 'Sessions', not: 'pete', url: 'https://a.test/1' }, [{ does: 'correct', correction: { text: 'Sessions', not: 'pete', url: 'https://a.test/1' } }]],
    ['follow', { entity: 'jeff', on: true }, [{ does: 'attend', entity: 'jeff', as: 'followed' }]],
    ['mute', { entity: 'jeff', on: true }, [{ does: 'attend', entity: 'jeff', as: 'muted' }]],
    ['mute', { entity: 'jeff', on: false }, [{ does: 'attend', entity: 'jeff', as: 'usual' }]],
  ])('keeps what a card says with %s, and replies how to take it back', async (kind, request, changes) => {
    const { saved, undo, send } = ask();
    expect(await send(kind, request, contentScript)).toEqual({ state: 'saved', undo });
    expect(saved).toEqual([changes]);
  });

  it('refuses a correction that says nothing', async () => {
    const { saved, send } = ask();
    expect(await send('correct', { text: 'Sessions' })).toMatchObject({ state: 'failed' });
    expect(saved).toEqual([]);
  });

  it('adds a name for a page, under an id of its own and each alias once', async () => {
    const { saved, send } = ask();
    const reply = await send('add-name', { name: 'Ada Byron', aliases: ['Ada Byron', 'Lovelace', 'Lovelace'] });
    expect(reply).toMatchObject({ state: 'saved', entity: expect.stringMatching(/^own:/) as string });
    expect(saved).toMatchObject([[{ does: 'add', entity: { name: 'Ada Byron', aliases: ['Lovelace'] } }]]);
  });

  it('lets a content script take back what its card said, and change nothing else', async () => {
    const { saved, undo, send } = ask();
    expect(await send('change-knowledge', { changes: undo }, contentScript)).toMatchObject({ state: 'saved' });
    const rename = { does: 'name', entity: 'jeff', name: 'Beau' };
    for (const changes of [[rename], [...undo, rename]]) {
      expect(await send('change-knowledge', { changes }, contentScript)).toMatchObject({ failure: { kind: 'no-permission' } });
    }
    expect(await send('add-name', { name: 'X', aliases: [] }, contentScript)).toMatchObject({ failure: { kind: 'no-permission' } });
    expect(saved).toHaveLength(1);
    expect(await send('change-knowledge', { changes: [rename] })).toMatchObject({ state: 'saved' });
  });
});
