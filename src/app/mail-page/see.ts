// One scan of the page: everything the site's readers give, as the sight the worker takes.
import type { Sight } from '../../features/deadlines/contract.ts';
import type { MailSite, ReadOptions } from '../../sites/site.ts';

export interface Seen {
  sight: Sight;
  /** Something that looks like rows or a thread was there and could not be read. */
  strange: boolean;
}

export function seePage(site: MailSite, document: Document, at: string, options: ReadOptions): Seen {
  const view = site.readView(document);
  const rows = site.readRows(document, options);
  const thread = site.readThread(document, options);
  const found = site.inspect(document, options);
  const searchedFor = view.list === 'search' && view.search ? site.parseSearch(view.search) : null;
  const sight: Sight = {
    source: site.source,
    owner: site.readOwner(document),
    at,
    zone: options.zone,
    view: { list: view.list, ...(searchedFor && { searchedFor }), complete: view.complete },
    rows,
    thread,
    unreadable: false,
    disagreements: found.disagreements,
  };
  return { sight, strange: (found.rowsFound > 0 && found.rowsRead === 0) || (found.threadFound && !found.threadRead) };
}

/** Two sights with the same key tell the same facts; only the time differs. */
export function keyOfSight(sight: Sight): string {
  return JSON.stringify({ ...sight, at: '' });
}
