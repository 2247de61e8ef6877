/** What a feed says, in plain text and absolute http(s) addresses, within the limits of the model. */
export interface ParsedFeed {
  readonly title: string;
  readonly link?: string;
  readonly description?: string;
  readonly language?: string;
  readonly articles: readonly ParsedArticle[];
  readonly schedule: FeedSchedule;
}

export interface ParsedArticle {
  /** As the feed gives it; it names the article within this feed only. */
  readonly guid?: string;
  /** Without tracking parameters, with the place in the page. Absent where the feed links nowhere that can be opened. */
  readonly url?: string;
  /** The guid where it is an address: what to open if there is no `url`. */
  readonly permalink?: string;
  readonly title: string;
  /** ISO 8601 in UTC, never later than the time of reading. */
  readonly published?: string;
  /** The feed's date lay ahead of that time. */
  readonly isAhead?: boolean;
  readonly authors?: readonly string[];
  readonly summary?: string;
  readonly text?: string;
  readonly language?: string;
}

/** How often the feed asks to be fetched. */
export interface FeedSchedule {
  readonly ttlMinutes?: number;
  /** Hours of the day in UTC, 0 to 23, in which nothing new appears. */
  readonly skipHours?: readonly number[];
  /** Days of the week in UTC, 0 for Sunday, on which nothing new appears. */
  readonly skipDays?: readonly number[];
}

/** A piece of text as it stands in the feed, once decoded from XML or JSON. */
export interface RawText {
  readonly value: string;
  /** `unknown`: the format does not say whether tags in it are markup; RSS titles are like that. */
  readonly markup: 'text' | 'html' | 'unknown';
}

export interface RawLink {
  readonly href: string;
  readonly rel?: string;
  readonly type?: string;
  /** What `href` is relative to, outermost first, itself possibly relative (`xml:base`). */
  readonly bases?: readonly string[];
}

/** What all feed formats have in common, before anything is made of it. */
export interface RawFeed {
  readonly title?: RawText;
  readonly links: readonly RawLink[];
  readonly description?: RawText;
  readonly language?: string;
  readonly ttl?: string;
  readonly skipHours?: readonly string[];
  /** As the feed writes them: "Saturday". */
  readonly skipDays?: readonly string[];
  /** What links are relative to where no `xml:base` says: the page that the feed is about, or the feed itself. */
  readonly relativeTo: 'site' | 'feed';
  readonly items: readonly RawItem[];
}

export interface RawItem {
  readonly guid?: string;
  /** The guid is an address that opens the article, unless the feed denies it. */
  readonly guidIsLink?: boolean;
  /** What such a guid is relative to, as of a link. Absent where the feed does not say that it is an address. */
  readonly guidBases?: readonly string[];
  readonly links: readonly RawLink[];
  readonly title?: RawText;
  readonly summary?: RawText;
  readonly content?: RawText;
  /** Candidates in order of preference. */
  readonly dates: readonly string[];
  readonly authors: readonly string[];
  readonly language?: string;
}
