// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { useWhenChanged } from '../../../src/app/dashboard/use-when-changed.ts';
import { monday } from '../../ui/monday.ts';
import { byRole, click, mount, pageText, settle } from '../../ui/page.ts';
import { fakeDeps } from '../fake-deps.ts';

/** A reading that ends when it is told to. */
function slowReading() {
  const ends: ((fails: boolean) => void)[] = [];
  const read = () =>
    new Promise<string>((resolve, reject) => {
      const name = `reading ${ends.length + 1}`;
      ends.push((fails) => (fails ? reject(new Error('blocked')) : resolve(name)));
    });
  return { ends, read };
}

async function open() {
  const fake = fakeDeps({ overview: monday() });
  const slow = slowReading();
  function Part() {
    const [live, reload] = useWhenChanged(fake.deps, slow.read);
    return (
      <button type="button" onClick={reload}>
        {live.state === 'ready' ? live.value : live.state}
      </button>
    );
  }
  await mount(<Part />);
  return { ...slow, fake };
}

describe('what is costly to read', () => {
  it('is read once more after any number of changes that came while it was read', async () => {
    const { ends, fake } = await open();
    fake.change();
    fake.change();
    fake.change();
    expect(ends).toHaveLength(1);
    ends[0]?.(false);
    await settle();
    expect(pageText()).toBe('reading 1');
    expect(ends).toHaveLength(2);
    ends[1]?.(false);
    await settle();
    expect(pageText()).toBe('reading 2');
    expect(ends).toHaveLength(2);
  });

  it('says that it failed, and is read again when asked', async () => {
    const { ends } = await open();
    ends[0]?.(true);
    await settle();
    expect(pageText()).toBe('failed');
    await click(byRole('button'));
    ends[1]?.(false);
    await settle();
    expect(pageText()).toBe('reading 2');
  });
});
