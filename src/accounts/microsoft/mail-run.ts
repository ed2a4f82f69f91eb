// Where a run over a folder has come to. Graph filters changes by when a message came, which spares what is older, but
// then gives 5,000 messages at most (learn.microsoft.com/graph/delta-query-messages): a run that reaches them is followed
// by one over the whole folder.
import type { Cursor } from '../../domain/meeting/calendar.ts';
import type { MailPage, ReadMail } from '../mail.ts';
import { messageFields } from './mail-wire.ts';

const MOST_FILTERED = 5000;
const WHOLE = 'whole';

/** The folders by the names Graph knows them by. */
const names: Partial<Record<ReadMail['folder'], string>> = { inbox: 'inbox', sent: 'sentitems', archive: 'archive' };

export interface Step {
  /** A path, or a link as Graph gave it. */
  path: string;
  /** True for the first request of a run. */
  begins: boolean;
  /** Messages that came so far in a filtered run; undefined in others. */
  came?: number;
}

/** The next request. */
export function planStep({ cursor, folder, from }: ReadMail): Step {
  const { page, changes } = cursor;
  if (page === WHOLE) return { path: composePath(folder), begins: true };
  if (page === undefined) {
    if (changes !== undefined) return { path: changes, begins: false };
    return { path: composePath(folder, cursor.from ?? from), begins: true, came: 0 };
  }
  const counted = /^(\d{1,6}) (.+)$/s.exec(page);
  return counted ? { path: counted[2]!, begins: false, came: Number(counted[1]) } : { path: page, begins: false };
}

/** Instants are sent with Z: the client does not encode a `+`. */
function composePath(folder: ReadMail['folder'], from?: string): string {
  const filter = from === undefined ? '' : `&$filter=${encodeURIComponent(`receivedDateTime ge ${from}`)}`;
  const name = names[folder] ?? folder;
  return `/me/mailFolders/${name}/messages/delta?$select=${messageFields.join(',')}${filter}`;
}

/** The run begins again, over the whole folder. */
export function planWhole({ cursor, from }: Pick<ReadMail, 'cursor' | 'from'>): Pick<MailPage, 'cursor' | 'done'> {
  const { changes: _changes, ...kept } = cursor;
  return { cursor: { ...kept, from: cursor.from ?? from, page: WHOLE }, done: false };
}

interface Links {
  next: string | null | undefined;
  delta: string | null | undefined;
  /** Messages in the answer. */
  count: number;
}

/** The cursor after an answer. The link of a run of changes is kept beside its pages, so that a run can begin again. */
export function planNext(
  { cursor, from }: ReadMail,
  { came }: Step,
  { next, delta, count }: Links,
): Pick<MailPage, 'cursor' | 'done'> {
  const { page: _page, changes, ...rest } = cursor;
  const kept: Cursor = { ...rest, from: cursor.from ?? from };
  const total = came === undefined ? undefined : came + count;
  if (next) {
    const page = total === undefined ? next : `${total} ${next}`;
    return { cursor: { ...kept, ...(changes !== undefined && { changes }), page }, done: false };
  }
  if (total !== undefined && total >= MOST_FILTERED) return planWhole({ cursor, from });
  return { cursor: { ...kept, ...(delta && { changes: delta }) }, done: true };
}
