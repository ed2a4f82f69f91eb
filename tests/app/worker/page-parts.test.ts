import { describe, expect, it, vi } from 'vitest';
import { mailPageHandlers } from '../../../src/app/worker/page-parts.ts';

describe('the parts that are shown', () => {
  it.each(['mail-parts', 'mail-judge'] as const)('are put into the tab that asks, and no other: %s', async (script) => {
    const executeScript = vi.fn(async () => []);
    await mailPageHandlers({ executeScript })['page.parts']({ script }, { tab: 7 });
    expect(executeScript.mock.calls).toEqual([[{ target: { tabId: 7 }, files: [`/${script}.js`] }]]);
  });

  it('are refused to who is in no tab', async () => {
    const executeScript = vi.fn(async () => []);
    await expect(mailPageHandlers({ executeScript })['page.parts']({ script: 'mail-parts' }, {})).rejects.toMatchObject(
      {
        code: 'not-allowed',
      },
    );
    expect(executeScript).not.toHaveBeenCalled();
  });
});
