// @vitest-environment jsdom
import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SheetApp } from '../../../src/app/sheet/SheetApp.tsx';
import { sampleLedger } from '../../features/report/facts.ts';

const print = vi.fn<() => void>();

async function open(
  hash: string,
  readSmall = sampleLedger as () => ReturnType<typeof sampleLedger>,
): Promise<HTMLElement> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  await act(() => render(<SheetApp hash={hash} readSmall={readSmall} onPrint={print} />, root));
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  return root;
}

afterEach(() => {
  render(null, document.body);
  print.mockClear();
});

describe('the page of the tracking sheet', () => {
  it('shows the sheet that its address names, and prints it', async () => {
    const root = await open('#r1/ana/2016-01-01/2016-12-31');
    expect(root.querySelectorAll('.sheet tbody tr')).toHaveLength(2);
    expect(document.title).toBe('Tracking sheet, آنا الفارسي, 2016-01-01 to 2016-12-31');
    root.querySelector('button')!.click();
    expect(print).toHaveBeenCalledOnce();
  });

  it('says who will read it, and is readable for everybody', async () => {
    const root = await open('#r1//2016-01-01/2016-12-31');
    expect(root.textContent).toContain('For the programme to read.');
    const { violations } = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it.each(['', '#nobody//2016-01-01/2016-12-31', '#r1/nobody/2016-01-01/2016-12-31'])(
    'says what to do at %o',
    async (hash) => {
      const root = await open(hash);
      expect(root.querySelector('[role=alert]')?.textContent).toContain('There is no such sheet.');
    },
  );

  it('says so when the log can’t be read', async () => {
    const root = await open('#r1//2016-01-01/2016-12-31', () => Promise.reject(new Error('no')));
    expect(root.querySelector('[role=alert]')?.textContent).toContain('could not be read');
  });
});
