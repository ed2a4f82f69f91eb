// @vitest-environment jsdom
import axe from 'axe-core';
import { unzipSync } from 'fflate';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReportActions, type ReportActionsProps } from '../../../../src/features/report/views/ReportActions.tsx';
import { writeZip } from '../../../../src/files/bundle/zip.ts';
import { NOW, request, SHARED, sampleLedger } from '../facts.ts';

let saved: { name: string; bytes: Uint8Array; type: string }[];
let opened: string[];
let root: HTMLElement;

beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
});

beforeEach(async () => {
  [saved, opened] = [[], []];
  root = document.createElement('main');
  document.body.replaceChildren(root);
  const props: ReportActionsProps = {
    request,
    ledger: await sampleLedger(),
    readAttachment: vi.fn<ReportActionsProps['readAttachment']>(async () => undefined),
    writeZip,
    now: () => NOW,
    openPage: (path) => opened.push(path),
    download: (name, bytes, type) => saved.push({ name, bytes, type }),
  };
  await act(() => render(<ReportActions {...props} />, root));
});

/** What is set while waiting shows only at the end of `act`, and what that leads to at the end of the next. */
async function wait(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await act(() => new Promise((resolve) => setTimeout(resolve, 40)));
}
const press = async (label: string) => {
  await act(() => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label)!.click());
  await wait();
};
const rows = () => [...root.querySelectorAll('tbody th')].map((cell) => cell.textContent);

describe('what can be made of a log', () => {
  it('is a sheet that opens in a page of ours', async () => {
    await press('Tracking sheet');
    expect(opened).toEqual(['/sheet.html#r1//2016-01-01/2016-12-31']);
  });

  it('is a letter’s draft as a file', async () => {
    await press('Hours letter draft');
    expect(saved).toMatchObject([{ name: 'hours-letter-draft-2016-01-01-2016-12-31.txt', type: 'text/plain' }]);
    expect(new TextDecoder().decode(saved[0]!.bytes)).toMatch(/^DRAFT/);
  });

  it('is a bundle, of which nothing leaves before it was shown', async () => {
    await press('Audit bundle');
    const listed = rows();
    expect([listed.length, saved]).toEqual([7, []]);
    expect(root.textContent).toContain('Who will read it: Whoever you give it to');
    await press('Save the bundle');
    expect(Object.keys(unzipSync(saved[0]!.bytes))).toEqual(listed);
    expect(root.querySelector('dialog')).toBeNull();
  });

  it('takes shared notes along only when that is ticked', async () => {
    await press('Audit bundle');
    await act(() => root.querySelector<HTMLInputElement>('input[type=checkbox]')!.click());
    await wait();
    await press('Save the bundle');
    const chain = unzipSync(saved[0]!.bytes)['chain.json'];
    expect(new TextDecoder().decode(chain)).toContain(SHARED);
  });

  it('takes the programme’s document along, and says so first', async () => {
    await press('Audit bundle');
    const input = root.querySelector<HTMLInputElement>('input[type=file]')!;
    const file = { name: 'Guide.pdf', arrayBuffer: async () => new Uint8Array([37, 80]).buffer };
    Object.defineProperty(input, 'files', { value: [file] });
    await act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
    await wait();
    expect(rows()).toContain('guidelines/Guide.pdf');
  });

  it('leaves nothing when it is cancelled', async () => {
    await press('Audit bundle');
    await press('Cancel');
    expect([saved, root.querySelector('dialog')]).toEqual([[], null]);
  });

  it('is readable for everybody', async () => {
    await press('Audit bundle');
    const { violations } = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
