import { describe, expect, it } from 'vitest';
import { gmailMail } from '../../../src/accounts/google/mail.ts';
import type { MailPage, ReadMail } from '../../../src/accounts/mail.ts';
import { Message } from '../../../src/domain/thread/message.ts';
import { type Answer, codeOf, FakeWeb, now, ok } from '../fake-web.ts';
import { FakeGmail, type FakeMessage } from './fake-gmail.ts';

const wanted = (more: Partial<ReadMail> = {}): ReadMail => ({
  folder: 'all',
  cursor: {},
  from: '2026-01-05T00:00:00Z',
  people: new Set(['sam@school.example', 'kim@school.example']),
  own: new Set(['robin@school.example']),
  ...more,
});

const open = ({ fetch }: { fetch: typeof globalThis.fetch }) =>
  gmailMail.open({ fetch, token: 'ACCESS', now: () => now });

const letter = (id: string, more: Partial<FakeMessage> = {}): FakeMessage => ({
  id,
  threadId: 'aa1',
  ...more,
  headers: {
    From: 'Sam Li <Sam@School.example>',
    To: 'robin@school.example',
    Subject: 'Essay',
    'Message-ID': `<${id}@school.example>`,
    ...more.headers,
  },
});

/** All pages of a run, to its end. */
async function run(gmail: FakeGmail, more: Partial<ReadMail> = {}): Promise<MailPage & { pages: number }> {
  const session = open(gmail);
  const put: Message[] = [];
  const gone: string[] = [];
  let cursor = more.cursor ?? {};
  for (let pages = 1; pages < 200; pages++) {
    const page = await session.readPage(wanted({ ...more, cursor }));
    put.push(...page.put);
    gone.push(...page.gone);
    cursor = page.cursor;
    if (page.done) return { ...page, put, gone, pages };
  }
  throw new Error('the run came to no end');
}

async function readOne(message: FakeMessage): Promise<MailPage> {
  const gmail = new FakeGmail();
  gmail.messages = [message];
  gmail.findsAll = true;
  return open(gmail).readPage(wanted());
}

describe('reading a message of Gmail’s', () => {
  it('keeps what a turn needs', async () => {
    const { put } = await readOne(letter('19ABC', { internalDate: '1773050400123' }));
    expect(put).toEqual([
      {
        id: '19abc',
        threadId: 'aa1',
        internetMessageId: '<19ABC@school.example>',
        sentAt: '2026-03-09T10:00:00Z',
        from: { name: 'Sam Li', email: 'sam@school.example' },
        to: [{ email: 'robin@school.example' }],
        cc: [],
        subject: 'Essay',
        kind: 'personal',
        kindReason: 'known-person',
      },
    ]);
    expect(Message.safeParse(put[0]).error).toBeUndefined();
  });

  it('believes Gmail’s clock and not the sender’s', async () => {
    const { put } = await readOne(letter('1', { headers: { Date: 'Wed, 1 Jan 2031 00:00:00 +0000' } }));
    expect(put[0]?.sentAt).toBe('2026-03-09T10:00:00Z');
  });

  it('reads lists of addresses, groups and names in other scripts', async () => {
    const { put } = await readOne(
      letter('1', {
        headers: {
          To: '"Li, Kim" <kim@school.example>, Mentors: robin@school.example, ana@school.example;',
          Cc: '=?UTF-8?B?5p2O6Zu3?= <lei@school.example>, broken, <>',
          Bcc: 'quiet@school.example',
          Subject: '=?UTF-8?Q?Caf=C3=A9?=',
        },
      }),
    );
    expect(put[0]).toMatchObject({
      to: [
        { name: 'Li, Kim', email: 'kim@school.example' },
        { email: 'robin@school.example' },
        { email: 'ana@school.example' },
      ],
      cc: [{ name: '李雷', email: 'lei@school.example' }, { email: 'quiet@school.example' }],
      subject: 'Café',
    });
  });

  it.each(['DRAFT', 'SPAM', 'TRASH', 'CHAT'])('leaves out what is labelled %s', async (label) => {
    expect(await readOne(letter('1', { labelIds: ['INBOX', label] }))).toMatchObject({ put: [], unreadable: 0 });
  });

  it('leaves out what came before it was wanted', async () => {
    expect(await readOne(letter('1', { internalDate: '1700000000000' }))).toMatchObject({ put: [], unreadable: 0 });
  });

  it.each([
    [{ 'Auto-Submitted': 'auto-replied' }, 'auto-reply', undefined],
    [{ 'Content-Type': 'multipart/report; report-type=delivery-status' }, 'bounce', undefined],
    [{ 'Content-Type': 'text/calendar; method=REPLY' }, 'calendar', undefined],
    [{ 'Content-Type': 'multipart/mixed; boundary=x', Subject: 'Invitation: Essay' }, 'calendar', true],
    [{ 'Content-Type': 'multipart/mixed; boundary=x', Subject: 'Re: Invitation: Essay' }, 'personal', undefined],
    [{ Subject: 'Invitation: Essay' }, 'personal', undefined],
  ])('takes the kind from %j', async (headers, kind, kindGuessed) => {
    const { put } = await readOne(letter('1', { headers }));
    expect(put[0]?.kind).toBe(kind);
    expect(put[0]?.kindGuessed).toBe(kindGuessed);
  });

  it('keeps nothing of people who were not asked for', async () => {
    const headers = { From: 'x@y.example', 'Reply-To': 'x@y.example' };
    expect(await readOne(letter('1', { headers }))).toMatchObject({ put: [], unreadable: 0 });
  });

  it.each([
    [{ internalDate: 'yesterday' }],
    [{ internalDate: '99999999999999999999' }],
    [{ threadId: '../../x' }],
    [{ headers: { From: 'nobody', To: 'sam@school.example' } }],
  ])('counts %j as unreadable', async (broken) => {
    expect(await readOne(letter('1', broken))).toMatchObject({ put: [], unreadable: 1 });
  });
});

