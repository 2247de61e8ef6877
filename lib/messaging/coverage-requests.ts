import type { Stories } from '../coverage/stories';
import type { Failure } from '../errors/failure';
import type { Knowledge } from '../services/index-ports';
import { showCoverage, type CoveragePorts } from '../services/show-coverage';
import { showEntity, type ReportSource } from '../services/show-entity';
import { joinStories, partStories, placeArticle } from '../services/place-article';
import { showStory } from '../services/show-story';
import { whoElse } from '../services/who-else';
import type { coverageProtocol } from './coverage-protocol';
import { forPages } from './for-pages';
import type { panelProtocol } from './panel-protocol';
import type { Handlers } from './router';

export interface CoverageRequestPorts extends CoveragePorts {
  readonly reports: ReportSource;
  /** What is remembered of stories, while something is. */
  readonly stories: () => Stories | undefined;
  readonly knowledge: () => Promise<Knowledge | undefined>;
  readonly attention: () => Promise<{ readonly followed: ReadonlySet<string>; readonly muted: ReadonlySet<string> }>;
}

/** Opens what is kept, and turns into a reply what keeps it from being opened. */
type Answer = <Reply>(use: (ports: CoverageRequestPorts) => Promise<Reply>) => Promise<Reply | { readonly state: 'failed'; readonly failure: Failure }>;

const done = { state: 'done' as const };

/** Answers what the card and the panel ask about coverage. */
export function coverageRequests(answer: Answer): Omit<Handlers<typeof coverageProtocol & typeof panelProtocol>, 'open-sources'> {
  return {
    'show-coverage': (request) => answer((ports) => showCoverage(request, ports)),
    'read-about': ({ entity }) =>
      answer(async ({ coverage }) => {
        await coverage.readAbout(entity);
        return done;
      }),
    'who-else': (request) =>
      answer(async ({ knowledge, attention }) => {
        const { muted } = await attention();
        return { state: 'ready' as const, entities: await whoElse(request, { knowledge, muted }) };
      }),
    'show-story': forPages(({ page }) => answer(({ coverage }) => showStory(page.url, coverage))),
    'place-in-story': forPages(({ url, ...word }) => answer((ports) => placeArticle(url, word, ports))),
    'join-stories': forPages(({ url, page }) => answer(({ coverage }) => joinStories(url, page, coverage))),
    'part-stories': forPages(({ came, page }) => answer(({ coverage }) => partStories(came, page, coverage))),
    'show-entity': forPages(({ entity }) => answer((ports) => showEntity(entity, ports))),
    'list-reports': forPages(({ entity, ...asked }) => answer(async ({ reports }) => ({ state: 'ready' as const, ...(await reports.page(entity, asked)) }))),
  };
}
