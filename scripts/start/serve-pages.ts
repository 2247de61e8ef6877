import type { Failure } from '../../lib/errors/failure';
import { sitePattern } from '../../lib/settings/sites';
import { serveFiles } from '../stand/serve-files';
import { serveStand } from '../stand/serve-stand';
import { absoluteFile, existingFiles } from './existing-files';

export interface ServedPages {
  /** What to open, in the order that was asked for. */
  readonly addresses: readonly string[];
  /** Match patterns of their sites, and of the stand's. */
  readonly sites: readonly string[];
  readonly feeds: readonly string[];
  /** The packs that were asked for and are there; the stand's own where none was asked for. */
  readonly packs: readonly string[];
  /** Names that the browser has to find on this machine. */
  readonly hosts: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves the stand and these files on loopback. Each page is a file or an address; without any it is the sample
 * article. What cannot be had is said, and the rest is served.
 */
export async function servePages(
  asked: { readonly pages: readonly string[]; readonly packs: readonly string[] },
  sayProblem: (problem: string) => void,
): Promise<ServedPages> {
  const pages = asked.pages.filter((page) => canBeShown(page, sayProblem));
  const files = await serveFiles(pages.filter((page) => !isAddress(page)).map(absoluteFile));
  for (const { file, failure } of files.failures) sayProblem(whyNotServed(file, failure));
  const fileUrls = new Map(files.pages.map(({ file, url }) => [file, url]));
  const packs = existingFiles(asked.packs, sayProblem);
  const served = await serveStand();
  if (!served.ok) sayProblem('The sample news stand found no free port on this machine: close a program that serves one and try again.');
  const stand = served.ok ? served.value : undefined;
  const addresses =
    asked.pages.length > 0
      ? pages.flatMap((page) => (isAddress(page) ? page : fileUrls.get(absoluteFile(page)) ?? []))
      : [stand?.sampleArticleUrl ?? []].flat();
  const origins = stand?.outlets.map(({ origin }) => origin) ?? [];
  return {
    addresses,
    sites: [...new Set([...origins, ...addresses].flatMap((url) => sitePattern(url) ?? []))],
    feeds: stand?.outlets.map(({ feedUrl }) => feedUrl) ?? [],
    packs: asked.packs.length === 0 && stand ? [stand.packFile] : packs,
    hosts: stand ? [...origins, stand.frontPageUrl].map((url) => new URL(url).hostname) : [],
    async close() {
      await Promise.all([files.close(), stand?.close()]);
    },
  };
}

/** Whether it is a path or an address that Sidelight can run on. */
function canBeShown(page: string, sayProblem: (problem: string) => void): boolean {
  const scheme = /^([a-z][a-z\d+.-]+):\/\//i.exec(page)?.[1];
  if (scheme === undefined || isAddress(page)) return true;
  sayProblem(`${page} cannot be shown: give a file by its path, or an http or https address.`);
  return false;
}

function isAddress(page: string): boolean {
  return sitePattern(page) !== undefined;
}

function whyNotServed(file: string, { kind, detail = '' }: Failure): string {
  if (kind === 'not-found') return `There is no file ${file}: check its name.`;
  if (kind === 'too-large') return `${file} is too large for an article (${detail}): give the page of one article.`;
  return `${file} cannot be shown (${detail}): give a text or HTML file that can be read.`;
}
