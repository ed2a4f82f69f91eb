import { expect, it } from 'vitest';
import { monday } from './facts.ts';
import { startWorld } from './world.ts';

it('opens the first run once, when it was just installed, and never after an update', async () => {
  const world = await startWorld(monday);
  world.browser.installed.fire({ reason: 'update' });
  world.browser.installed.fire({ reason: 'chrome_update' });
  await world.settle();
  expect(world.browser.opened).toEqual([]);
  world.browser.installed.fire({ reason: 'install' });
  await world.settle();
  expect(world.browser.opened).toEqual([expect.stringMatching(/dashboard\.html#welcome$/)]);
});
