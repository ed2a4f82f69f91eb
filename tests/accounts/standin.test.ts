// Both providers' mail and automatic replies against the stand-in, which keeps state: what is read is what is there.
import { afterEach, expect, it } from 'vitest';
import { gmailMail } from '../../src/accounts/google/mail.ts';
import type { MailPage, MailProvider, ReadMail } from '../../src/accounts/mail.ts';
import { microsoftMail } from '../../src/accounts/microsoft/mail.ts';
import { Message } from '../../src/domain/thread/message.ts';
import { ask, signIn } from '../standin/client.ts';
import { accounts, cohort, elif, priya } from '../standin/semester/cast.ts';
import { immutableItemId, outlookConversationId } from '../standin/semester/ids.ts';
import { manyMessages } from '../standin/semester/many-mail.ts';
import { addressOf, myAddress } from '../standin/semester/post.ts';
import { demonstration, type StandinMessage, semester } from '../standin/semester.ts';
import { type Standin, startStandin } from '../standin/server.ts';
import { codeOf } from './fake-web.ts';

let standin: Standin;
afterEach(() => standin?.close());

const from = '2025-09-01T00:00:00Z';
const people = new Set(cohort.flatMap(({ emails }) => emails));
const own = new Set(accounts.map(({ address }) => address.email));

async function start(messages: StandinMessage[] = []): Promise<void> {
  standin = await startStandin({ semester: semester(), look: { autoConsent: true }, messages });
}

/** Signed in for mail and its settings, over the stand-in's own TLS. */
async function open(provider: MailProvider, vendor: 'google' | 'microsoft') {
  const scope = [...provider.scopes, ...provider.autoReplyScopes, 'openid', 'offline_access'].join(' ');
  const { tokens } = await signIn(standin, vendor, scope);
  const fetch = async (input: string, init: RequestInit = {}) => {
    const headers = Object.fromEntries(new Headers(init.headers));
    const json = init.body ? JSON.parse(String(init.body)) : undefined;
    const { body, ...answer } = await ask(standin, input, { method: init.method ?? 'GET', headers, json });
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), answer);
  };
  const given = { fetch: fetch as typeof globalThis.fetch, token: tokens.access_token, now: () => demonstration.now };
  return { mail: provider.open(given), reply: provider.openAutoReply(given) };
}

async function run(
  mail: ReturnType<MailProvider['open']>,
  folder: ReadMail['folder'],
  cursor: ReadMail['cursor'] = {},
): Promise<MailPage> {
  const all: Pick<MailPage, 'put' | 'gone' | 'unreadable'> = { put: [], gone: [], unreadable: 0 };
  for (let pages = 0; pages < 400; pages++) {
    const page = await mail.readPage({ folder, cursor, from, people, own });
    all.put.push(...page.put);
    all.gone.push(...page.gone);
    all.unreadable += page.unreadable;
    cursor = page.cursor;
    if (page.done) return { ...page, ...all };
  }
  throw new Error('the run came to no end');
}

/** What the stand-in really holds of the people's mail. */
const truth = (account: string, places: readonly string[]) =>
  standin
    .state()
    .filter((each) => each.account === account && !each.draft && places.includes(each.labels[0]!))
    .filter(({ sentAt }) => Date.parse(sentAt) >= Date.parse(from))
    .filter((each) =>
      [each.from, ...each.to, ...each.cc, ...(each.bcc ?? [])].some(({ email }) => people.has(email.toLowerCase())),
    );
const idsOf = (messages: readonly { id: string }[]) => [...new Set(messages.map(({ id }) => id))].sort();

it.each(['inbox', 'sent', 'archive'] as const)(
  'reads all of Outlook’s %s that is the people’s, and no more',
  async (folder) => {
    await start();
    const { mail } = await open(microsoftMail, 'microsoft');
    const { put, unreadable } = await run(mail, folder);
    const real = truth('outlook', [folder]);
    expect(idsOf(put)).toEqual(real.map(({ id }) => immutableItemId(id)).sort());
    expect(unreadable).toBe(0);
    for (const message of put) {
      expect(Message.safeParse(message).error).toBeUndefined();
      const same = real.find(({ id }) => immutableItemId(id) === message.id)!;
      expect(message.threadId).toBe(outlookConversationId(same.threadId));
      expect(message.kind).toBe(same.kind ?? 'personal');
    }
  },
);

