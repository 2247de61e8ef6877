import browser from 'webextension-polyfill';
import { limits } from '../model/limits';
import { z } from '../model/z';
import { copyNoteSchema, type SecondCopy } from '../services/keep-safe';

export const noteKey = 'kept';
const linesKey = 'keptLines';
const linesSchema = z.array(z.string().check(z.maxLength(limits.packLineLength))).check(z.maxLength(200_000));

/** The second copy, in `storage.local`: small enough to be read at any time beside its lines, which seldom are. */
export const secondCopy: SecondCopy = {
  async note() {
    return copyNoteSchema.safeParse((await browser.storage.local.get(noteKey))[noteKey]).data;
  },
  async lines() {
    return linesSchema.safeParse((await browser.storage.local.get(linesKey))[linesKey]).data ?? [];
  },
  async write(note, lines) {
    await browser.storage.local.set({ [noteKey]: note, ...(lines && { [linesKey]: lines }) });
  },
};
