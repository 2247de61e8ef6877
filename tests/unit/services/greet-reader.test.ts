import { describe, expect, it } from 'vitest';
import { greetReader } from '../../../lib/services/greet-reader';

async function greeted(reason: string, installType: string, previousVersion?: string): Promise<string[]> {
  const did: string[] = [];
  const note = (what: string) => async () => {
    did.push(what);
    await Promise.resolve();
  };
  await greetReader({ reason, previousVersion }, {
    installType: () => Promise.resolve(installType), version: () => '0.2.0', openWelcome: note('welcome'), noteUpdate: note('note'),
  });
  return did;
}

describe('greetReader', () => {
  it('welcomes who has just installed it', async () => {
    expect(await greeted('install', 'normal')).toEqual(['welcome']);
  });

  it('opens nothing where it is loaded from a folder', async () => {
    expect(await greeted('install', 'development')).toEqual([]);
  });

  it('only notes an update, and passes over one of the browser and the same version loaded again', async () => {
    expect(await greeted('update', 'normal', '0.1.0')).toEqual(['note']);
    expect(await greeted('update', 'development', '0.2.0')).toEqual([]);
    expect(await greeted('browser_update', 'normal')).toEqual([]);
  });
});
