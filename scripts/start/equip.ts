import { basename } from 'node:path';
import { addSource, importCoverage, importPack, type Said } from '../browsers/options-page';
import type { Sidelight } from '../browsers/sidelight';

export interface Equipment {
  readonly feeds: readonly string[];
  /** Paths of files that are there. */
  readonly packs: readonly string[];
  readonly coverage: readonly string[];
  /** Match patterns of the sites to annotate. */
  readonly sites: readonly string[];
}

export interface Speaker {
  say(progress: string): void;
  sayProblem(problem: string): void;
}

/** Gives Sidelight its sources, its knowledge and its sites on its own options page, as a reader would. */
export async function equip(sidelight: Sidelight, equipment: Equipment, { say, sayProblem }: Speaker): Promise<void> {
  const tell = (what: string, { ok, text, badLines }: Said): void => {
    (ok ? say : sayProblem)(text.startsWith(what) ? text : `${what}: ${text}`);
    if (badLines.length === 0) return;
    sayProblem(`${what}: some lines could not be used, the rest was; mend them and try again. ${badLines.join('; ')}`);
  };
  for (const feed of equipment.feeds) tell(feed, await addSource(sidelight, feed));
  for (const pack of equipment.packs) tell(basename(pack), await importPack(sidelight, pack));
  for (const file of equipment.coverage) tell(basename(file), await importCoverage(sidelight, file));
  const switched = await sidelight.switchOn(equipment.sites);
  if (switched === 'not-allowed') sayProblem('The browser does not let Sidelight onto these sites: allow them in its settings for extensions.');
  if (switched === 'failed') sayProblem('Sidelight could not start on the sites to show: this is a fault of its own, report it.');
}
