/** Minutes that zones named in feeds are ahead of UTC. Those that stand for several places mean the American one. */
const zones: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 60, bst: 60, ist: 330, cet: 60, met: 60, mez: 60, cest: 120, cedt: 120, mest: 120,
  mesz: 120, eet: 120, eest: 180, sast: 120, msk: 180, msd: 240, trt: 180, eat: 180, idt: 180,
  cat: 120, wat: 60, gst: 240, pkt: 300, wib: 420, ict: 420, hkt: 480,
  sgt: 480, myt: 480, pht: 480, wita: 480, awst: 480, kst: 540, jst: 540, acst: 570, aest: 600, aedt: 660, nzst: 720, nzdt: 780, est: -300, edt: -240,
  cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, ast: -240,
  adt: -180, nst: -210, ndt: -150, akst: -540, akdt: -480, hst: -600, art: -180, brt: -180, clt: -240, cot: -300,
};

/** "ET", "EST5EDT" and "Eastern Daylight Time" are the time of these places, in summer and in winter. */
const americanTime = /\b([ecmp])(?:t|st\d[ecmp]dt|(?:astern|entral|ountain|acific)\s(?:standard\s|daylight\s)?time)\b/i;
const americanPlaces: Readonly<Record<string, string>> = { e: 'America/New_York', c: 'America/Chicago', m: 'America/Denver', p: 'America/Los_Angeles' };

/**
 * Minutes that what is written behind a time is ahead of UTC: an offset, a zone's name, a place ("Europe/Berlin"). 0
 * where it says nothing that can be read, as RFC 2822 has it. `time` (ms since 1970) decides about summer.
 */
export function zoneMinutes(written: string, time: number): number {
  const offset = /(?:^|\s|[A-Z]{3})([+-])\s?(\d{1,2}):?(\d{2})?(?!\d)/i.exec(written);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    if (minutes <= 15 * 60) return offset[1] === '-' ? -minutes : minutes;
  }
  const place = /\b[a-z]{2,12}\/[a-z_]{2,20}(?:\/[a-z_]{2,20})?\b/i.exec(written)?.[0];
  if (place !== undefined) return minutesAt(place, time);
  const american = americanPlaces[americanTime.exec(written)?.[1]?.toLowerCase() ?? ''];
  if (american !== undefined) return minutesAt(american, time);
  const name = /\b([A-Za-z]{1,4})(?=\d|\b)/.exec(written)?.[1]?.toLowerCase() ?? '';
  return zones[name] ?? 0;
}

/** A feed names one place in all its dates, and what knows of it takes long to make and much memory. */
let lastPlace: { readonly place: string; readonly format: Intl.DateTimeFormat } | undefined;

function minutesAt(place: string, time: number): number {
  try {
    if (lastPlace?.place !== place) lastPlace = { place, format: new Intl.DateTimeFormat('en', { timeZone: place, timeZoneName: 'longOffset' }) };
    const parts = lastPlace.format.formatToParts(time);
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
    return (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  } catch {
    return 0; // no place that anybody knows
  }
}
