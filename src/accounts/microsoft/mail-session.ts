// Microsoft's mail, read with a token: a folder's messages with delta, links followed as they are. Ids are the immutable
// ones, which a message keeps when it is moved to another folder: gone from one, it comes again in the other as the same.
import * as z from 'zod/mini';
import { AccountProblem } from '../account.ts';
import { concern } from '../concerns.ts';
import type { MailPage, MailProvider, MailSession, ReadMail } from '../mail.ts';
import { type AskGraph, connectGraph } from './client.ts';
import { planNext, planStep, type Step } from './mail-run.ts';
import { MessagesAnswer, WireMessage } from './mail-wire.ts';
import { readMessage } from './read-message.ts';

/** Messages in a page. Graph gives fewer when they are large. */
const PAGE = 200;
const headers = { Prefer: `IdType="ImmutableId", odata.maxpagesize=${PAGE}` };

export function openMicrosoftMail(given: Parameters<MailProvider['open']>[0]): MailSession {
  const ask = connectGraph(given);
  return { readPage: (wanted) => readPage(ask, wanted) };
}

async function readPage(ask: AskGraph, wanted: ReadMail): Promise<MailPage> {
  const step = planStep(wanted);
  const answer = await askFor(ask, step, wanted);
  if (!answer) return { put: [], gone: [], unreadable: 0, cursor: { from: wanted.from }, done: true };
  const { value, '@odata.nextLink': next, '@odata.deltaLink': delta } = answer;
  return { ...readItems(value, wanted), ...planNext(wanted, step, { next, delta, count: value.length }) };
}

/** Nothing for an archive that is not there: it comes into being when something is first archived. */
async function askFor(
  ask: AskGraph,
  { path, begins }: Step,
  { folder }: ReadMail,
): Promise<z.output<typeof MessagesAnswer> | undefined> {
  const body = await ask(path, 'list', headers).catch((error: unknown) => {
    const isNone = error instanceof AccountProblem && error.code === 'not-shared' && begins && folder === 'archive';
    if (isNone) return undefined;
    throw error;
  });
  if (body === undefined) return undefined;
  const parsed = z.safeParse(MessagesAnswer, body);
  if (!parsed.success) throw new AccountProblem('unreadable', 'Graph answered in an unknown form');
  return parsed.data;
}

function readItems(
  items: readonly unknown[],
  { folder, cursor, from, people, own }: ReadMail,
): Pick<MailPage, 'put' | 'gone' | 'unreadable'> {
  const where = { folder, from: cursor.from ?? from, people, own, concerns: concern(people) };
  const found: Pick<MailPage, 'put' | 'gone' | 'unreadable'> = { put: [], gone: [], unreadable: 0 };
  for (const item of items) {
    const parsed = z.safeParse(WireMessage, item);
    const message = parsed.success ? readMessage(parsed.data, where) : null;
    if (!message) found.unreadable++;
    else if ('put' in message) found.put.push(message.put);
    else if ('gone' in message) found.gone.push(message.gone);
  }
  return found;
}
