import { parseWebAddress } from '../model/address';

/** What stands between an outlet's name, its sections and what it says of itself. */
const between = /\s+[|>»–—:-]{1,2}\s+|\s*\|\s+|\s+\|\s*/;
const ofFormat = /\s*[-–|:»]*\s*(?:all\s+)?(?:rss(?:\s*2\.0)?|atom)(?:\s+(?:feeds?|channel))?\b.*$/i;
const beforeFormat = /^(?:rss(?:\s+feed)?\s*(?:[-–|:»]|di|de|von|of|for)\s+)+/i;
/** Of which a part is made that says nothing but that it is news. */
const general =
  /^(?:(?:all|the|top|latest|breaking|recent|full|main|headlines?|news|stories|story|articles?|posts?|content|updates?|feed|blog|home|homepage|front|page|world|nation|today|us|analysis|and|from|of|in|tv|medium|aktuell|najnowsze|actualités?|nachrichten|noticias|notícias|notizie|portada|inicio|españa|новости|главные|все|материалы|последние|самые|популярные)(?:[\s&,/-]+|$))+$/i;
/** A section is called in a few words; more is praise. */
const longestSection = 3;

/**
 * An outlet's name from what its feed is called, as "Latest News and Headlines | The Herald RSS Feed", "The Herald >
 * Science", "The Herald – all the world in your hand": without what every feed says, and with the section behind a
 * colon where it names one. What only says that it is a feed is called after its host.
 */
export function outletName(title: string, feedUrl: string): string {
  const host = hostName(feedUrl);
  const named = title.replace(beforeFormat, '').replace(ofFormat, '').replace(/(?<=[^\s:]):\s+([^:]+)$/, (rest, said: string) => (isGeneral(said.trim()) ? '' : rest)).trim();
  const parts = named.split(between).map((part) => part.replace(/^[\s|>»–—:-]+|^www\./gi, '').trim()).filter((part) => part !== '');
  const telling = parts.filter((part) => (isOf(part, host) && !/^medium$/i.test(part)) || !isGeneral(part));
  if (telling.length === 0) return host === '' ? title.trim() : host;
  const own = telling.find((part) => isOf(part, host)) ?? telling[0] ?? '';
  const section = telling.find((part) => part !== own && isSection(part) && !letters(part).includes(letters(own)));
  return section === undefined || own.length > 80 ? own : `${own}: ${section}`;
}

function isSection(part: string): boolean {
  return part.split(/\s+/).length <= longestSection && !/^[\w-]+(?:\.[\w-]+)+$/.test(part);
}

function isGeneral(part: string): boolean {
  return general.test(part) || /^(?:https?:|international$|medium$)/i.test(part);
}

/** Whether the name is that of the host: "The Herald" at theherald.example. */
function isOf(part: string, host: string): boolean {
  const name = letters(part);
  return name.length > 2 && host.split('.').slice(0, -1).some((label) => letters(label) === name || `the${letters(label)}` === name || letters(label) === `the${name}`);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function hostName(url: string): string {
  return (parseWebAddress(url)?.hostname ?? '').replace(/^(?:www|feeds?|rss)\d?\.(?=.*\.)/, '');
}
