const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
/** A piece of a pattern: any month's name in English. */
export const months = monthNames.join('|');
/** "May" and "March" are words, too: a month has a preposition or a day beside it. */
const inMonth = new RegExp(
  `\\b(?:(?:[Ii]n|[Ss]ince|[Ll]ast|[Bb]y|[Uu]ntil|[Ff]rom|[Oo]n|of|to|[Bb]etween|[Dd]uring|[Aa]fter|[Bb]efore)\\s+(?:early\\s+|late\\s+|mid-)?|\\d{1,2}\\s+)(${months})\\b,?(?:\\s+\\d{1,2}\\b,?)?(?:\\s+(\\d{4})\\b)?`,
  'g',
);

/**
 * The months that an English article goes back to ("in March", "on 10 January 2017"), as "2017-03", with the month's
 * name. One without a year is the last of that name before the article; the article's own month is none.
 */
export function referredMonths(text: string, published: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const own = published.slice(0, 7);
  const ownYear = Number(published.slice(0, 4));
  for (const [, name = '', written] of text.matchAll(inMonth)) {
    const month = String(monthNames.indexOf(name) + 1).padStart(2, '0');
    const year = written ?? String(`${ownYear}-${month}` <= own ? ownYear : ownYear - 1);
    const key = `${year}-${month}`;
    if (key < own) found.set(key, name);
  }
  return found;
}
