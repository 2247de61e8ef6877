/*
 * What is asked for before the first or behind the last of a list is there for nobody, and an engine makes what reads a list anew
 * when that happens after it was made: here it is known from the beginning.
 */

export function itemAt<T>(list: readonly T[], at: number): T | undefined {
  return at >= 0 && at < list.length ? list[at] : undefined;
}

/** A space before a text and behind it. */
export function unitAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : space;
}

const space = 0x20;
