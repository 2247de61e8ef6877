/** Days as the reader's language writes them: "1 Mar 2017". Moments are ISO 8601. */
export function createDateFormat(locales: readonly string[], timeZone?: string): (moment: string) => string {
  const format = new Intl.DateTimeFormat(locales, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  return (moment) => format.format(new Date(moment));
}
