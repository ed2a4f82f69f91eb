// A mail page of the simplest kind, a site that reads it, and a worker that answers: what the runner is tested with.
import { vi } from 'vitest';
import { makeThreadJudge } from '../../../src/app/mail-page/judge-thread.ts';
import { makePainter } from '../../../src/app/mail-page/paint.ts';
import { startMailPage } from '../../../src/app/mail-page/start.ts';
import type { Sight, SightMarks, ThreadLine, ThreadWhy } from '../../../src/features/deadlines/contract.ts';
import type { Mark } from '../../../src/features/deadlines/mark.ts';
import type { Ask } from '../../../src/features/deadlines/page/ask.ts';
import type { Answer } from '../../../src/messages/contract.ts';
import type { MailSite, ReadOptions } from '../../../src/sites/site.ts';

export const START = '2026-03-09T08:25:30Z';
export const ME = 'mentor@example.edu';

export const openMark = (due: string): Mark => ({ state: 'open', since: '2026-03-07T15:40:00Z', due });

export const line = (fields: Partial<ThreadLine> = {}): ThreadLine => ({
  mark: openMark('2026-03-09T15:40:00Z'),
  mentee: 'Jun Li',
  clause: { document: 'Peer mentor guide', section: 'Section 2', says: 'Answer mentee mail within 48 hours.' },
  relationship: 'r1',
  menteeId: 'p1',
  message: 'm1',
  key: 'k1',
  ...fields,
});

/** Rows are `tr` with the thread's id; `data-odd` rows cannot be read. The thread is a `section`, unreadable in the same way. */
export function drawRows(threads: string[], list = document.querySelector('tbody')!): void {
  list.replaceChildren(
    ...threads.map((id) => {
      const row = document.createElement('tr');
      row.dataset.threadId = id;
      const cell = document.createElement('td');
      cell.textContent = `Subject of ${id}`;
      row.append(cell);
      return row;
    }),
  );
}

export function openThread(id: string): void {
  const thread = document.createElement('section');
  thread.dataset.thread = id;
  thread.append(document.createElement('h2'));
  document.querySelector('section')?.remove();
  document.body.append(thread);
}

export const site: MailSite = {
  id: 'fake',
  source: 'fake-page',
  name: 'Fakemail',
  matches: [],
  readOwner: () => document.body.dataset.owner ?? null,
  readRows: () =>
    [...document.querySelectorAll<HTMLElement>('tr:not([data-odd])')].map((row) => ({
      threadId: row.dataset.threadId!,
      lastMessageId: `last-${row.dataset.threadId}`,
      senders: [{ email: 'jun@example.edu' }],
      subject: row.textContent ?? '',
      unread: false,
    })),
  readThread() {
    const thread = document.querySelector<HTMLElement>('section:not([data-odd])');
    return thread && { threadId: thread.dataset.thread!, subject: 'A question', messages: [] };
  },
  readView: () => ({ list: 'inbox', complete: true }),
  inspect: () => ({
    rowsFound: document.querySelectorAll('tr').length,
    rowsRead: document.querySelectorAll('tr:not([data-odd])').length,
    threadFound: document.querySelector('section') !== null,
    threadRead: document.querySelector('section:not([data-odd])') !== null,
    disagreements: {},
  }),
  rowAnchors: () =>
    [...document.querySelectorAll('tr:not([data-odd])')].map((row) => ({ row, anchor: row.firstElementChild! })),
  threadAnchor: () => document.querySelector('section h2'),
  look: () => ({ dark: document.body.dataset.dark !== undefined, font: 'Roboto', rtl: false }),
  threadUrl: () => null,
  searchFor: () => ({ words: '', url: '' }),
  parseSearch: () => null,
  composeUrl: () => '',
};

interface Call {
  name: string;
  input: unknown;
}

/** A worker that answers each sight by `marks`, a mark for each thread, and what decides a line by `why`. */
export class FakeWorker {
  calls: Call[] = [];
  marks: Record<string, Mark> = {};
  rest: Partial<SightMarks> = {};
  why: ThreadWhy = { decide: [], beside: [], title: '' };
  /** Answers to give instead, in turn. */
  instead: Answer<never>[] = [];
  /** While set, answers wait for `release`. */
  private held: (() => void)[] | null = null;

  ask = (async (name: string, input: unknown) => {
    this.calls.push({ name, input });
    const answer = this.instead.shift() ?? { ok: true, value: this.answer(name, input) };
    if (this.held) await new Promise<void>((resolve) => this.held?.push(resolve));
    return answer;
  }) as Ask;

  hold = () => {
    this.held = [];
  };

  release = async () => {
    const waiting = this.held ?? [];
    this.held = null;
    for (const resolve of waiting) resolve();
    await vi.advanceTimersByTimeAsync(0);
  };

  sights = () => this.calls.filter(({ name }) => name === 'page.saw').map(({ input }) => input as Sight);
  others = () => this.calls.filter(({ name }) => name !== 'page.saw');

  private answer(name: string, input: unknown): unknown {
    if (name === 'page.saw') return this.judge(input as Sight);
    if (name === 'thread.why') return this.why;
    return name === 'fact.undo' ? null : { list: 'contacts', id: 'c1' };
  }

  private judge(sight: Sight): SightMarks {
    const rows = sight.rows.map((row) => this.marks[row.threadId ?? ''] ?? null);
    return { rows, line: null, suspect: null, ...this.rest };
  }
}

export interface Running {
  worker: FakeWorker;
  scans: () => number;
  /** What the readers were told at each scan. */
  options: () => (ReadOptions | undefined)[];
  changed: () => void;
  alive: { value: boolean };
  end: AbortController;
}

export function preparePage(threads: string[]): void {
  document.body.innerHTML = '<table><tbody></tbody></table>';
  document.body.dataset.owner = ME;
  delete document.body.dataset.dark;
  drawRows(threads);
}

/** Starts the runner on the page as it stands. `isTrusted` stands for a person's press: scripts cannot make one. */
export function run(worker = new FakeWorker(), isTrusted = () => true): Running {
  const end = new AbortController();
  const alive = { value: true };
  const readRows = vi.fn<MailSite['readRows']>(site.readRows);
  let changed = () => {};
  startMailPage(
    { ...site, readRows },
    {
      ask: worker.ask,
      loadPainter: async () => makePainter,
      loadJudge: async () => makeThreadJudge,
      onChanged: (listener) => {
        changed = listener;
      },
      isAlive: () => alive.value,
      end,
      now: () => new Date().toISOString(),
      zone: 'Europe/Berlin',
      document,
      mode: 'open',
      isTrusted,
    },
  );
  return {
    worker,
    scans: () => readRows.mock.calls.length,
    options: () => readRows.mock.calls.map(([, options]) => options),
    changed: () => changed(),
    alive,
    end,
  };
}

export const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Each row's words of ours, '' where it has none. */
export const chipTexts = () =>
  [...document.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('[data-wm]')]
      .map((host) => host.shadowRoot?.querySelector('.chip')?.textContent)
      .join('|'),
  );

/** The shadow root above the open thread. */
export const aboveThread = () => document.querySelector('section > [data-wm]')?.shadowRoot ?? null;

export const press = (label: string, root: ParentNode | null = aboveThread()) => {
  const button = [...(root?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === label);
  if (!button) throw new Error(`no button "${label}"`);
  button.focus();
  button.click();
};

export function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}
