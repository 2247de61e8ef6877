import { addressesOfHost } from '../model/address';
import type { Database } from './database';
import { sourceOrigin } from './origins';
import { createSourceRepository } from './sources';

/** So many of a source's newest articles tell where its pages are. */
const lookedAt = 100;

/**
 * An address at each place that sources need: their own, where their answers are sent on to, and the pages of their
 * articles where the reader wants these whole. Each may be there several times.
 */
export async function neededAddresses(database: Database): Promise<string[]> {
  const repository = createSourceRepository(database);
  const [sources, states] = await Promise.all([repository.list(), repository.states()]);
  const whole = sources.filter(({ fullText }) => fullText === true);
  const pages = await Promise.all(
    whole.map(({ id }) => database.articles.where('origins').equals(sourceOrigin(id)).reverse().limit(lookedAt).toArray()),
  );
  return [
    ...sources.map(({ url }) => url),
    ...states.flatMap(({ movedTo }) => movedTo ?? []),
    ...whole.flatMap(({ link }) => link ?? []),
    ...pages.flat().flatMap(({ url, pageHost }) => (pageHost === undefined ? [url] : [url, ...addressesOfHost(pageHost)])),
  ];
}
