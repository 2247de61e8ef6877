/** @param key a name or topic, folded: the same is learned under the same id in every browser */
export function learnedId(key: string): string {
  return `learned:${key.replaceAll(' ', '-')}`;
}
