import { pick, randomFrom } from '../../bench/matching/random';

const syllables = 'ba be bo da den do fa fer ga gor ha hel is ja ka kel la lin lo ma mer mo na nor o pa per ra ren ro sa sel ta tor u va vel wa wen ya zo'.split(' ');
const outlets = ['Gazette', 'Herald', 'Wire', 'Post', 'Courier'];

export interface MadeArticle {
  readonly url: string;
  readonly title: string;
  readonly outlet: string;
  readonly published: string;
  readonly text: string;
}

/** A pack of people; another version of the same pack has other people and others' names changed. */
export function madePack(entities: number, version: number): string {
  const lines = Array.from({ length: entities }, (_, at) => {
    const number = at + version * 7;
    const name = personName(number);
    return { id: `person${number}`, name: number % 5 === version % 5 ? `${name} Junior` : name, kind: 'person', aliases: number % 3 === 0 ? [`Dr ${name}`] : [], popularity: 1 / (1 + (number % 100)) };
  });
  return asLines([{ format: 'sidelight-pack/1', id: 'made', title: 'Made people', entities }, ...lines]);
}

/** Reports on people of whom every second is in no pack; the same for the same numbers. */
export function madeArticles(from: number, count: number, host: string): MadeArticle[] {
  return Array.from({ length: count }, (_, at): MadeArticle => {
    const number = from + at;
    const random = randomFrom(number + 1);
    const [a, b, c] = [someone(random), someone(random), stranger(random)];
    return {
      url: `${host}/story-${number}`,
      title: `${a} ${pick(['meets', 'answers', 'sues', 'praises'], random)} ${b}`,
      outlet: outlets[number % outlets.length] ?? '',
      published: new Date(Date.UTC(2019, 0, 1) + number * 3_600_000).toISOString(),
      text: `${a} spoke to ${b} in the evening. “Nothing was decided about the harbour,” ${a} said. Ambassador ${c} did not answer.\nLater ${c} and ${b} left together.`,
    };
  });
}

export function coverageFile(articles: readonly MadeArticle[]): string {
  return asLines([{ format: 'sidelight-coverage/1' }, ...articles]);
}

/** A feed of these articles. */
export function feedOf(articles: readonly MadeArticle[]): string {
  const items = articles.map(({ url, title, published, text }) =>
    `<item><title>${title}</title><link>${url}</link><guid>${url}</guid><pubDate>${new Date(published).toUTCString()}</pubDate><description>${text}</description></item>`);
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour news</title><link>http://feed.test/</link>${items.join('')}</channel></rss>`;
}

function someone(random: () => number): string {
  return personName(Math.floor(random() ** 3 * 400));
}

function stranger(random: () => number): string {
  return personName(1_000_000 + Math.floor(random() ** 2 * 40));
}

function personName(number: number): string {
  const random = randomFrom(number * 7 + 3);
  return `${word(2, random)} ${word(3, random)}`;
}

function word(length: number, random: () => number): string {
  const text = Array.from({ length }, () => pick(syllables, random)).join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function asLines(values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
