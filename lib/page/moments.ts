/** 2017-11-14, 2017-11-14T16:05:00+01:00, Tue, 14 Nov 2017 16:05:00 GMT; the ISO time and the offset, if there. */
const machineDate = /^(?:\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*?)?|[a-z]{3}, \d.*?)( ?[+-]\d\d:?\d\d|Z|GMT|UTC)?$/i;
const earliest = Date.UTC(1800, 0, 1);
const dayMs = 86_400_000;

/**
 * A date as pages write it to machines, as ISO 8601 in UTC. One without an offset is read as UTC, since nothing says
 * where it was written; one that is no date, or lies more than a day ahead of `nowMs`, is left out.
 */
export function parseMoment(text: string, nowMs: number): string | undefined {
  const date = text.slice(0, 60).trim();
  const found = machineDate.exec(date);
  if (!found) return undefined;
  const [, isoTime, offset] = found;
  const zone = offset !== undefined || /^\S{10}$/.test(date) ? '' : isoTime === undefined ? ' GMT' : 'Z';
  const time = Date.parse((date + zone).replace(/^(\S{10}) /, '$1T').replace(/ ?([+-]\d\d):?(\d\d)$/, '$1:$2'));
  return time >= earliest && time <= nowMs + dayMs ? `${new Date(time).toISOString().slice(0, 19)}Z` : undefined;
}
