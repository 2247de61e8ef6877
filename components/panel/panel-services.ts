import type { BackgroundProtocol, Reply, Request } from '../../lib/messaging/protocol';
import type { KnowledgeChange } from '../../lib/model/entity-edit';
import type { ReadingServices } from '../services';
import type { Outcome, Watch } from '../watch';

type ReadyReply<Kind extends keyof BackgroundProtocol> = Extract<Reply<BackgroundProtocol, Kind>, { readonly state: 'ready' }>;

export type EntityInFull = ReadyReply<'show-entity'>;
export type EntityCoverage = ReadyReply<'show-coverage'>;
export type ReportPage = ReadyReply<'list-reports'>;
export type Story = ReadyReply<'show-story'>;
export type OtherEntity = ReadyReply<'who-else'>['entities'][number];
export type PageFacts = Request<BackgroundProtocol, 'show-story'>['page'];

/** A card's wish to see its subject in the panel. */
export interface PanelAsk {
  readonly tabId: number;
  readonly entity: string;
}

/** What the panel asks beyond what is on the page. */
export interface PanelService {
  /** Told again for each wish; nothing while there is none. */
  readonly watchAsks: Watch<PanelAsk>;
  /** The wish is fulfilled. */
  settleAsk(): void;
  entity(id: string): Outcome<EntityInFull>;
  coverage(request: Omit<Request<BackgroundProtocol, 'show-coverage'>, 'inFull'>): Outcome<EntityCoverage>;
  reports(request: Request<BackgroundProtocol, 'list-reports'>): Outcome<ReportPage>;
  story(page: PageFacts): Outcome<Story>;
  /** Whether the article of an address reports the event of the page. */
  placeInStory(word: Request<BackgroundProtocol, 'place-in-story'>): Outcome<void>;
  /** The article of the address reports the event of the page. Stories that came to the page's, for taking it back. */
  joinStories(word: Request<BackgroundProtocol, 'join-stories'>): Outcome<readonly string[]>;
  partStories(word: Request<BackgroundProtocol, 'part-stories'>): Outcome<void>;
  /** What there is about it has been seen. */
  wasRead(entity: string): void;
  /** Whom else the name, as it is written, may mean. */
  others(text: string, entity: string): Outcome<readonly OtherEntity[]>;
  /** Makes the changes; what leads back is changes as well. */
  change(changes: readonly KnowledgeChange[]): Outcome<readonly KnowledgeChange[]>;
}

/** What the panel works with. */
export interface PanelServices extends ReadingServices {
  readonly panel: PanelService;
  readonly locales: readonly string[];
}
