import { median } from '../matching/measure';
import { bareExtension } from './bare-extension';
import type { Figure } from './figures';
import { openExtension, type OpenExtension } from '../../support/open-extension';

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

const rounds = 15;

/** From a stopped background to its answer about a page of news, in turn with one that only replies. */
export async function measureWaking(open: OpenExtension, blocks: readonly string[], { title, most }: { readonly title: string; readonly most: number }): Promise<Figure[]> {
  const bare = await openExtension(open.name, { folder: bareExtension(open.name) });
  try {
    const message = { kind: 'annotate-page', request: { page: { url: 'https://gazette.test/1', title: 'Report' }, blocks } };
    const times = { ours: [] as number[], warm: [] as number[], bare: [] as number[] };
    for (let round = 0; round <= rounds; round++) {
      const stopped = { bare: await answerTime(bare, message), ours: await answerTime(open, message) };
      const warm = await askedTime(open, message);
      // The first wakes both browsers up.
      if (round === 0) continue;
      times.bare.push(stopped.bare);
      times.ours.push(stopped.ours);
      times.warm.push(warm);
    }
    return [
      { what: `stopped background to annotated answer, ${title}`, value: median(times.ours), unit: 'ms' },
      { what: '… the same while it runs, asked for the second time', value: median(times.warm), unit: 'ms' },
      { what: '… stopped, one that only replies', value: median(times.bare), unit: 'ms' },
      { what: '… times as long', value: median(times.ours) / median(times.bare), unit: '×', aim: most },
    ];
  } finally {
    await bare.close();
  }
}

async function answerTime(open: OpenExtension, message: object): Promise<number> {
  await open.running.extension.stopBackground();
  return askedTime(open, message);
}

async function askedTime({ sidelight }: OpenExtension, message: object): Promise<number> {
  const { ms, state } = await sidelight.options.evaluate(async (sent) => {
    const began = performance.now();
    const answer = (await chrome.runtime.sendMessage(sent)) as { readonly state: string };
    return { ms: performance.now() - began, state: answer.state };
  }, message);
  if (state !== 'ready' && state !== 'done') throw new Error(`The background answers “${state}”`);
  return ms;
}
