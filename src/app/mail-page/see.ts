// One scan of the page: what the site's readers give, as the sight the worker takes.
import type { Sight } from '../../features/deadlines/contract.ts';
import type { Inspection, MailSite, PageReading, ReadOptions } from '../../sites/site.ts';

/** What is read at every scan. How well it was read is looked at afterwards, and less often: it costs more. */
export type Reading = Omit<Sight, 'unreadable' | 'disagreements'>;

export function readPage(site: MailSite, document: Document, at: string, options: ReadOptions): Reading {
  const { owner, view, rows, thread } = site.readAll?.(document, options) ?? readEach(site, document, options);
  const searchedFor = view.list === 'search' && view.search ? site.parseSearch(view.search) : null;
  return {
    source: site.source,
    owner,
    at,
    zone: options.zone,
    view: { list: view.list, ...(searchedFor && { searchedFor }), complete: view.complete },
    rows,
    thread,
  };
}

function readEach(site: MailSite, document: Document, options: ReadOptions): PageReading {
  return {
    owner: site.readOwner(document),
    view: site.readView(document),
    rows: site.readRows(document, options),
    thread: site.readThread(document, options),
  };
}

/** Two readings with the same key tell the same facts; only the time differs. */
export function keyOfReading(reading: Reading): string {
  return JSON.stringify({ ...reading, at: '' });
}

/** Something that looks like rows or a thread is there and can't be read. */
export const isStrange = ({ rowsFound, rowsRead, threadFound, threadRead }: Inspection) =>
  (rowsFound > 0 && rowsRead === 0) || (threadFound && !threadRead);

export const hasRead = ({ rows, thread }: Reading) => rows.length > 0 || thread !== null;
