/** How long what moves longest takes, in milliseconds. Runs in the page, alone. */
export function longestMotion(root: ParentNode = document): number {
  return [...root.querySelectorAll('*')]
    .map((element) => getComputedStyle(element))
    .flatMap(({ animationDuration, transitionDuration }) => `${animationDuration},${transitionDuration}`.split(','))
    .map((written) => parseFloat(written) * (written.trim().endsWith('ms') ? 1 : 1_000))
    .reduce((longest, each) => Math.max(longest, Number.isNaN(each) ? 0 : each), 0);
}
