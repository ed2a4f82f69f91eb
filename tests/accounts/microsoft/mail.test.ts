import { describe, expect, it } from 'vitest';
import type { ReadMail } from '../../../src/accounts/mail.ts';
import { microsoftMail } from '../../../src/accounts/microsoft/mail.ts';
import { Message } from '../../../src/domain/thread/message.ts';
import { type Answer, codeOf, FakeWeb, now, ok } from '../fake-web.ts';

const graph = 'https://graph.microsoft.com/v1.0';
const wanted = (more: Partial<ReadMail> = {}): ReadMail => ({
  folder: 'inbox',
  cursor: {},
  from: '2026-01-05T00:00:00Z',
  people: new Set(['sam@school.example', 'kim@school.example']),
  own: new Set(['robin@school.example']),
  ...more,
});

const open = (web: FakeWeb) => microsoftMail.open({ fetch: web.fetch, token: 'ACCESS', now: () => now });
const page = (more: object) => ok({ value: [], ...more });
const person = (address: string, name?: string) => ({ emailAddress: { address, name: name ?? address } });

const message = {
  '@odata.type': '#microsoft.graph.message',
  id: 'AAkAL-im_1=',
  conversationId: 'AAQk-conv_1=',
  internetMessageId: '<m1@school.example>',
  internetMessageHeaders: [{ name: 'Content-Type', value: 'text/plain' }],
  subject: 'Essay',
  from: person('Sam@School.example', 'Sam Li'),
  sender: person('Sam@School.example', 'Sam Li'),
  replyTo: [],
  toRecipients: [person('robin@school.example')],
  ccRecipients: [],
  bccRecipients: [],
  receivedDateTime: '2026-03-09T10:00:00Z',
  sentDateTime: '2026-03-09T09:59:00Z',
  isDraft: false,
};

async function read(items: unknown[], more: Partial<ReadMail> = {}) {
  return open(new FakeWeb(page({ value: items, '@odata.deltaLink': `${graph}/d` }))).readPage(wanted(more));
}

