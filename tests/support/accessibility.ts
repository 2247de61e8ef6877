import axe from 'axe-core';
import { expect } from 'vitest';

/** Fails with the rule and the element for everything that axe finds. Colours need a real browser: see the token tests. */
export async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
  expect(found).toEqual([]);
}
