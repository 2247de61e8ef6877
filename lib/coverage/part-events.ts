import { weekdayPattern, weekdays } from './calendar-words';
import { nameOthers } from './name-others';
import type { Report } from './report';

/** What happened is told first. UTF-16 units. */
const leadLength = 350;
const dayMs = 86_400_000;
const dayWords = new RegExp(String.raw`\b(${weekdayPattern}|today|yesterday|last night)\b`, 'g');
/** "Will meet on Friday", "next Friday": so many units before the day. */
const toCome = /\b(?:will|would|next|until|due|scheduled|expected|by)\b[^.!?\n]{0,40}$/i;
/** One night is of two days. */
const atNight = /\b(?:night|overnight|midnight|late|evening|early|dawn)\b/i;
const around = 24;

/** Seismologists correct a magnitude by less than this. */
const leastApart = 0.5;
const magnitudes = /\bmagnitude[ -](?:of )?(\d(?:\.\d)?)\b|\b(\d(?:\.\d)?)[ -]magnitude\b/gi;

/** "Near Iquique", "40 km north of Arica". */
const nearby = /\b(?:near|outside|(?:km|kilomet(?:re|er)s|miles)(?: [a-z-]+){0,3} (?:of|from))(?: the)? (\p{Lu}\p{L}{2,})/gu;

/**
 * Whether two reports that are told in the same words are of two events: their headlines name others, or their leads say another
 * day, another magnitude or another place, and neither says the other's anywhere. For English; elsewhere only names part.
 */
export function partEvents(one: Report, other: Report): boolean {
  return nameOthers(one, other) || haveOtherDays(one, other) || haveOtherSizes(one, other) || areElsewhere(one, other);
}

function haveOtherDays(one: Report, other: Report): boolean {
  const [days, otherDays] = [daysOf(one), daysOf(other)];
  const [first, otherFirst] = [days[0], otherDays[0]];
  if (!first?.isInLead || !otherFirst?.isInLead) return false;
  return !otherDays.some((each) => isSameDay(each, first)) && !days.some((each) => isSameDay(each, otherFirst));
}

interface Day {
  /** Days since 1970. */
  readonly day: number;
  readonly isNight: boolean;
  readonly isInLead: boolean;
}

/** The days that a report says, the last of that name before it appeared, in the order of its text. */
function daysOf({ text, published }: Report): Day[] {
  if (published === undefined) return [];
  const appeared = Math.floor(Date.parse(published) / dayMs);
  return [...text.matchAll(dayWords)].flatMap(({ 0: word, index }) => {
    if (toCome.test(text.slice(Math.max(0, index - 60), index))) return [];
    const isNight = atNight.test(text.slice(Math.max(0, index - around), index + word.length + around));
    return [{ day: appeared - daysBack(word, appeared), isNight, isInLead: index < leadLength }];
  });
}

function daysBack(word: string, appeared: number): number {
  if (word === 'today') return 0;
  // Thursday was the first day of 1970.
  return weekdays.includes(word) ? (appeared + 4 - weekdays.indexOf(word)) % 7 : 1;
}

/** Clocks differ, and nights: a day is told from the next only where none of the two is a night. */
function isSameDay(one: Day, other: Day): boolean {
  return Math.abs(one.day - other.day) <= Number(one.isNight || other.isNight);
}

function haveOtherSizes(one: Report, other: Report): boolean {
  const [sizes, otherSizes] = [sizesOf(one), sizesOf(other)];
  return sizes.length > 0 && otherSizes.length > 0 && sizes.every((size) => otherSizes.every((each) => Math.abs(size - each) >= leastApart));
}

function sizesOf({ title, text }: Report): number[] {
  return Array.from(`${title}\n${text}`.matchAll(magnitudes), ([, after, before]) => Number(after ?? before));
}

function areElsewhere(one: Report, other: Report): boolean {
  const [places, otherPlaces] = [placesNear(one), placesNear(other)];
  const isSaid = (place: string, { title, text }: Report) => `${title}\n${text}`.includes(place);
  return places.length > 0 && otherPlaces.length > 0 && !places.some((place) => isSaid(place, other)) && !otherPlaces.some((place) => isSaid(place, one));
}

function placesNear({ text }: Report): string[] {
  return Array.from(text.slice(0, leadLength).matchAll(nearby), ([, place = '']) => place);
}
