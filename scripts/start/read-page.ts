import type { Page } from 'puppeteer-core';
import { openWithPointer, closeCard, type ShownCard } from '../browsers/card';
import { paintedMarks } from '../browsers/marks';
import { untilThere } from '../browsers/patience';
import type { Sidelight } from '../browsers/sidelight';
import { byEntity, type PageReport, type ReportedAnnotation, type ReportedArticle } from './page-report';

const patienceMs = 20_000;
const lateArticleMs = 5_000;

/** Reads from an open page what its reader sees: the marks that are painted and the card of each entity. */
export async function readPage(
  sidelight: Sidelight,
  page: Page,
  say: (problem: string) => void,
): Promise<PageReport> {
  const url = page.url();
  const found = await annotated(sidelight, page);
  if (found?.state !== 'annotated') {
    say(whyNot(url, found?.state));
    return { url, title: await page.title(), annotations: [], coverage: {} };
  }
  const marks = await paintedMarks(page);
  const reported = new Set(found.annotations.map(({ text }) => text));
  // Only some of what was found is painted: the settings say how much.
  const isAstray = marks.some((text) => !reported.has(text)) || (marks.length === 0 && reported.size > 0);
  if (isAstray) say(`${url} paints other marks than were found: this is a fault of Sidelight, report it.`);
  const coverage: Record<string, readonly ReportedArticle[]> = {};
  for (const [id, mentions] of byEntity(found.annotations)) {
    const isPainted = mentions.some(({ text }) => marks.includes(text));
    const card = isPainted ? await openCardOf(sidelight, page, { mentions, marks }) : undefined;
    const { name } = mentions[0].entity;
    if (!card && isPainted) say(`The card of ${name} did not open on ${url}.`);
    else if (card?.isFailed) say(`The card of ${name} on ${url} shows no coverage: ${card.text.replace(/\s+/g, ' ')}`);
    coverage[id] = card ? [...card.before, ...card.since] : [];
  }
  await closeCard(page);
  return {
    url,
    title: found.page.title,
    annotations: found.annotations.map(({ text, count, confidence, entity: { id, name, kind } }) => ({
      text,
      count,
      confidence,
      entity: { id, name, kind },
    })),
    coverage,
  };
}

function whyNot(url: string, state: string | undefined): string {
  if (state === 'not-an-article') return `${url} is no article, so Sidelight left it alone: open the page of one article.`;
  if (state === 'nothing-known') return `Sidelight knows no names, so ${url} was not annotated: give it a pack with --pack.`;
  return `Sidelight did not finish reading ${url}: see whether the page opens in the browser, then try again.`;
}

/** The page's report once it says something final. A page may become an article late, by script. */
async function annotated(sidelight: Sidelight, page: Page) {
  const started = performance.now();
  let last: Awaited<ReturnType<Sidelight['reportPage']>> | undefined;
  await untilThere(async () => {
    last = await sidelight.reportPage(page);
    if (last.state === 'not-an-article') return performance.now() - started > lateArticleMs ? last : undefined;
    return last.state === 'annotated' || last.state === 'nothing-known' ? last : undefined;
  }, patienceMs);
  return last;
}

/** Tries the entity's marks until its own card opens: some may be out of sight, one text may stand for two entities. */
async function openCardOf(
  sidelight: Sidelight,
  page: Page,
  { mentions, marks }: { readonly mentions: readonly ReportedAnnotation[]; readonly marks: readonly string[] },
): Promise<ShownCard | undefined> {
  const texts = new Set(mentions.map(({ text }) => text));
  for (const [index, text] of marks.entries()) {
    if (!texts.has(text)) continue;
    const card = await openWithPointer(sidelight, page, index);
    if (card?.name === mentions[0]?.entity.name) return card;
  }
  return undefined;
}