describe('reading a message of Graph’s', () => {
  it('keeps what a turn needs, its ids as the page has them', async () => {
    const { put } = await read([message]);
    expect(put).toEqual([
      {
        id: 'AAkAL/im+1=',
        threadId: 'AAQk/conv+1=',
        internetMessageId: '<m1@school.example>',
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

  it('keeps nothing of people who were not asked for, and counts it as nothing amiss', async () => {
    const stranger = { ...message, from: person('x@y.example'), sender: person('x@y.example') };
    expect(await read([stranger])).toMatchObject({ put: [], gone: [], unreadable: 0 });
  });

  it.each([
    ['from', { from: person('kim@school.example'), sender: person('kim@school.example') }],
    ['to', { toRecipients: [person('KIM@school.example')] }],
    ['cc', { ccRecipients: [person('kim@school.example')] }],
    ['bcc', { bccRecipients: [person('kim+spring@school.example')] }],
    ['reply-to', { replyTo: [person('kim@school.example')] }],
  ])('finds a person in the field %s', async (_field, more) => {
    const base = { ...message, from: person('robin@school.example'), sender: person('robin@school.example') };
    expect((await read([{ ...base, ...more }])).put).toHaveLength(1);
  });

  it('takes the server’s clock for what came in, whatever the sender’s says', async () => {
    const { put } = await read([{ ...message, sentDateTime: '2031-01-01T00:00:00Z' }]);
    expect(put[0]?.sentAt).toBe('2026-03-09T10:00:00Z');
  });

  it.each([
    ['in Sent', 'sent', '2026-03-09T09:59:00Z', '2026-03-09T09:59:00Z'],
    ['in the archive', 'archive', '2026-03-09T09:59:00Z', '2026-03-09T09:59:00Z'],
    ['said to be sent after it was stored', 'sent', '2027-03-09T09:59:00Z', '2026-03-09T10:00:00Z'],
  ] as const)('takes for an own message %s when it left', async (_where, folder, sentDateTime, sentAt) => {
    const own = { from: person('robin@school.example'), toRecipients: [person('sam@school.example')], sentDateTime };
    expect((await read([{ ...message, ...own }], { folder })).put[0]).toMatchObject({ sentAt });
  });

  it('keeps times in whole seconds, and takes no notice of headers that are none', async () => {
    const odd = [null, 'x', { name: 7 }, { name: 'Auto-Submitted', value: null }, { name: '', value: 'x' }];
    const { put } = await read([
      { ...message, receivedDateTime: '2026-03-09T10:00:00.1234567Z', internetMessageHeaders: odd },
    ]);
    expect(put[0]).toMatchObject({ sentAt: '2026-03-09T10:00:00Z', kind: 'personal' });
  });

  it('tells who was written to in secret', async () => {
    const own = {
      from: person('robin@school.example'),
      toRecipients: [],
      bccRecipients: [person('sam@school.example')],
    };
    const { put } = await read([{ ...message, ...own }], { folder: 'sent' });
    expect(put[0]).toMatchObject({ to: [], cc: [{ email: 'sam@school.example' }] });
  });

  it('knows an own message whose writer is named by a directory’s path', async () => {
    const own = {
      from: person('/O=EXCHANGELABS/CN=RECIPIENTS/CN=1'),
      sender: null,
      toRecipients: [person('sam@school.example')],
    };
    expect((await read([{ ...message, ...own }], { folder: 'sent' })).put[0]?.from.email).toBe('robin@school.example');
    expect(await read([{ ...message, ...own }])).toMatchObject({ put: [], unreadable: 1 });
  });

  it('finds the person behind a list that took their place in From', async () => {
    const listed = {
      from: person('mentees@lists.example', 'Sam Li via Mentees'),
      sender: person('mentees-bounces@lists.example'),
      replyTo: [person('sam@school.example', 'Sam Li')],
      internetMessageHeaders: [
        { name: 'List-Post', value: '<mailto:mentees@lists.example>' },
        { name: 'List-Id', value: '<mentees.lists.example>' },
      ],
    };
    expect((await read([{ ...message, ...listed }])).put[0]).toMatchObject({
      from: { name: 'Sam Li', email: 'sam@school.example' },
      kind: 'personal',
    });
  });

  it.each([
    ['Auto-Submitted', 'auto-replied (vacation)', 'auto-reply', 'auto-submitted'],
    ['X-Autoreply', 'yes', 'auto-reply', 'autoreply-field'],
    ['Content-Type', 'multipart/report; report-type=delivery-status', 'bounce', 'report'],
    ['Content-Class', 'urn:content-classes:calendarmessage', 'calendar', 'calendar-method'],
    ['X-Auto-Response-Suppress', 'All', 'personal', 'known-person'],
  ])('takes the kind from %s: %s', async (name, value, kind, kindReason) => {
    const { put } = await read([{ ...message, internetMessageHeaders: [{ name, value }] }]);
    expect(put[0]).toMatchObject({ kind, kindReason });
    expect(put[0]?.kindGuessed).toBeUndefined();
  });

  it.each([
    ['Automatic reply: Essay', 'auto-reply', true],
    ['Réponse automatique : Essay', 'auto-reply', true],
    ['Essay', 'personal', undefined],
  ])('guesses the kind of “%s” where no header is told, and says that it does', async (subject, kind, kindGuessed) => {
    const { put } = await read([{ ...message, subject, internetMessageHeaders: undefined }]);
    expect(put[0]).toMatchObject({ kind });
    expect(put[0]?.kindGuessed).toBe(kindGuessed);
  });

  it.each(['eventMessageRequest', 'eventMessageResponse', 'eventMessage'])(
    'takes a %s for the calendar’s',
    async (type) => {
      const { put } = await read([{ ...message, '@odata.type': `#microsoft.graph.${type}` }]);
      expect(put[0]).toMatchObject({ kind: 'calendar' });
    },
  );

  it.each([
    ['a draft', { isDraft: true }],
    ['what came before it was wanted', { receivedDateTime: '2026-01-04T23:59:59Z' }],
    ['word of a change to what was read before', { receivedDateTime: undefined, sentDateTime: undefined }],
  ])('leaves out %s', async (_what, more) => {
    expect(await read([{ ...message, ...more }])).toMatchObject({ put: [], gone: [], unreadable: 0 });
  });

  it('tells what is gone from the folder', async () => {
    const page = await read([{ id: 'AAkAL-im_2=', '@removed': { reason: 'deleted' } }]);
    expect(page).toMatchObject({ put: [], gone: ['AAkAL/im+2='], unreadable: 0 });
  });

  it.each([
    [null],
    ['text'],
    [{}],
    [{ ...message, id: '' }],
    [{ ...message, conversationId: null }],
    [{ ...message, receivedDateTime: 'yesterday', sentDateTime: null }],
    [{ ...message, receivedDateTime: '2026-02-30T10:00:00Z', sentDateTime: null }],
    [{ ...message, receivedDateTime: '2026-03-09T25:00:00Z', sentDateTime: null }],
    [{ ...message, toRecipients: 'everybody' }],
    [{ ...message, from: null, sender: null, ccRecipients: [person('kim@school.example')] }],
  ])('counts %j as unreadable and keeps the others', async (broken) => {
    const found = await read([broken, { ...message, id: 'good' }]);
    expect(found.put.map(({ id }) => id)).toEqual(['good']);
    expect(found.unreadable).toBe(1);
  });

  it('reads one with ten thousand recipients', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => person(`p${at}@school.example`));
    const { put } = await read([{ ...message, toRecipients: [...many, person('kim@school.example')] }]);
    expect(put[0]?.to).toHaveLength(10_001);
  });
});

describe('a run over a folder of Microsoft’s', () => {
  it('asks for headers alone, immutable ids and what came since', async () => {
    const web = new FakeWeb(page({ '@odata.deltaLink': `${graph}/d` }));
    await open(web).readPage(wanted({ folder: 'sent' }));
    const { url, headers } = web.last;
    expect(url.pathname).toBe('/v1.0/me/mailFolders/sentitems/messages/delta');
    expect(url.searchParams.get('$filter')).toBe('receivedDateTime ge 2026-01-05T00:00:00Z');
    const fields = url.searchParams.get('$select')!.split(',');
    expect(fields).toEqual(expect.arrayContaining(['conversationId', 'internetMessageHeaders', 'bccRecipients']));
    expect(fields.filter((field) => /body|preview|attachment|extens/i.test(field))).toEqual([]);
    expect(headers.get('prefer')).toBe('IdType="ImmutableId", odata.maxpagesize=200');
    expect(headers.get('authorization')).toBe('Bearer ACCESS');
  });

  it('keeps what a platform’s whole domain sent', async () => {
    const from = (id: string, address: string) => ({ ...message, id, from: person(address), sender: person(address) });
    const items = [
      from('1', 'no-reply@Platform.example'),
      from('2', 'no-reply@mail.platform.example'),
      from('3', 'no-reply@notplatform.example'),
    ];
    const { put } = await read(items, { people: new Set(['@platform.example', 'kim@school.example']) });
    expect(put.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('goes on by link, and ends with one for changes', async () => {
    const web = new FakeWeb(
      page({ value: [message], '@odata.nextLink': `${graph}/n?$skiptoken=a+b` }),
      page({ '@odata.deltaLink': `${graph}/d` }),
      page({ '@odata.deltaLink': `${graph}/e` }),
    );
    const session = open(web);
    const first = await session.readPage(wanted({ cursor: { fullSince: now } }));
    expect(first).toMatchObject({ done: false, cursor: { from: '2026-01-05T00:00:00Z', fullSince: now } });
    const second = await session.readPage(wanted({ cursor: first.cursor }));
    expect(second.cursor).toEqual({ from: '2026-01-05T00:00:00Z', fullSince: now, changes: `${graph}/d` });
    expect(second.done).toBe(true);
    const third = await session.readPage(wanted({ cursor: second.cursor }));
    expect(third.cursor.changes).toBe(`${graph}/e`);
    expect(web.asked.slice(1).map(({ url }) => url.href)).toEqual([`${graph}/n?$skiptoken=a+b`, `${graph}/d`]);
    for (const { headers } of web.asked) expect(headers.get('prefer')).toContain('ImmutableId');
  });

  it('keeps the link of a run of changes beside its pages', async () => {
    const web = new FakeWeb(page({ '@odata.nextLink': `${graph}/n` }), page({ '@odata.deltaLink': `${graph}/e` }));
    const session = open(web);
    const first = await session.readPage(wanted({ cursor: { changes: `${graph}/d` } }));
    expect(first).toMatchObject({ done: false, cursor: { changes: `${graph}/d`, page: `${graph}/n` } });
    const second = await session.readPage(wanted({ cursor: first.cursor }));
    expect(second).toMatchObject({ done: true, cursor: { changes: `${graph}/e` } });
    expect(second.cursor.page).toBeUndefined();
  });

  it('reads the whole folder where the filter gave all it ever gives', async () => {
    const half = Array<object>(2500).fill({ ...message, from: person('x@y.example'), sender: person('x@y.example') });
    const old = { ...message, id: 'old', receivedDateTime: '2025-12-01T00:00:00Z' };
    const web = new FakeWeb(
      page({ value: half, '@odata.nextLink': `${graph}/n` }),
      page({ value: half, '@odata.deltaLink': `${graph}/short` }),
      page({ value: [message, old], '@odata.nextLink': `${graph}/w` }),
      page({ '@odata.deltaLink': `${graph}/d` }),
    );
    const session = open(web);
    let { cursor, done } = await session.readPage(wanted());
    const put: string[] = [];
    for (let steps = 0; !done && steps < 5; steps++) {
      const next = await session.readPage(wanted({ cursor }));
      put.push(...next.put.map(({ id }) => id));
      ({ cursor, done } = next);
    }
    expect([done, cursor.changes, put]).toEqual([true, `${graph}/d`, ['AAkAL/im+1=']]);
    expect(web.asked[2]?.url.searchParams.has('$filter')).toBe(false);
    expect(web.asked).toHaveLength(4);
  });

  it('reads the whole folder where the filter is refused, and tries that once', async () => {
    const refused = { status: 400, body: { error: { code: 'ErrorInvalidUrlQuery' } } };
    const web = new FakeWeb(refused, page({ value: [message], '@odata.deltaLink': `${graph}/d` }));
    const first = await open(web).readPage(wanted());
    expect(first).toMatchObject({ put: [], done: false });
    const second = await open(web).readPage(wanted({ cursor: first.cursor }));
    expect(second).toMatchObject({ put: [{ id: 'AAkAL/im+1=' }], done: true, cursor: { changes: `${graph}/d` } });
    expect(web.last.url.searchParams.has('$filter')).toBe(false);
    expect(await codeOf(open(new FakeWeb(refused)).readPage(wanted({ cursor: first.cursor })))).toBe('failed');
  });

  it('is content with one message less', async () => {
    const items = Array<object>(4999).fill(message);
    const { done } = await open(new FakeWeb(page({ value: items, '@odata.deltaLink': `${graph}/d` }))).readPage(
      wanted(),
    );
    expect(done).toBe(true);
  });

  it('finds nothing in an archive that is not there yet, and an inbox that is not there amiss', async () => {
    const none = { status: 404, body: { error: { code: 'ErrorItemNotFound' } } };
    const archive = await open(new FakeWeb(none)).readPage(wanted({ folder: 'archive' }));
    expect(archive).toEqual({ put: [], gone: [], unreadable: 0, cursor: { from: wanted().from }, done: true });
    expect(await codeOf(open(new FakeWeb(none)).readPage(wanted()))).toBe('not-shared');
    const later = wanted({ folder: 'archive', cursor: { changes: `${graph}/d` } });
    expect(await codeOf(open(new FakeWeb(none)).readPage(later))).toBe('not-shared');
  });

  it.each([
    [{ status: 410, body: { error: { code: 'SyncStateNotFound' } } }, 'expired-cursor'],
    [{ status: 410, body: {} }, 'expired-cursor'],
    [{ status: 400, body: { error: { code: 'syncStateNotFound' } } }, 'expired-cursor'],
    [{ status: 404, body: { error: { code: 'SYNCSTATENOTFOUND' } } }, 'expired-cursor'],
    [{ status: 400, body: { error: { code: 'ErrorInvalidSyncStateData' } } }, 'expired-cursor'],
    [{ status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } }, 'signed-out'],
    [{ status: 403, body: { error: { code: 'ErrorAccessDenied' } } }, 'scope-missing'],
    [{ status: 403, body: { error: { code: 'ErrorQuotaExceeded' } } }, 'quota'],
    [{ status: 429, headers: { 'retry-after': '2.128' }, body: {} }, 'rate-limited'],
    [{ status: 503, body: '<html>' }, 'server'],
    [{ status: 200, body: '<html>' }, 'unreadable'],
    [{ status: 200, body: 'null' }, 'unreadable'],
    [{ status: 200, body: { value: 'none' } }, 'unreadable'],
    [new TypeError('Failed to fetch'), 'offline'],
    [new DOMException('timed out', 'TimeoutError'), 'no-answer'],
  ] as [Answer, string][])('turns %j into %s', async (answer, code) => {
    for (const folder of ['inbox', 'archive'] as const) {
      const session = open(new FakeWeb(answer));
      expect(await codeOf(session.readPage(wanted({ folder, cursor: { changes: `${graph}/d` } })))).toBe(code);
    }
  });

  it('sends its token to no link that leads elsewhere', async () => {
    const web = new FakeWeb();
    const asked = open(web).readPage(wanted({ cursor: { page: '12 https://graph.microsoft.com.evil.example/x' } }));
    expect(await codeOf(asked)).toBe('unreadable');
    expect(web.asked).toEqual([]);
  });
});
