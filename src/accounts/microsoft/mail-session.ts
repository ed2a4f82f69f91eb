// Microsoft's mail, read with a token: a folder's messages with delta, links followed as they are. Ids are the immutable
// ones, which a message keeps when it is moved to another folder: gone from one, it comes again in the other as the same.
import * as z from 'zod/mini';
import { AccountProblem } from '../account.ts';
import { concern } from '../concerns.ts';
import type { MailPage, MailProvider, MailSession, ReadMail } from '../mail.ts';
import { type AskGraph, connectGraph } from './client.ts';
import { planNext, planStep, planWhole, type Step } from './mail-run.ts';
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
  if (answer === 'none') return { ...nothing(), cursor: { from: wanted.from }, done: true };
  if (answer === 'unfiltered') return { ...nothing(), ...planWhole(wanted) };
  const { value, '@odata.nextLink': next, '@odata.deltaLink': delta } = answer;
  return { ...readItems(value, wanted), ...planNext(wanted, step, { next, delta, count: value.length }) };
}

const nothing = (): Omit<MailPage, 'cursor' | 'done'> => ({ put: [], gone: [], unreadable: 0 });

type Answer = z.output<typeof MessagesAnswer>;

/**
 * `none`: an archive that is not there; it comes into being when something is first archived. `unfiltered`: Graph refuses
 * the filter that it describes (microsoft-graph-docs issue 18636).
 */
async function askFor(ask: AskGraph, step: Step, { folder }: ReadMail): Promise<Answer | 'none' | 'unfiltered'> {
  const asked = ask(step.path, 'list', headers).then(parseAnswer);
  return asked.catch((error: unknown) => {
    const code = step.begins && error instanceof AccountProblem ? error.code : undefined;
    if (code === 'not-shared' && folder === 'archive') return 'none';
    if (code === 'failed' && step.came !== undefined) return 'unfiltered';
    throw error;
  });
}

function parseAnswer(body: unknown): Answer {
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
