/** What is longer is no word: a few such would take more room than all that is worth remembering. */
export const longestWord = 40;
