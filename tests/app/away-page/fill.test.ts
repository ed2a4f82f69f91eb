// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { fillWhenThere } from '../../../src/app/away-page/fill.ts';
import { awayPageHandlers } from '../../../src/app/away-page/worker.ts';
import { awayForm } from '../../../src/sites/gmail/vacation.ts';
import { settingsPage, vacationRow } from '../../sites/gmail/vacation-page.ts';

const values = { subject: 'Away', text: 'Back on 17 March 2026.', from: '2026-03-10', to: '2026-03-16' };

function start(page: Document, onPause: (count: number) => void = () => {}) {
  const { AbortController: PageController } = page.defaultView as unknown as typeof globalThis;
  const end = new PageController();
  let pauses = 0;
  const ground = { document: page, mode: 'open', isTrusted: () => true, signal: end.signal } as const;
  const pause = async () => onPause(++pauses);
  const result = fillWhenThere(awayForm, values, { ground, pause, looks: 20 });
  return { result, end, pauses: () => pauses };
}

const noteOf = (page: Document) =>
  [...page.body.children].map(({ shadowRoot }) => shadowRoot?.textContent ?? '').join('');

describe('in Gmail’s settings', () => {
  it('waits for the form, fills it, and says that nothing is saved', async () => {
    const page = settingsPage({}, []);
    const table = page.querySelector('table tbody')!;
    const { result } = start(page, (count) => {
      if (count === 5) table.insertBefore(settingsPage().querySelectorAll('tr.r7')[3]!, table.lastChild);
    });
    expect(await result).toEqual({ done: true, left: [] });
    expect(noteOf(page)).toMatch(/Filled in\. Nothing is saved yet/);
    expect(page.querySelector<HTMLInputElement>('[aria-label=S]')?.value).toBe('Away');
  });

  it('says which dates to set where their way of writing is not sure', async () => {
    const page = settingsPage({ firstDay: '9/3/2026' });
    expect(await start(page).result).toEqual({ done: true, left: ['first-day', 'last-day'] });
    expect(noteOf(page)).toMatch(/as far as Waymark could be sure/);
    expect(noteOf(page)).toMatch(/first day to .*10.*2026.*last day to .*16.*2026/);
  });

  it('gives up on a page that is not what it knows, and touches nothing', async () => {
    const page = settingsPage({}, [vacationRow(), vacationRow()]);
    const before = page.body.innerHTML;
    const { result, pauses } = start(page);
    expect(await result).toEqual({ done: false, code: 'form-not-found' });
    expect(pauses()).toBe(12);
    expect(page.body.innerHTML).toBe(before);
  });

  it('takes its note away when it ends, or when it is dismissed', async () => {
    const page = settingsPage();
    const { result, end } = start(page);
    await result;
    end.abort();
    expect(noteOf(page)).toBe('');
    await start(page).result;
    [...page.body.children].at(-1)?.shadowRoot?.querySelector('button')?.click();
    expect(noteOf(page)).toBe('');
  });
});

describe('the worker', () => {
  function world(answers: (unknown | Error)[], { allowed = true, tab = { id: 7 } as unknown } = {}) {
    const opened: string[] = [];
    const asked: unknown[] = [];
    const next = async () => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    };
    const handlers = awayPageHandlers<null>({
      permissions: { contains: async () => allowed },
      tabs: {
        create: async ({ url }) => {
          opened.push(url);
          return tab;
        },
        sendMessage: async (id, message) => {
          asked.push([id, message]);
          return next();
        },
      },
      scripting: { executeScript: next },
      page: { origins: ['https://mail.google.com/*'], url: (owner) => `https://mail.google.com/${owner ?? ''}` },
      pause: async () => {},
    });
    const fill = () => handlers['away.fillForm']({ site: 'gmail', owner: 'me@example.com', values }, null);
    return { opened, asked, fill };
  }

  it('opens the page, and goes on until the browser lets the script in', async () => {
    const refused = new Error('Cannot access contents of url "".');
    const { opened, asked, fill } = world([
      refused,
      refused,
      undefined,
      new Error('moved on'),
      undefined,
      { done: true, left: [] },
    ]);
    expect(await fill()).toEqual({ done: true, left: [] });
    expect(opened).toEqual(['https://mail.google.com/me@example.com']);
    expect(asked.at(-1)).toEqual([7, { waymark: 'fill', values }]);
  });

  it('opens nothing without access', async () => {
    const { opened, fill } = world([], { allowed: false });
    expect(await fill()).toEqual({ done: false, code: 'no-access' });
    expect(opened).toEqual([]);
  });

  it.each([
    ['page-closed', [new Error('No tab with id: 7.')], {}],
    ['no-answer', Array(200).fill(new Error('Cannot access contents')), {}],
    ['failed', [], { tab: {} }],
    ['form-not-found', [undefined, { done: false, code: 'form-not-found' }], {}],
  ] as const)('says %s', async (code, answers, more) => {
    expect(await world([...answers], more).fill()).toEqual({ done: false, code });
  });
});
