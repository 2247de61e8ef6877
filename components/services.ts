import type { SourceState } from '../lib/feeds/source-state';
import type { PageReport } from '../lib/messaging/protocol';
import type { FeedPreview } from '../lib/messaging/source-protocol';
import type { Source } from '../lib/model/source';
import type { BaseState, Kept } from '../lib/services/keep-safe';
import type { Settings } from '../lib/settings/settings';
import type { NameService } from './name-service';
import type { CatalogueGroup } from './sources/catalogue';
import type { Outcome, Watch } from './watch';

export interface ListedSource extends Source {
  readonly articles: number;
  /** Absent until it was first fetched. */
  readonly fetching?: SourceState;
}

export interface SourceService {
  readonly watch: Watch<readonly ListedSource[]>;
  /**
   * Asks for the host's permission, so call it while a click is being handled; then shows what feed there is, and keeps
   * nothing. `alsoAllow` names the host that an earlier try was refused.
   */
  preview(address: string, alsoAllow?: string): Outcome<FeedPreview>;
  /** The same, and keeps it as a source. What was shown before is not fetched again. */
  add(address: string, alsoAllow?: string): Outcome<{ readonly title: string; readonly articles: number }>;
  /**
   * Asks for the permission of all their hosts, so call it while a click is being handled; then keeps those that are not
   * there yet, to be fetched by and by, allowed or not. Called again with the same ones, it asks for what is missing.
   */
  addAll(sources: readonly NewSource[]): Outcome<ManyAdded>;
  /** Fetches these now, after asking for permissions that were taken back or that a redirect needs. */
  refresh(sources: readonly ListedSource[]): Outcome<{ readonly newArticles: number; readonly failed: number }>;
  /**
   * Whole articles need the permission of the sites that have them, so call it while a click is being handled. `pageSites`
   * are the addresses of those sites, as far as they are known.
   */
  change(source: ListedSource, changes: Partial<SourceSettings>, pageSites?: readonly string[]): Outcome;
  /** Addresses of the sites that have the pages of a source's teasers and that the reader has not allowed yet, those with most pages first. */
  readonly watchPageSites: (sourceId: string) => Watch<readonly string[]>;
  remove(ids: readonly string[]): Outcome;
  /** False when one is gone for good already. */
  restore(ids: readonly string[]): Outcome<boolean>;
}

export interface ManyAdded {
  /** Of those that were not there before. */
  readonly ids: readonly string[];
  /** Of all that were named, how many may not be fetched, since the reader did not allow their hosts. */
  readonly notAllowed: number;
}

/** A source as a file or a catalogue names it. */
export type NewSource = Pick<Source, 'url' | 'title' | 'link' | 'folder'>;

/** What the reader may say of a source. */
export type SourceSettings = Pick<Source, 'title' | 'folder' | 'paused' | 'keepDays' | 'fullText'>;

export interface ListedPack {
  readonly key: number;
  readonly title: string;
  readonly entities: number;
  readonly licence?: string;
}

export interface ImportProgress {
  /** From 0 to 1; absent where the file's size is not known. */
  readonly share?: number;
  readonly items: number;
}

export interface ImportReport {
  /** What the file calls itself. */
  readonly title: string;
  readonly items: number;
  readonly badLines: {
    readonly total: number;
    readonly listed: readonly { readonly line: number; readonly reason: string }[];
  };
}

export interface ImportRequest {
  readonly file: File;
  readonly onProgress: (progress: ImportProgress) => void;
  /** The reader stopped it. */
  readonly signal: AbortSignal;
  /** The form that shows it is gone; it goes on, and is listed among the others. */
  readonly away: AbortSignal;
}

/** An import that no form shows. */
export interface ListedImport {
  readonly id: string;
  readonly kind: 'pack' | 'coverage' | 'everything';
  /** The file's name. */
  readonly title: string;
  readonly items: number;
  /** Somebody is at it; else it was left behind. */
  readonly isRunning: boolean;
}

export interface CoverageSize {
  readonly articles: number;
  readonly megabytes: number;
}

export interface SavedCoverage {
  readonly fileName: string;
  readonly articles: number;
}

export interface KnowledgeService {
  readonly watch: Watch<readonly ListedPack[]>;
  readonly watchCoverage: Watch<CoverageSize>;
  readonly watchImports: Watch<readonly ListedImport[]>;
  /** Goes on with an import that was left behind, until it is done. */
  goOn(id: string): Outcome<ImportReport>;
  giveUp(id: string): Outcome;
  importPack(request: ImportRequest): Outcome<ImportReport>;
  importCoverage(request: ImportRequest): Outcome<ImportReport>;
  /** Offers a coverage file with all articles for download. */
  saveCoverage(request: Pick<ImportRequest, 'onProgress' | 'signal'>): Outcome<SavedCoverage>;
  /** Offers a file with everything for download. */
  saveEverything(): Outcome<{ readonly fileName: string }>;
  /** Takes in such a file; the reader's settings become those of the file. */
  restoreEverything(request: ImportRequest): Outcome<ImportReport>;
  removePack(key: number): Outcome;
  /** False when it is gone for good already. */
  restorePack(key: number): Outcome<boolean>;
}

