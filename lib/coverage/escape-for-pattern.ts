/** A text as a piece of a regular expression that matches it and nothing else. */
export function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
