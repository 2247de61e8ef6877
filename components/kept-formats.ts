/**
 * What writes numbers, days and spans of time in the reader's language, made once for each language and form. One takes
 * some ten kilobytes outside of what the engine's garbage collector counts: a list of a thousand lines that makes its own
 * for each, whenever it changes, takes hundreds of megabytes.
 */
export function numberFormat(locales: readonly string[]): Intl.NumberFormat {
  return kept(numbers, locales.join(), () => new Intl.NumberFormat([...locales]));
}

export function relativeFormat(locales: readonly string[]): Intl.RelativeTimeFormat {
  return kept(spans, locales.join(), () => new Intl.RelativeTimeFormat([...locales], { numeric: 'auto', style: 'short' }));
}

/**
 * `form` is one of a few that the code names, never what comes from outside. One that names no time zone is of the zone
 * that the machine was in when it was made, so another is made where that has changed since.
 */
export function momentFormat(locales: readonly string[], form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(moments, `${locales.join()} ${JSON.stringify(form)} ${new Date().getTimezoneOffset()}`, () => new Intl.DateTimeFormat([...locales], form));
}

const numbers = new Map<string, Intl.NumberFormat>();
const spans = new Map<string, Intl.RelativeTimeFormat>();
const moments = new Map<string, Intl.DateTimeFormat>();

function kept<T>(formats: Map<string, T>, key: string, make: () => T): T {
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format;
}
