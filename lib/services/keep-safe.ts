import { fail, succeed, type Result } from '../errors/failure';
import { hash } from '../model/address';
import { momentSchema } from '../model/web-fields';
import { limits } from '../model/limits';
import { z } from '../model/z';
import { parseBaseItem, type BaseItem } from '../packs/base-lines';

/*
 * Browsers clear, lose and damage databases. A number stands both in the database and outside of it: where the one
 * outside has no equal inside, the database is not the one that was. What the reader cannot get anew from a feed or a
 * file stands outside a second time.
 */

const countSchema = z.int().check(z.gte(0));

export const keptSchema = z.object({
  sources: countSchema,
  /** The reader's own, and those renamed, merged, followed, muted or the like. */
  names: countSchema,
  corrections: countSchema,
  /** Titles of the packs that were in use. They are too large to be kept twice. */
  packs: z.array(z.string().check(z.maxLength(limits.titleLength))).check(z.maxLength(100)),
  /** Nothing had to be left out. */
  isWhole: z.boolean(),
});

export const copyNoteSchema = z.object({
  version: z.literal(1),
  mark: countSchema,
  kept: keptSchema,
  /** Of the lines that are kept. */
  hash: z.string().check(z.maxLength(20)),
  /** When they were last written. */
  made: momentSchema,
  /** The base was begun anew: until then nothing is written over the copy, so that the reader can think again. */
  heldUntil: z.optional(momentSchema),
});

export type Kept = z.infer<typeof keptSchema>;
export type CopyNote = z.infer<typeof copyNoteSchema>;

export interface GatheredCopy {
  /** As in a file with everything (`sidelight-base/1`), without its first and last. */
  readonly lines: readonly string[];
  readonly kept: Kept;
}

export interface MarkedBase {
  mark(): Promise<number | undefined>;
  setMark(mark: number): Promise<void>;
  gather(): Promise<GatheredCopy>;
  /** All of it or nothing. What is there already stays as it is. */
  takeIn(items: readonly BaseItem[]): Promise<void>;
}

/** Outside of the database. Whatever cannot be understood there counts as absent. */
export interface SecondCopy {
  note(): Promise<CopyNote | undefined>;
  lines(): Promise<readonly string[]>;
  /** The lines stay as they are where none are given. */
  write(note: CopyNote, lines?: readonly string[]): Promise<void>;
}

export interface SafeKeeping {
  readonly base: MarkedBase;
  readonly copy: SecondCopy;
  readonly now: Date;
  /** From 0 to 1. */
  readonly chance: () => number;
}

/** Of one that is ready, whether the disk was too full to keep what came last. */
export type BaseState = { readonly state: 'ready'; readonly isFull?: boolean } | { readonly state: 'lost'; readonly kept: Kept };

const graceMs = 15 * 60_000;
const marks = 2 ** 48;
const nothing: Kept = { sources: 0, names: 0, corrections: 0, packs: [], isWhole: true };

/** Whether the database is still the one that was; marks one that is new. Not to be run twice at a time. */
export async function stateOfBase({ base, copy, now, chance }: SafeKeeping): Promise<BaseState> {
  const [mark, note] = await Promise.all([base.mark(), copy.note()]);
  if (note && mark === note.mark) return { state: 'ready' };
  if (note && hasAny(note.kept)) return { state: 'lost', kept: note.kept };
  const given = mark ?? note?.mark ?? Math.floor(chance() * marks);
  // Stopped in between, the mark inside is taken for the one outside.
  if (mark === undefined) await base.setMark(given);
  await copy.write({ version: 1, mark: given, kept: nothing, hash: '', made: now.toISOString() }, []);
  return { state: 'ready' };
}

/** Brings the copy up to date, unless the base is lost. Returns whether it wrote. */
export async function keepCopy(keeping: SafeKeeping): Promise<boolean> {
  const { base, copy, now } = keeping;
  if ((await stateOfBase(keeping)).state === 'lost') return false;
  const note = await copy.note();
  if (!note || isHeld(note, now)) return false;
  const { lines, kept } = await base.gather();
  const written = hash([...lines, ...kept.packs].join('\n'));
  if (written === note.hash) return false;
  await copy.write({ version: 1, mark: note.mark, kept, hash: written, made: now.toISOString() }, lines);
  return true;
}

/** Not where the clock was set back since: then it would be held until the clock has come there again. */
function isHeld({ heldUntil = '' }: CopyNote, now: Date): boolean {
  return heldUntil > now.toISOString() && heldUntil <= new Date(now.getTime() + graceMs).toISOString();
}

/** Takes the copy back into the base, on the reader's word. */
export async function restoreLost({ base, copy, now }: SafeKeeping): Promise<Result<Kept>> {
  const note = await copy.note();
  if (!note) return fail('not-found');
  const items = (await copy.lines()).flatMap((line) => {
    const item = parseBaseItem(line);
    return item.ok ? [item.value] : [];
  });
  await base.takeIn(items);
  await base.setMark(note.mark);
  await copy.write({ ...note, made: now.toISOString(), heldUntil: undefined });
  return succeed(note.kept);
}

/** Goes on with the base as it is now. The copy can still be taken back for a quarter of an hour. */
export async function startFresh({ base, copy, now }: SafeKeeping): Promise<void> {
  const note = await copy.note();
  if (!note) return;
  await base.setMark(note.mark);
  await copy.write({ ...note, heldUntil: new Date(now.getTime() + graceMs).toISOString() });
}

function hasAny({ sources, names, corrections, packs }: Kept): boolean {
  return sources + names + corrections + packs.length > 0;
}