describe('a full run over Gmail', () => {
  it('searches for the people, reads headers alone, and ends where history goes on', async () => {
    const gmail = new FakeGmail();
    gmail.messages = [letter('1'), letter('2', { headers: { From: 'x@y.example' } }), letter('3')];
    const { put, cursor } = await run(gmail);
    expect(put.map(({ id }) => id)).toEqual(['1', '3']);
    expect(cursor).toEqual({ from: '2026-01-05T00:00:00Z', changes: '100' });
    expect(gmail.searches).toEqual([
      '{from:kim@school.example to:kim@school.example cc:kim@school.example bcc:kim@school.example from:sam@school.example to:sam@school.example cc:sam@school.example bcc:sam@school.example} after:1767571199 -in:drafts -in:chats',
    ]);
    const gets = gmail.asked.filter(({ url }) => /messages\//.test(url.pathname));
    expect(gets).toHaveLength(2);
    for (const { url, headers } of gets) {
      expect(url.searchParams.get('format')).toBe('metadata');
      expect(url.searchParams.getAll('metadataHeaders')).toContain('Auto-Submitted');
      expect(url.searchParams.get('fields')).not.toContain('snippet');
      expect(headers.get('authorization')).toBe('Bearer ACCESS');
    }
  });

  it('asks for a platform’s whole domain, and leaves out what only has its words', async () => {
    const from = (id: string, address: string) => letter(id, { headers: { From: address } });
    const gmail = new FakeGmail();
    gmail.messages = [
      from('1', 'Sam via Platform <no-reply@platform.example>'),
      from('2', 'no-reply@mail.platform.example'),
      from('3', 'sam@platform.example.evil.example'),
      from('4', 'no-reply@notplatform.example'),
    ];
    const { put } = await run(gmail, { people: new Set(['@platform.example', 'kim@school.example']) });
    expect(put.map(({ id }) => id)).toEqual(['1', '2']);
    expect(gmail.searches[0]).toContain('{from:platform.example from:kim@school.example to:kim@school.example');
  });

  it('takes the history id before it searches, so that nothing falls between', async () => {
    const gmail = new FakeGmail();
    const session = open(gmail);
    const first = await session.readPage(wanted());
    gmail.historyId = '900';
    const last = await session.readPage(wanted({ cursor: first.cursor }));
    expect(last).toMatchObject({ done: true, cursor: { changes: '100' } });
  });

  it('asks for many people in several searches, each page by page', async () => {
    const gmail = new FakeGmail();
    gmail.pageSize = 20;
    const people = Array.from({ length: 60 }, (_, at) => `mentee${at}@a-rather-long-name.school.example`);
    gmail.messages = people.map((from, at) => letter(at.toString(16), { headers: { From: from } }));
    const { put } = await run(gmail, { people: new Set(people) });
    expect(new Set(put.map(({ from }) => from.email))).toEqual(new Set(people));
    expect(put).toHaveLength(60);
    expect(new Set(gmail.searches).size).toBeGreaterThan(5);
    for (const search of gmail.searches) expect(search.length).toBeLessThan(1700);
  });

  it('goes on where it was killed', async () => {
    const gmail = new FakeGmail();
    gmail.pageSize = 1;
    gmail.messages = [letter('1'), letter('2'), letter('3')];
    const ids: string[] = [];
    let cursor = {};
    for (let step = 0; step < 10; step++) {
      const page = await open(gmail).readPage(wanted({ cursor: JSON.parse(JSON.stringify(cursor)) }));
      ids.push(...page.put.map(({ id }) => id));
      cursor = page.cursor;
      if (page.done) break;
    }
    expect(ids).toEqual(['1', '2', '3']);
    expect(gmail.asked.filter(({ url }) => url.pathname.endsWith('/profile'))).toHaveLength(1);
  });

  it('begins a search anew when the people in it change under it', async () => {
    const gmail = new FakeGmail();
    gmail.pageSize = 1;
    gmail.messages = [letter('1'), letter('2')];
    const first = await open(gmail).readPage(wanted());
    await open(gmail).readPage(wanted({ cursor: first.cursor, people: new Set(['sam@school.example']) }));
    const searches = gmail.asked.filter(({ url }) => url.pathname.endsWith('/messages'));
    expect(searches.at(-1)?.url.searchParams.has('pageToken')).toBe(false);
  });

  it('leaves out what is gone by the time it is asked for', async () => {
    const gmail = new FakeGmail();
    gmail.messages = [letter('1'), letter('2')];
    gmail.vanished = ['1'];
    expect(await run(gmail)).toMatchObject({ put: [{ id: '2' }], unreadable: 0 });
  });

  it('needs no search where nobody is asked for, nor for what is no address', async () => {
    const gmail = new FakeGmail();
    const { cursor } = await run(gmail, { people: new Set(['x} in:anywhere {a@b.example', '"@c']) });
    expect([gmail.searches, cursor.changes]).toEqual([[], '100']);
  });

  it.each(['{', '[]', '{"history":5}', 'https://elsewhere.example'])('begins anew from the page %s', async (page) => {
    expect(await codeOf(open(new FakeGmail()).readPage(wanted({ cursor: { page } })))).toBe('expired-cursor');
  });
});

describe('changes in Gmail', () => {
  const added = (id: string) => ({ id: '101', messagesAdded: [{ message: { id, threadId: id } }] });

  it('are what came and went since', async () => {
    const gmail = new FakeGmail();
    gmail.messages = [letter('1'), letter('2', { headers: { From: 'x@y.example' } })];
    gmail.history = [added('1'), added('2'), { messagesDeleted: [{ message: { id: 'B7' } }] }];
    gmail.historyId = '110';
    const { put, gone, cursor } = await run(gmail, { cursor: { changes: '100' } });
    expect([put.map(({ id }) => id), gone, cursor.changes]).toEqual([['1'], ['b7'], '110']);
    expect(gmail.searches).toEqual([]);
  });

  it('go over several pages, and can begin again from the first', async () => {
    const gmail = new FakeGmail();
    gmail.pageSize = 1;
    gmail.messages = [letter('1'), letter('2')];
    gmail.history = [added('1'), added('2')];
    const first = await open(gmail).readPage(wanted({ cursor: { changes: '100' } }));
    expect(first).toMatchObject({ done: false, cursor: { changes: '100', page: '1' } });
    const { put, pages } = await run(gmail, { cursor: first.cursor });
    expect([put.map(({ id }) => id), pages]).toEqual([['2'], 1]);
    for (const { url } of gmail.asked.filter(({ url }) => url.pathname.endsWith('history'))) {
      expect(url.searchParams.get('startHistoryId')).toBe('100');
    }
  });

  it('bring back what was taken out of spam, and ask for nothing because a message was read', async () => {
    const gmail = new FakeGmail();
    gmail.messages = [letter('1'), letter('2')];
    gmail.history = [
      { labelsRemoved: [{ message: { id: '1' }, labelIds: ['SPAM'] }] },
      { labelsRemoved: [{ message: { id: '2' }, labelIds: ['UNREAD'] }] },
    ];
    expect((await run(gmail, { cursor: { changes: '100' } })).put.map(({ id }) => id)).toEqual(['1']);
  });

  it('do not ask for what came and was deleted', async () => {
    const gmail = new FakeGmail();
    gmail.history = [added('1'), { messagesDeleted: [{ message: { id: '1' } }] }];
    expect(await run(gmail, { cursor: { changes: '100' } })).toMatchObject({ put: [], gone: ['1'], unreadable: 0 });
    expect(gmail.asked).toHaveLength(1);
  });

  it('begin in full once their history is forgotten', async () => {
    const gmail = new FakeGmail();
    gmail.oldest = 500;
    expect(await codeOf(open(gmail).readPage(wanted({ cursor: { changes: '100' } })))).toBe('expired-cursor');
  });

  it('count records they do not know', async () => {
    const gmail = new FakeGmail();
    gmail.history = [{ messagesAdded: 'all' }, { messagesAdded: [{ message: { id: '../x' } }] }];
    expect(await run(gmail, { cursor: { changes: '100' } })).toMatchObject({ put: [], unreadable: 2 });
  });
});

describe('what goes wrong with Gmail', () => {
  it.each([
    [{ status: 401, body: {} }, {}, 'signed-out'],
    [{ status: 403, body: { error: { errors: [{ reason: 'insufficientPermissions' }] } } }, {}, 'scope-missing'],
    [{ status: 403, body: { error: { errors: [{ reason: 'userRateLimitExceeded' }] } } }, {}, 'rate-limited'],
    [{ status: 403, body: { error: { errors: [{ reason: 'dailyLimitExceeded' }] } } }, {}, 'quota'],
    [{ status: 403, body: { error: { details: [{ reason: 'SERVICE_DISABLED' }] } } }, {}, 'not-configured'],
    [{ status: 429, body: {} }, { changes: '1' }, 'rate-limited'],
    [{ status: 404, body: {} }, { changes: '1' }, 'expired-cursor'],
    [{ status: 400, body: {} }, { changes: '1', page: 'p' }, 'expired-cursor'],
    [{ status: 400, body: {} }, { changes: '1' }, 'failed'],
    [{ status: 503, body: '<html>' }, {}, 'server'],
    [{ status: 200, body: '<html>' }, {}, 'unreadable'],
    [{ status: 200, body: {} }, {}, 'unreadable'],
    [{ status: 200, body: { history: 'none' } }, { changes: '1' }, 'unreadable'],
    [new TypeError('Failed to fetch'), {}, 'offline'],
  ] as [Answer, ReadMail['cursor'], string][])('%j with the cursor %j is %s', async (answer, cursor, code) => {
    expect(await codeOf(open(new FakeWeb(answer)).readPage(wanted({ cursor })))).toBe(code);
  });

  it('while a message is asked for ends the page, so that it is read again', async () => {
    const web = new FakeWeb(ok({ historyId: '1' }), ok({ messages: [{ id: '1' }] }), { status: 429, body: {} });
    expect(await codeOf(open(web).readPage(wanted()))).toBe('rate-limited');
  });

  it('ends a request that hangs', async () => {
    const end = new AbortController();
    const web = new FakeWeb('hang');
    const session = gmailMail.open({ fetch: web.fetch, token: 'ACCESS', now: () => now, signal: end.signal });
    const asked = session.readPage(wanted());
    end.abort();
    expect(await codeOf(asked)).toBe('no-answer');
  });
});
