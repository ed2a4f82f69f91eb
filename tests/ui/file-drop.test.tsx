// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { FileDrop, type FileTask, useFileReading } from '../../src/ui/FileDrop.tsx';
import { allByRole, byRole, click, expectAccessible, give, mount, pageText, settle } from './page.ts';

let tasks: (FileTask & { end: () => void })[] = [];

function Place({ isReady = true }: { isReady?: boolean }) {
  const { reading, read } = useFileReading(
    (task) => new Promise<void>((resolve) => void tasks.push({ ...task, end: resolve })),
  );
  const unready = isReady ? null : <p>Add your mentees first.</p>;
  return <FileDrop reading={reading} choose="Choose files" hint="or drop them" unready={unready} onFiles={read} />;
}

async function drop(...names: string[]): Promise<void> {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { files: names.map((name) => new File(['x'], name)) } });
  await act(() => void document.querySelector('.drop')!.dispatchEvent(event));
  await settle();
}

async function end(at: number): Promise<void> {
  await act(() => tasks[at]!.end());
  await settle();
}

const read = () => tasks.map(({ file }) => file.name);

describe('a place to drop files', () => {
  beforeEach(() => {
    tasks = [];
  });

  it('reads what is dropped one after the other, says how far it is, and is free again', async () => {
    await mount(<Place />);
    await drop('a.mbox', 'b.mbox');
    expect([read(), pageText()]).toEqual([['a.mbox'], 'Reading a.mboxStop']);
    await act(() => tasks[0]!.onProgress(0.5));
    await expectAccessible();
    await end(0);
    expect([read(), document.querySelector('progress')?.value]).toEqual([['a.mbox', 'b.mbox'], 0]);
    await end(1);
    expect(pageText()).toBe('Choose filesor drop them');
  });

  it('reads what is chosen with its button', async () => {
    await mount(<Place />);
    await give(document.querySelector<HTMLElement>('input[type=file]')!, 'term.ics', 'x');
    expect(read()).toEqual(['term.ics']);
  });

  it('stops when asked to, and begins none of the files that follow', async () => {
    await mount(<Place />);
    await drop('a.mbox', 'b.mbox');
    await click(byRole('button', 'Stop'));
    expect(tasks[0]!.signal.aborted).toBe(true);
    await end(0);
    expect([read(), pageText()]).toEqual([['a.mbox'], 'Choose filesor drop them']);
  });

  it('takes nothing while it reads, nor before it can', async () => {
    await mount(<Place />);
    await drop('a.mbox');
    await drop('b.mbox');
    expect(read()).toEqual(['a.mbox']);
    tasks = [];
    await mount(<Place isReady={false} />);
    await drop('c.mbox');
    expect([read(), pageText(), allByRole('button')]).toEqual([[], 'Add your mentees first.', []]);
  });

  it('ends with the page', async () => {
    await mount(<Place />);
    await drop('a.mbox');
    await mount(<p />);
    expect(tasks[0]!.signal.aborted).toBe(true);
  });
});
