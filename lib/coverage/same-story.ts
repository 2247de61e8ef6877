import { partEvents } from './part-events';
import { weights, type ScoredArticle } from './rank-articles';
import type { RelateInput } from './related';
import { reportOf, type TextOf } from './report';

/**
 * Another event of the same kind is told in the same words; a story is what is known to be one event. An article of the same one
 * counts as so many times as alike. Chosen on topics 1 to 20 of ECB+.
 */
const sameStory = 1.5;
/** Reports of what the page itself reports are this alike and this close in time. */
const sameEvent = { likeness: 0.22, hours: 36 };

export function likenessInStory(likeness: number, isSameStory: boolean): number {
  return isSameStory ? sameStory * likeness : likeness;
}

/** Best first, those of this story before what is as alike. */
export function preferStory<Scored extends ScoredArticle>(scored: readonly Scored[], story: string | undefined): Scored[] {
  if (story === undefined) return [...scored];
  return scored
    .map((each) => ({ ...each, score: each.score + weights.terms * (likenessInStory(each.likeness, each.covered.story === story) - each.likeness) }))
    .sort((one, other) => other.score - one.score);
}

/** The story that the page belongs to: where it is not kept itself, that of what is most alike, if that reports its event. */
export function storyOfPage(scored: readonly ScoredArticle[], { page }: RelateInput, textOf: TextOf): string | undefined {
  if (page.story !== undefined) return page.story;
  const closest = scored.reduce<ScoredArticle | undefined>((best, each) => (best && best.likeness >= each.likeness ? best : each), undefined);
  return closest && reportsEventOf(page, textOf)(closest) ? closest.covered.story : undefined;
}

/**
 * Whether an article reports the event that the page reports: it is alike, of the same days and places, and was not found to
 * belong to another story.
 */
export function reportsEventOf(page: RelateInput['page'], textOf: TextOf): (scored: ScoredArticle) => boolean {
  return ({ likeness, time, covered: { article, story } }) => {
    if (page.published === undefined || time === undefined || likeness < sameEvent.likeness) return false;
    if (Math.abs(time - Date.parse(page.published)) / 3_600_000 > sameEvent.hours || areApart(story, page.story)) return false;
    return !partEvents({ title: page.title, text: page.text ?? '', published: page.published }, reportOf(article, textOf));
  };
}

/** Both are known to belong to a story, and not to one. */
export function areApart(story: string | undefined, other: string | undefined): boolean {
  return story !== undefined && other !== undefined && story !== other;
}