it('reads a folder of more messages than Graph’s filter gives', async () => {
  await start(manyMessages({ account: 'outlook', count: 9000, now: demonstration.now, daysBack: 150 }));
  const { mail } = await open(microsoftMail, 'microsoft');
  expect(idsOf((await run(mail, 'inbox')).put)).toEqual(
    truth('outlook', ['inbox'])
      .map(({ id }) => immutableItemId(id))
      .sort(),
  );
}, 60_000);

it('follows what changes in Outlook, and gives a moved message the same id again', async () => {
  await start();
  const { mail } = await open(microsoftMail, 'microsoft');
  const before = await run(mail, 'inbox');
  const archive = await run(mail, 'archive');
  const came = standin.deliver({
    account: 'outlook',
    at: Date.parse(demonstration.now),
    from: addressOf(elif),
    to: [myAddress('outlook')],
    subject: 'New',
    body: 'x',
  });
  const id = immutableItemId(came.id);
  const after = await run(mail, 'inbox', before.cursor);
  expect(after.put.map((each) => each.id)).toEqual([id]);
  standin.mail.move(came.id, 'archive');
  expect(await run(mail, 'inbox', after.cursor)).toMatchObject({ put: [], gone: [id] });
  expect((await run(mail, 'archive', archive.cursor)).put.map((each) => each.id)).toEqual([id]);
  standin.mail.expireTokens('outlook');
  expect(await codeOf(run(mail, 'inbox', after.cursor))).toBe('expired-cursor');
});

it('reads all of Gmail that is the people’s, and no more, and follows what changes', async () => {
  await start();
  const { mail } = await open(gmailMail, 'google');
  const full = await run(mail, 'all');
  expect(idsOf(full.put)).toEqual(idsOf(truth('gmail', ['inbox', 'sent', 'archive'])));
  expect(full.unreadable).toBe(0);
  for (const message of full.put) expect(Message.safeParse(message).error).toBeUndefined();
  const letter = { account: 'gmail' as const, at: Date.parse(demonstration.now), to: [myAddress('gmail')], body: 'x' };
  const came = standin.deliver({ ...letter, from: addressOf(priya), subject: 'New' });
  standin.deliver({ ...letter, from: { name: 'Office', email: 'office@umms.example.edu' }, subject: 'Notice' });
  const { put, cursor } = await run(mail, 'all', full.cursor);
  expect(put.map(({ id }) => id)).toEqual([came.id]);
  standin.mail.remove(came.id);
  expect(await run(mail, 'all', cursor)).toMatchObject({ put: [], gone: [came.id] });
  standin.mail.expireTokens('gmail');
  expect(await codeOf(run(mail, 'all', cursor))).toBe('expired-cursor');
});

it.each([
  ['microsoft', microsoftMail],
  ['google', gmailMail],
] as const)('sets and puts back the automatic reply of %s', async (vendor, provider) => {
  await start();
  const { reply } = await open(provider, vendor);
  const before = await reply.read();
  const wanted = {
    on: true,
    from: '2026-03-16T04:00:00Z',
    to: '2026-03-21T04:00:00Z',
    inside: '<p>in</p>',
    outside: '<p>out</p>',
  };
  const set = await reply.write(wanted, before.version);
  expect(set).toMatchObject({ on: true, from: wanted.from, to: wanted.to, outside: expect.stringContaining('out') });
  expect(await codeOf(reply.write(wanted, before.version))).toBe('changed-meanwhile');
  const { version: _, ...old } = before;
  expect(await reply.write(old, set.version)).toMatchObject({ on: false, inside: before.inside });
});
