import { describe, expect, it, vi } from 'vitest';
import { mailPageHandlers } from '../../../src/app/worker/page-parts.ts';

describe('the parts that are shown', () => {
  it('are put into the tab that asks, and no other', async () => {
    const executeScript = vi.fn(async () => []);
    await mailPageHandlers({ executeScript })['page.parts']({}, { tab: 7 });
    expect(executeScript.mock.calls).toEqual([[{ target: { tabId: 7 }, files: ['/mail-parts.js'] }]]);
  });

  it('are refused to who is in no tab', async () => {
    const executeScript = vi.fn(async () => []);
    await expect(mailPageHandlers({ executeScript })['page.parts']({}, {})).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect(executeScript).not.toHaveBeenCalled();
  });
});