export interface ListedSite {
  /** `http://herald.test/*` */
  readonly pattern: string;
  /** False when the reader took the permission back in the browser's own pages. */
  readonly isAllowed: boolean;
}

interface SiteService {
  /** The sites that are switched on. */
  readonly watch: Watch<readonly ListedSite[]>;
  /** Asks for the site's permission, so call it while a click is being handled. */
  switchOn(pattern: string): Outcome;
  /** On none of its pages, also where all sites are on. */
  switchOff(pattern: string): Outcome;
  /** Asks for every site, so call it while a click is being handled. Those that are never wanted stay off. */
  switchAllOn(): Outcome;
  switchAllOff(): Outcome;
  /** Asks for all of these at once, so call it while a click is being handled. */
  switchManyOn(patterns: readonly string[]): Outcome;
  /** Nothing is said of this site any more. */
  forget(pattern: string): Outcome;
}

export interface ListedSiteService extends SiteService {
  /** Switches it off and gives its permission back to the browser, unless a source needs it. */
  remove(pattern: string): Outcome;
}

export interface ShownTab {
  readonly id: number;
  /** Absent where Sidelight may not know it. */
  readonly url?: string;
}

export interface NamedFeed {
  readonly url: string;
  /** What the page calls it; empty where it does not say. */
  readonly title: string;
}

export interface PageService {
  /** The tab that the reader looks at; told again when it becomes another or loads another page. */
  readonly watchTab: Watch<ShownTab | undefined>;
  report(tabId: number): Promise<PageReport>;
  reveal(tabId: number, entity: string): Outcome;
  annotateOnce(tabId: number): Outcome;
  /** The feeds that the page in this tab announces and that are no sources yet. */
  findFeeds(tabId: number): Outcome<readonly NamedFeed[]>;
  /**
   * Asks for the host's permission, so call it while a click is being handled; then shows what is in the feed, and keeps
   * nothing. `alsoAllow` names the host that an earlier try was refused.
   */
  previewFeed(url: string, alsoAllow?: string): Outcome<FeedPreview>;
  /** The feed that the reader wanted to see just before the browser's question closed the popup, once. */
  wantedFeed(): Promise<string | undefined>;
  /** Keeps a feed that was shown as a source. */
  followFeed(url: string): Outcome<{ readonly title: string }>;
}

export interface SettingsService {
  readonly watch: Watch<Settings>;
  /** Changes are made one after the other, each from what the one before left; open tabs follow at once. */
  change(update: (settings: Settings) => Settings): Promise<unknown>;
}

export interface UpdateNotes {
  /** The version that the reader was not told of yet. */
  readonly watch: Watch<string | undefined>;
  dismiss(): Promise<unknown>;
}

export interface StorageUse {
  readonly usedBytes: number;
  /** What the browser would give at most; absent where it does not say. */
  readonly mostBytes?: number;
  /** The browser has promised not to clear it when the disk is full. */
  readonly isKept: boolean;
}

export interface StorageService {
  use(): Promise<StorageUse>;
  /** Asks the browser for that promise, so call it while a click is being handled. False where it does not give it. */
  keep(): Promise<boolean>;
}

/** The knowledge base as a whole: whether it is there, and is the one that was. */
export interface BaseService {
  /** Fails where it cannot be opened. */
  readonly watch: Watch<BaseState>;
}

export interface LostBaseService extends BaseService {
  /** Takes back what a second copy has. */
  restore(): Outcome<Kept>;
  /** Goes on without what was lost. */
  startFresh(): Outcome;
  /** Deletes a base that cannot be opened, for good, and loads this page again. */
  beginAnew(): Outcome;
  /** Loads this page again. */
  tryAgain(): void;
}

/** What the options page works with. */
export interface OptionsServices {
  readonly names: NameService;
  readonly settings: SettingsService;
  readonly updates: UpdateNotes;
  readonly storage: StorageService;
  readonly sources: SourceService;
  readonly base: LostBaseService;
  readonly knowledge: KnowledgeService;
  readonly sites: ListedSiteService;
  readonly now: () => Date;
  readonly locales: readonly string[];
  readonly version: string;
}

/** What the popup works with. */
export interface PopupServices extends ReadingServices {
  readonly settings: SettingsService;
  readonly base: BaseService;
  /** The window that it was opened in is private. */
  readonly isPrivate: boolean;
  readonly locales: readonly string[];
}

/** What the welcome page works with. */
export interface WelcomeServices {
  readonly catalogue: readonly CatalogueGroup[];
  addSources: SourceService['addAll'];
  lookInside: SourceService['preview'];
  readonly sites: Pick<SiteService, 'switchAllOn' | 'switchManyOn'>;
  /** Annotates the example on the page, until the signal fires. */
  readonly startExample: (signal: AbortSignal) => void;
  readonly close: () => void;
  readonly locales: readonly string[];
}

/** What the popup and the panel work with, beside a page that is being read. */
export interface ReadingServices {
  readonly pages: PageService;
  readonly sites: SiteService;
}
