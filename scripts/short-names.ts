/**
 * Properties of the annotator's own objects that are written often, so that its bundle may call them by a letter. Only
 * names belong here that nothing beyond that bundle knows: not the card's script, which shares its objects, no message
 * and no part of the platform.
 */
const names = [
  'isBlock', 'isHidden', 'isLink', 'isMixed', 'beside', 'container', 'linked', 'heading', 'held', 'slotted', // walk-blocks.ts
  'recall', 'forget', 'changes', // read-memory.ts
  'appendBreak', 'appendObject', 'isFull', // text-pieces.ts
  'perBlock', 'againAfter', // choose-marks.ts
  'isOptional', 'safeParse', // small-z.ts
  'pieces', 'isHeading', // read-blocks.ts
  'structured', // page-facts.ts
  'metFrame', 'readEvery', 'readAnyway', // keep-annotated.ts
  'tookMs', // watch-changes.ts
];

/** For terser. */
export const shortNames = { regex: new RegExp(`^(?:${names.join('|')})$`) };
