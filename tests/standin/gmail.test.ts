import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from './client.ts';
import { amina, jun, priya } from './semester/cast.ts';
import { addressOf, myAddress } from './semester/post.ts';
import { demonstration, semester } from './semester.ts';
import { type Standin, startStandin } from './server.ts';

interface Body {
  id: string;
  messages?: { id: string; threadId: string }[];
  nextPageToken?: string;
  history?: Record<string, unknown>[];
  historyId: string;
  labelIds: string[];
  payload: { mimeType: string; headers: { name: string; value: string }[]; body?: unknown };
  error?: { errors: { reason: string }[] };
}

let standin: Standin;
let get: (path: string) => Promise<{ status: number; body: Body }>;
const users = 'https://gmail.googleapis.com/gmail/v1/users/me';
const now = Date.parse(demonstration.now);

async function open(...names: string[]): Promise<void> {
  const scopes = names.map((name) => `https://www.googleapis.com/auth/gmail.${name}`).join(' ');
  const client = await signIn(standin, 'google', `${scopes} openid`);
  get = (path) => client.get(`${users}${path}`) as ReturnType<typeof get>;
}

beforeEach(async () => {
  standin = await startStandin({ semester: semester(), look: { autoConsent: true } });
  await open('readonly');
});
afterEach(() => standin.close());

const mine = () => standin.state().filter(({ account }) => account === 'gmail');
const search = (q: string, more = '') => get(`/messages?q=${encodeURIComponent(q)}${more}`);
const from = (subject: string, more: object = {}) =>
  standin.deliver({
    account: 'gmail',
    at: now,
    from: addressOf(amina),
    to: [myAddress('gmail')],
    subject,
    body: 'x',
    ...more,
  });

describe('the stand-in’s Gmail API', () => {
  it('finds the mail of people since a moment, in pages, by the ids of the page', async () => {
    const after = Date.parse('2026-01-01T00:00:00Z') / 1000;
    const [one, two] = [amina.emails[0]!, priya.emails[1]!];
    const q = `{from:${one} to:${one} cc:${one} bcc:${one} from:${two} to:${two}} after:${after} -in:drafts -in:chats`;
    const found: string[] = [];
    let token = '';
    do {
      const { body } = await search(q, `&maxResults=3${token && `&pageToken=${token}`}`);
      found.push(...(body.messages ?? []).map(({ id }) => id));
      token = body.nextPageToken ?? '';
    } while (token);
    const truth = mine().filter(
      ({ sentAt, from, to, cc }) =>
        sentAt > '2026-01-01T00:00:01' && [from, ...to, ...cc].some(({ email }) => email === one || email === two),
    );
    expect(found).toEqual(truth.map(({ id }) => id).toReversed());
    expect(found.length).toBeGreaterThan(5);
    expect(standin.complaints).toEqual([]);
  });

  it('takes a page’s token for its own search alone', async () => {
    const { nextPageToken } = (await search('in:inbox', '&maxResults=2')).body;
    expect((await search('in:sent', `&maxResults=2&pageToken=${nextPageToken}`)).status).toBe(400);
    expect((await search('mood:good')).status).toBe(400);
  });

  it('gives a message’s header fields, those asked for, and no body with them', async () => {
    const sent = mine().findLast(({ labels, subject }) => labels.includes('sent') && subject.startsWith('Re: '))!;
    const { body } = await get(`/messages/${sent.id}?format=metadata&metadataHeaders=from&metadataHeaders=In-Reply-To`);
    expect(body).toMatchObject({
      id: sent.id,
      threadId: sent.threadId,
      labelIds: ['SENT'],
      internalDate: String(Date.parse(sent.sentAt)),
    });
    expect(body.payload.headers.map(({ name }) => name)).toEqual(['In-Reply-To', 'From']);
    expect(body.payload).not.toHaveProperty('body');
    expect((await get('/messages/ffff')).status).toBe(404);
    expect(standin.complaints).toEqual([]);
  });

  it('marks drafts, what is unread, and what is in the bin, which no search finds', async () => {
    const draft = from('Half a thought', { draft: true });
    const unread = from('New', { unread: true });
    expect((await get(`/messages/${draft.id}?format=minimal`)).body.labelIds).toEqual(['DRAFT']);
    expect((await get(`/messages/${unread.id}?format=minimal`)).body.labelIds).toEqual(['UNREAD', 'INBOX']);
    standin.mail.move(unread.id, 'trash');
    const ids = async (q: string) => ((await search(q)).body.messages ?? []).map(({ id }) => id);
    expect(await ids(`from:${amina.emails[0]} -in:drafts`)).not.toContain(draft.id);
    expect(await ids(`from:${amina.emails[0]}`)).not.toContain(unread.id);
    expect(await ids('in:trash')).toEqual([unread.id]);
  });

  it('tells what came, went and was labelled since a history id, and that one is too old', async () => {
    const { historyId } = (await get('/profile')).body;
    const history = (id: string, more = '') => get(`/history?startHistoryId=${id}${more}`);
    expect((await history(historyId)).body).toEqual({ historyId });
    const [came, other] = [from('One', { unread: true }), from('Two')];
    standin.mail.markRead('gmail', came.threadId);
    standin.mail.move(came.id, 'archive');
    standin.mail.remove(other.id);
    const { body } = await history(historyId);
    const kinds = body.history!.map((record) =>
      Object.keys(record).filter((name) => name !== 'id' && name !== 'messages'),
    );
    expect(kinds).toEqual([
      ['messagesAdded'],
      ['messagesAdded'],
      ['labelsRemoved'],
      ['labelsRemoved'],
      ['messagesDeleted'],
    ]);
    const added = await history(historyId, '&historyTypes=messageAdded&historyTypes=messageDeleted&maxResults=2');
    expect(added.body.history).toHaveLength(2);
    const rest = await history(
      historyId,
      `&historyTypes=messageAdded&maxResults=2&pageToken=${added.body.nextPageToken}`,
    );
    expect(rest.body.history).toMatchObject([{ messagesDeleted: [{ message: { id: other.id } }] }]);
    standin.mail.expireTokens('gmail');
    expect((await history(historyId)).status).toBe(404);
    expect((await history('99999999999')).status).toBe(404);
    expect(standin.complaints).toEqual([]);
  });

  it('holds a token with gmail.metadata to it: no search, no whole message, whatever else it may', async () => {
    await open('metadata', 'readonly');
    const refused = await search(`from:${jun.emails[0]}`);
    expect([refused.status, refused.body.error!.errors[0]!.reason]).toEqual([403, 'forbidden']);
    const { id } = (await get('/messages?maxResults=1')).body.messages![0]!;
    expect((await get(`/messages/${id}`)).status).toBe(403);
    expect((await get(`/messages/${id}?format=metadata`)).status).toBe(200);
  });

  it('gives nothing of mail to a token for calendars or settings', async () => {
    await open('settings.basic');
    for (const path of ['/profile', '/messages', '/history?startHistoryId=1'])
      expect((await get(path)).status).toBe(403);
  });

  it('fails as calendars do', async () => {
    standin.google.fail('429-fraction', { at: '/gmail/' });
    expect((await get('/profile')).status).toBe(429);
    expect((await get('/profile')).status).toBe(200);
    standin.google.fail('offline', { at: '/gmail/' });
    await expect(get('/profile')).rejects.toThrow('socket hang up');
    standin.signIn.revoke('google');
    expect((await get('/profile')).status).toBe(401);
  });
});
