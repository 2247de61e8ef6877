import type { Stories } from '../coverage/stories';
import { fail, type Failure } from '../errors/failure';
import type { CoverageSource } from './show-coverage';

interface Failed {
  readonly state: 'failed';
  readonly failure: Failure;
}

export interface PlacePorts {
  readonly coverage: Pick<CoverageSource, 'placeInStory'>;
  /** What is remembered of stories, while something is. */
  readonly stories: () => Pick<Stories, 'leave'> | undefined;
}

/** Heeds the reader's word on whether an article reports the event of a page. */
export async function placeArticle(
  url: string,
  word: { readonly page: string; readonly belongs: boolean },
  { coverage, stories }: PlacePorts,
): Promise<{ readonly state: 'done' } | Failed> {
  const id = await coverage.placeInStory(url, word);
  if (id === undefined) return notFound();
  // What its words say of a story that it is not part of must bring no others there.
  stories()?.leave(id);
  return { state: 'done' };
}

/** Heeds the reader's word that an article reports the event of a page, found apart as they were. */
export async function joinStories(
  url: string,
  page: string,
  coverage: Pick<CoverageSource, 'joinStories'>,
): Promise<{ readonly state: 'ready'; readonly came: string[] } | Failed> {
  const came = await coverage.joinStories(url, page);
  return came === undefined ? notFound() : { state: 'ready', came: [...came] };
}

/** Takes it back: the stories that came to the page's are other events again. */
export async function partStories(
  came: readonly string[],
  page: string,
  coverage: Pick<CoverageSource, 'partStories'>,
): Promise<{ readonly state: 'done' } | Failed> {
  return (await coverage.partStories(came, page)) ? { state: 'done' } : notFound();
}

function notFound(): Failed {
  return { state: 'failed', failure: fail('not-found').failure };
}
