// The whole page found once: its views, the list's rows and the open thread's messages.
import { type FoundEntry, findEntries } from './entries.ts';
import { type FoundRow, findRows } from './rows.ts';
import { findViews } from './visible.ts';

export interface FoundPage {
  document: Document;
  views: ParentNode[];
  rows: FoundRow[];
  entries: FoundEntry[];
}

export function findPage(document: Document): FoundPage {
  const views = findViews(document);
  return { document, views, rows: findRows(views), entries: findEntries(document, views) };
}
