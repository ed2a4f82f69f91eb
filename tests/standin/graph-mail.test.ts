import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeWithShared } from '../shared.ts';
import { ask, signIn } from './client.ts';
import { elif, hana } from './semester/cast.ts';
import { immutableItemId, outlookConversationId, outlookItemId, urlSafe } from './semester/ids.ts';
import { manyMessages } from './semester/many-mail.ts';
import { addressOf, myAddress } from './semester/post.ts';
import { demonstration, semester } from './semester.ts';
import { type Standin, startStandin } from './server.ts';

interface Item {
  id: string;
  conversationId: string;
  subject?: string;
  isRead?: boolean;
  isDraft?: boolean;
  internetMessageHeaders?: { name: string; value: string }[];
  '@odata.type': string;
  '@removed'?: { reason: string };
}

interface List {
  value: Item[];
  '@odata.nextLink'?: string;
  '@odata.deltaLink'?: string;
  error?: { code: string };
}

let standin: Standin;
let get: (path: string, headers?: Record<string, string>) => Promise<{ status: number; body: List }>;
const scope = 'https://graph.microsoft.com/Mail.ReadBasic offline_access openid';
const select = 'id,conversationId,subject,isRead,isDraft,internetMessageHeaders';
const folder = (name: string, query = `?$select=${select}`) => `me/mailFolders/${name}/messages/delta${query}`;
const large = { prefer: 'odata.maxpagesize=1000' };
const now = Date.parse(demonstration.now);

async function open(count?: number): Promise<void> {
  const messages = count ? manyMessages({ account: 'outlook', count, now: demonstration.now, daysBack: 150 }) : [];
  standin = await startStandin({ semester: semester(), look: { autoConsent: true }, messages });
  ({ get } = (await signIn(standin, 'microsoft', scope)) as unknown as { get: typeof get });
}

const mineIn = (place: string) =>
  standin.state().filter(({ account, labels }) => account === 'outlook' && labels[0] === place);
const from = (who: typeof elif, subject: string, more: object = {}) =>
  standin.deliver({
    account: 'outlook',
    at: now,
    from: addressOf(who),
    to: [myAddress('outlook')],
    subject,
    body: 'x',
    ...more,
  });
const changes = async (link: string) =>
  (await get(link)).body.value.map(
    ({ subject, isRead, '@removed': removed }) => subject ?? (removed ? 'gone' : isRead),
  );

beforeEach(() => open());
afterEach(() => standin.close());

