import type { SectionName } from './sections';

export interface SettingEntry {
  readonly section: SectionName;
  /** Id of the element that it is about; absent for the section itself. */
  readonly part?: string;
  readonly title: string;
  /** What else a reader may call it. */
  readonly words: string;
}

/** Everything that can be set or looked up, for the search of settings. */
export const settingIndex: readonly SettingEntry[] = [
  { section: 'sources', title: 'Sources', words: 'feeds rss atom outlets newspapers add follow opml catalogue refresh' },
  { section: 'sources', part: 'add-source', title: 'Add a source', words: 'new feed rss atom address site outlet follow subscribe' },
  { section: 'sources', part: 'import-list', title: 'Import a list of feeds', words: 'opml subscriptions reader file' },
  { section: 'sources', part: 'suggestions', title: 'Choose from suggestions', words: 'catalogue country subject starter outlets' },
  { section: 'sources', part: 'save-list', title: 'Save as a list of feeds', words: 'opml export subscriptions file backup' },
  { section: 'sources', part: 'pause-source', title: 'Pause a source', words: 'stop fetching off resume' },
  { section: 'sources', part: 'whole-articles', title: 'Fetch whole articles of a source', words: 'full text teaser page beginning' },
  { section: 'sources', part: 'keep-articles', title: 'How long a source’s articles are kept', words: 'retention days delete old year' },
  { section: 'sources', part: 'name-source', title: 'Rename a source', words: 'outlet title folder file move' },
  { section: 'names', title: 'Names & topics', words: 'people organisations places entities aliases rename merge split follow mute correct' },
  { section: 'sites', title: 'Sites', words: 'websites permissions allow hosts switch on off where never' },
  { section: 'sites', part: 'all-sites', title: 'Run on all sites', words: 'every website permission everywhere' },
  { section: 'sites', part: 'never', title: 'Never on these sites', words: 'block exclude off' },
  { section: 'reading', part: 'density', title: 'How much is marked', words: 'density few all names underline often' },
  { section: 'reading', part: 'kinds', title: 'What is marked', words: 'kinds people places topics hide' },
  { section: 'reading', part: 'opening', title: 'How a card opens', words: 'hover dwell delay key modifier alt ctrl shift pointer' },
  { section: 'reading', part: 'every-page', title: 'Which pages are read', words: 'front pages articles lists apps' },
  { section: 'reading', part: 'appearance', title: 'Appearance', words: 'dark light theme colours scheme' },
  { section: 'data', part: 'packs', title: 'Packs', words: 'import names file knowledge' },
  { section: 'data', part: 'coverage', title: 'Coverage files', words: 'import export save archive articles file' },
  { section: 'data', part: 'keeping', title: 'How much is kept', words: 'retention budget limit articles megabytes oldest prune read history' },
  { section: 'data', part: 'kept', title: 'Articles you keep', words: 'saved bookmarks stay pinned' },
  { section: 'data', part: 'everything', title: 'Save and restore everything', words: 'backup export file move another browser' },
  { section: 'data', part: 'storage', title: 'Storage', words: 'disk space megabytes quota keep persist clear' },
  { section: 'about', part: 'privacy', title: 'Privacy', words: 'data telemetry requests network' },
  { section: 'about', part: 'shortcuts', title: 'Keys', words: 'keyboard shortcuts alt' },
  { section: 'about', title: 'About', words: 'version licence' },
];

/** Entries of which every typed word begins a word, those whose title has it first. */
export function findSettings(text: string, entries: readonly SettingEntry[] = settingIndex): SettingEntry[] {
  const typed = wordsOf(text);
  if (typed.length === 0) return [];
  const begins = (words: readonly string[], one: string) => words.some((word) => word.startsWith(one));
  const inTitle = ({ title }: SettingEntry) => typed.every((one) => begins(wordsOf(title), one));
  const fitting = entries.filter(({ title, words }) => typed.every((one) => begins(wordsOf(`${title} ${words}`), one)));
  return [...fitting.filter(inTitle), ...fitting.filter((entry) => !inTitle(entry))];
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

export function addressOf({ section, part }: Pick<SettingEntry, 'section' | 'part'>): string {
  return part === undefined ? `#${section}` : `#${section}/${part}`;
}
