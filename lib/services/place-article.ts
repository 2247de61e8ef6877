import type { Stories } from '../coverage/stories';
import { fail, type Failure } from '../errors/failure';
import type { CoverageSource } from './show-coverage';

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
): Promise<{ readonly state: 'done' } | { readonly state: 'failed'; readonly failure: Failure }> {
  const id = await coverage.placeInStory(url, word);
  if (id === undefined) return { state: 'failed', failure: fail('not-found').failure };
  // What its words say of a story that it is not part of must bring no others there.
  stories()?.leave(id);
  return { state: 'done' };
}
