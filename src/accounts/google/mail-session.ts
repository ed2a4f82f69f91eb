// Gmail, read with a token. A full run searches for the people's mail, some people and a page at a time, and then reads
// the headers of what was found; after it, the mailbox's history tells what came and went.
import type { gmail_v1 } from '@googleapis/gmail';
import * as z from 'zod/mini';
import { AccountProblem } from '../account.ts';
import { concern } from '../concerns.ts';
import type { MailPage, MailProvider, MailSession, ReadMail } from '../mail.ts';
import { askGmail, connectGmail } from './gmail-client.ts';
import { composeQuery } from './mail-query.ts';
import { type MailRun, parseRun } from './mail-run.ts';
import {
  Anything,
  HistoryAnswer,
  headerFields,
  ListAnswer,
  messageFields,
  ProfileAnswer,
  WireHistory,
  WireMessage,
  WireRef,
} from './mail-wire.ts';
import { readMessage } from './read-message.ts';

/** Messages, or records of history, in a page: each message costs a request and 5 of the 250 units a second allows. */
const PAGE = 50;
/** Requests for messages at a time. */
const AT_ONCE = 10;
const me = { userId: 'me' } as const;

export function openGmail(given: Parameters<MailProvider['open']>[0]): MailSession {
  const { users } = connectGmail(given);
  return {
    readPage: (wanted) => {
      const { page, changes } = wanted.cursor;
      return changes === undefined ? searchPage(users, wanted, page) : readChanges(users, wanted, changes);
    },
  };
}

type Users = gmail_v1.Gmail['users'];
type Found = Pick<MailPage, 'put' | 'gone' | 'unreadable'>;

async function searchPage(users: Users, wanted: ReadMail, page: string | undefined): Promise<MailPage> {
  const from = wanted.cursor.from ?? wanted.from;
  const run = page === undefined ? await beginRun(users) : parseRun(page);
  const { page: _page, ...kept } = { ...wanted.cursor, from };
  const query = composeQuery(wanted.people, from, run.past);
  if (!query) return { ...nothing, cursor: { ...kept, changes: run.history }, done: true };
  // A page belongs to its search: with other people in it, the search begins anew.
  const pageToken = run.q === query.q ? run.token : undefined;
  const answer = await askGmail(
    () => users.messages.list({ ...me, q: query.q, maxResults: PAGE, ...(pageToken && { pageToken }) }),
    ListAnswer,
    pageToken ? 'page' : undefined,
  );
  const { ids, odd } = readRefs(answer.messages ?? []);
  const found = await readAll(users, wanted, ids);
  const next: MailRun = answer.nextPageToken
    ? { ...run, token: answer.nextPageToken, q: query.q }
    : { history: run.history, past: query.last };
  return {
    ...found,
    unreadable: found.unreadable + odd,
    cursor: { ...kept, page: JSON.stringify(next) },
    done: false,
  };
}

const nothing: Found = { put: [], gone: [], unreadable: 0 };

async function beginRun(users: Users): Promise<MailRun> {
  const { historyId } = await askGmail(() => users.getProfile(me), ProfileAnswer);
  return { history: historyId, past: '' };
}

async function readChanges(users: Users, wanted: ReadMail, changes: string): Promise<MailPage> {
  const { page, ...kept } = wanted.cursor;
  const answer = await askGmail(
    () =>
      users.history.list({
        ...me,
        startHistoryId: changes,
        historyTypes: ['messageAdded', 'messageDeleted', 'labelRemoved'],
        maxResults: PAGE,
        ...(page && { pageToken: page }),
      }),
    HistoryAnswer,
    page ? 'page' : 'history',
  );
  const { came, gone, odd } = readHistory(answer.history ?? []);
  const found = await readAll(users, wanted, came);
  const result = { put: found.put, gone, unreadable: found.unreadable + odd };
  const next = answer.nextPageToken;
  if (next) return { ...result, cursor: { ...kept, page: next }, done: false };
  return { ...result, cursor: { ...kept, changes: answer.historyId ?? changes }, done: true };
}

/** What came, or came back from spam or the bin; and what was deleted for good and did not come back. */
function readHistory(records: readonly unknown[]): { came: string[]; gone: string[]; odd: number } {
  const came = new Set<string>();
  const gone = new Set<string>();
  let odd = 0;
  for (const record of records) {
    const { data, success } = z.safeParse(WireHistory, record);
    if (!success) odd++;
    for (const { message } of data?.messagesAdded ?? []) came.add(message.id);
    for (const { message, labelIds } of data?.labelsRemoved ?? []) if (isRescued(labelIds)) came.add(message.id);
    for (const { message } of data?.messagesDeleted ?? []) gone.add(message.id.toLowerCase());
  }
  return { came: [...came].filter((id) => !gone.has(id.toLowerCase())), gone: [...gone], odd };
}

const isRescued = (labels: string[] | null | undefined) =>
  Boolean(labels?.some((label) => label === 'SPAM' || label === 'TRASH'));

function readRefs(items: readonly unknown[]): { ids: string[]; odd: number } {
  const parsed = items.map((item) => z.safeParse(WireRef, item));
  const ids = parsed.flatMap(({ data, success }) => (success ? [data.id] : []));
  return { ids, odd: items.length - ids.length };
}

/** What is gone by the time it is asked for is left out. */
async function readAll(users: Users, { people, cursor, from }: ReadMail, ids: string[]): Promise<Found> {
  const where = { people, from: cursor.from ?? from, concerns: concern(people) };
  const found: Found = { put: [], gone: [], unreadable: 0 };
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const answers = await Promise.all(ids.slice(at, at + AT_ONCE).map((id) => readOne(users, id)));
    for (const answer of answers) {
      if (answer === undefined) continue;
      const parsed = z.safeParse(WireMessage, answer);
      const message = parsed.success ? readMessage(parsed.data, where) : null;
      if (!message) found.unreadable++;
      else if ('put' in message) found.put.push(message.put);
    }
  }
  return found;
}

async function readOne(users: Users, id: string): Promise<unknown> {
  const asked = { ...me, id, format: 'metadata', metadataHeaders: headerFields, fields: messageFields };
  return askGmail(() => users.messages.get(asked), Anything).catch((error: unknown) => {
    if (error instanceof AccountProblem && error.code === 'not-shared') return undefined;
    throw error;
  });
}
