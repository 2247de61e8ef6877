/**
 * Properties of the annotator's own objects that are written often, so that its bundle may call them by a letter. Only
 * names belong here that nothing beyond that bundle knows: not the card's script, which shares its objects, no message
 * and no part of the platform.
 */
const names = [
  'isBlock', 'isHidden', 'isLink', 'isMixed', 'beside', 'container', 'linked', 'heading', 'held', 'slotted', 'outer', 'element', 'memory',
  'nextAfter', 'firstIn', 'enter', 'leave', 'finish', // walk-blocks.ts
  'recall', 'forget', 'changes', // read-memory.ts
  'appendBreak', 'appendObject', 'isFull', // text-pieces.ts
  'perBlock', 'againAfter', 'isLinked', 'within', // choose-marks.ts, page-marks.ts
  'isOptional', 'safeParse', 'shape', 'success', 'meanings', // small-z.ts
  'pieces', 'isHeading', // read-blocks.ts
  'structured', 'headline', // page-facts.ts, structured-data.ts
  'metFrame', 'readEvery', 'readAnyway', 'findNames', 'cameBack', 'lookAgain', 'catchUp', 'changed', 'article', 'answer', // keep-annotated.ts
  'tookMs', 'isNew', 'wasRead', 'concerns', 'also', 'looks', 'look', 'lost', // watch-changes.ts, watch-pointer.ts, watch-connection.ts
  'node', 'root', 'core', 'met', 'meta', 'isOwn', 'isCard', 'paint', 'use', 'previous', 'check', 'reply', 'read', 'keep', // pieces, what was found, what is handed to whom
  'markAt', 'entered', 'pressed', 'pressedOutside', 'sinceMs', 'heldKey', // watch-pointer.ts
  'bringCard', 'configure', 'report', 'reveal', 'isExtensionPage', 'dismissed', 'controller', 'breathe', 'workMs', 'result', 'restore', 'isThere', // annotate-page.ts, watch-keys.ts, claim-page.ts, run-in-slices.ts
];

/** For terser; some of them are names that the platform has too, though for nothing that the annotator uses. */
export const shortNames = { builtins: true, regex: new RegExp(`^(?:${names.join('|')})$`) };