describe('the stand-in’s mail of Graph', () => {
  it('tells each folder’s messages, with the ids of Outlook’s page made safe for an address', async () => {
    for (const [name, place] of [
      ['inbox', 'inbox'],
      ['SentItems', 'sent'],
      ['archive', 'archive'],
    ] as const) {
      const { body } = await get(folder(name), large);
      expect(body.value.map(({ id }) => id).toSorted()).toEqual(
        mineIn(place)
          .map(({ id }) => urlSafe(outlookItemId(id)))
          .toSorted(),
      );
      expect(body['@odata.deltaLink']).toBeDefined();
    }
    const { body } = await get(folder('inbox'), large);
    const asked = body.value.find(({ subject }) => subject === 'Research supervisor')!;
    const { threadId } = standin.state().find(({ subject }) => subject === 'Research supervisor')!;
    expect(asked.conversationId).not.toMatch(/[/+]/);
    expect(asked.conversationId.replaceAll('-', '/').replaceAll('_', '+')).toBe(outlookConversationId(threadId));
    expect(standin.complaints).toEqual([]);
  });

  it('gives ids that stay when a message moves to those who prefer them', async () => {
    const { body } = await get(folder('inbox'), { prefer: 'IdType="ImmutableId", odata.maxpagesize=1000' });
    expect(body.value.map(({ id }) => id)).toEqual(
      mineIn('inbox')
        .map(({ id }) => urlSafe(immutableItemId(id)))
        .toReversed(),
    );
  });

  it('gives header fields of what came in and none of what went out, and only when asked', async () => {
    from(hana, 'Automatic reply: Hello', { kind: 'auto-reply' });
    const [latest] = (await get(folder('inbox'), large)).body.value;
    expect(latest!.internetMessageHeaders).toContainEqual({ name: 'Auto-Submitted', value: 'auto-replied' });
    for (const item of (await get(folder('sentitems'), large)).body.value) {
      expect(item).not.toHaveProperty('internetMessageHeaders');
    }
    const [bare] = (await get(folder('inbox', ''), large)).body.value;
    expect(bare).toMatchObject({ subject: 'Automatic reply: Hello', isDraft: false });
    expect(bare).not.toHaveProperty('internetMessageHeaders');
  });

  it('has types of their own for what calendars send', async () => {
    from(elif, 'Accepted: Tea', { kind: 'calendar' });
    from(elif, 'Invitation: Tea', { kind: 'calendar' });
    const types = (await get(folder('inbox'), large)).body.value.slice(0, 2).map((each) => each['@odata.type']);
    expect(types).toEqual(['#microsoft.graph.eventMessageRequest', '#microsoft.graph.eventMessageResponse']);
  });

  it('pages as large as is preferred, from a moment on where one is named', async () => {
    await standin.close();
    await open(900);
    const since = '2026-01-10T00:00:00Z';
    const filter = `${folder('inbox')}&$filter=${encodeURIComponent(`receivedDateTime ge ${since}`)}`;
    const seen: string[] = [];
    let link: string | undefined = filter;
    let pages = 0;
    while (link) {
      const { body }: { body: List } = await get(link, { prefer: 'odata.maxpagesize=200' });
      seen.push(...body.value.map(({ id }) => id));
      expect(body.value.length).toBeLessThanOrEqual(200);
      link = body['@odata.nextLink'];
      pages++;
    }
    const truth = mineIn('inbox').filter(({ sentAt }) => sentAt >= since);
    expect(seen.toSorted()).toEqual(truth.map(({ id }) => urlSafe(outlookItemId(id))).toSorted());
    expect(pages).toBe(Math.ceil(truth.length / 200));
    expect((await get(folder('inbox'))).body.value).toHaveLength(10);
    expect(standin.complaints).toEqual([]);
  });

  it('tells what changed since: what came, moved, went, and what was only read', async () => {
    const first = (await get(folder('inbox'), large)).body['@odata.deltaLink']!;
    const archive = (await get(folder('archive'), large)).body['@odata.deltaLink']!;
    expect(await changes(first)).toEqual([]);
    const [asked] = mineIn('inbox').filter(({ subject }) => subject === 'Research supervisor');
    const [moved, removed] = mineIn('inbox').filter((each) => each !== asked);
    from(elif, 'New');
    standin.mail.markRead('outlook', asked!.threadId);
    standin.mail.move(moved!.id, 'archive');
    standin.mail.remove(removed!.id);
    expect(await changes(first)).toEqual(['New', true, 'gone', 'gone']);
    expect(await changes(archive)).toEqual([moved!.subject]);
    const next = (await get(first)).body['@odata.deltaLink']!;
    expect(await changes(next)).toEqual([]);
    standin.mail.move(moved!.id, 'inbox');
    expect(await changes(next)).toEqual([moved!.subject]);
    expect(standin.complaints).toEqual([]);
  });

  it('shows what was sent from the phone to the page, and to the API what the page sent', async () => {
    const link = (await get(folder('sentitems'), large)).body['@odata.deltaLink']!;
    const { threadId } = mineIn('inbox').at(-1)!;
    const said = { to: [addressOf(elif)], subject: 'Re: Research supervisor', body: 'Yes', threadId };
    const phone = standin.deliver({ account: 'outlook', at: now, from: myAddress('outlook'), ...said });
    const page = 'https://outlook.office.com/standin';
    const { body: shown } = await ask<{ id: string }[]>(standin, `${page}/thread?account=outlook&thread=${threadId}`);
    expect(shown.at(-1)!.id).toBe(phone.id);
    await ask(standin, `${page}/send`, { method: 'POST', json: { account: 'outlook', at: now + 1000, ...said } });
    const { body } = await get(link, large);
    const ids = body.value.map(({ id }) => id);
    expect(ids).toEqual(
      mineIn('sent')
        .slice(-2)
        .map(({ id }) => urlSafe(outlookItemId(id))),
    );
    expect(new Set(body.value.map(({ conversationId }) => conversationId)).size).toBe(1);
  });

  it('lets a test hold the pages, which then hear of nothing', async () => {
    const version = async () => (await ask(standin, 'https://outlook.office.com/standin/version')).body.version;
    const before = await version();
    standin.holdPages();
    from(elif, 'New');
    expect(await version()).toBe(before);
    standin.holdPages(false);
    expect(await version()).not.toBe(before);
  });

  it('keeps drafts out of the folders, until somebody moves one there', async () => {
    const draft = from(elif, 'Half a thought', { draft: true });
    expect((await get(folder('drafts'), large)).body.value).toMatchObject([
      { subject: 'Half a thought', isDraft: true },
    ]);
    expect((await get(folder('inbox'), large)).body.value.map(({ subject }) => subject)).not.toContain(
      'Half a thought',
    );
    standin.mail.move(draft.id, 'archive');
    const moved = (await get(folder('archive'), large)).body.value.find(({ isDraft }) => isDraft);
    expect(moved).toMatchObject({ subject: 'Half a thought' });
    expect(moved).not.toHaveProperty('internetMessageHeaders');
  });

  it('has lost the state of a link that expired, in words of either case', async () => {
    const link = (await get(folder('inbox'), large)).body['@odata.deltaLink']!;
    standin.mail.expireTokens('outlook');
    const lost = await get(link);
    expect([lost.status, lost.body.error!.code]).toEqual([410, 'SyncStateNotFound']);
    standin.microsoft.fail('410', { at: '/messages/delta' });
    expect((await get(folder('inbox'))).body.error!.code).toBe('syncStateNotFound');
    expect((await get(folder('inbox').replace(/\?.*/, '?$skiptoken=other'))).status).toBe(410);
  });

  it('refuses a scope that is not mail’s, bodies, folders that are none and queries it does not track', async () => {
    expect((await get(folder('inbox', '?$select=subject,body'))).status).toBe(403);
    expect((await get(folder('outbox2'))).body.error!.code).toBe('ErrorFolderNotFound');
    for (const query of ['?$filter=isRead%20eq%20false', '?$select=mood', '?$orderby=subject', '?$top=5']) {
      expect((await get(folder('inbox', query))).status).toBe(400);
    }
    const calendars = await signIn(standin, 'microsoft');
    expect((await calendars.get(folder('inbox'))).status).toBe(403);
  });
});

describeWithShared('the check of Graph’s mail', () => {
  it('refuses a parameter that its description does not know', async () => {
    expect((await get(folder('inbox', '?$search=tea'))).status).toBe(400);
    expect(standin.complaints).toEqual(['graph: $search: there is no such parameter']);
  });
});
