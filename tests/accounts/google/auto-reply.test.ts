import { describe, expect, it } from 'vitest';
import { gmailMail } from '../../../src/accounts/google/mail.ts';
import type { AutoReply } from '../../../src/accounts/mail.ts';
import { codeOf, FakeWeb, now, ok } from '../fake-web.ts';

const open = (web: FakeWeb) => gmailMail.openAutoReply({ fetch: web.fetch, token: 'ACCESS', now: () => now });

const off = { enableAutoReply: false };
const on = {
  enableAutoReply: true,
  responseSubject: '',
  responseBodyHtml: '<p>Back on 21 March.</p>',
  restrictToContacts: false,
  restrictToDomain: false,
  startTime: '1773633600000',
  endTime: '1774065600000',
};
const wanted: Omit<AutoReply, 'version'> = {
  on: true,
  from: '2026-03-16T04:00:00Z',
  to: '2026-03-21T04:00:00Z',
  inside: '<p>Back on 21 March.</p>',
  outside: '<p>Back on 21 March.</p>',
};
const versionOf = async (setting: object) => (await open(new FakeWeb(ok(setting))).read()).version;
const sentTo = (web: FakeWeb): unknown =>
  JSON.parse(String(web.asked.find(({ method }) => method === 'PUT')!.init.body));

describe('reading Gmail’s vacation responder', () => {
  it('gives text and times, which are int64 as text', async () => {
    expect(await open(new FakeWeb(ok(on))).read()).toEqual({
      on: true,
      from: '2026-03-16T04:00:00Z',
      to: '2026-03-21T04:00:00Z',
      inside: on.responseBodyHtml,
      outside: on.responseBodyHtml,
      outsiders: 'everybody',
      version: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('gives what nobody ever set as off and empty', async () => {
    const { version: _, ...reply } = await open(new FakeWeb(ok({}))).read();
    expect(reply).toEqual({ on: false, inside: '', outside: '', outsiders: 'everybody' });
  });

  it('gives plain text as HTML', async () => {
    const plain = { ...off, responseBodyPlainText: 'Back <soon>\r\n"R" & co' };
    const { inside } = await open(new FakeWeb(ok(plain))).read();
    expect(inside).toBe('Back &lt;soon&gt;<br>&quot;R&quot; &amp; co');
  });

  it.each([
    [{ restrictToDomain: true }, 'nobody', ''],
    [{ restrictToContacts: true }, 'contacts', on.responseBodyHtml],
  ])('with %j, answers outside %s', async (more, outsiders, outside) => {
    expect(await open(new FakeWeb(ok({ ...on, ...more }))).read()).toMatchObject({ outsiders, outside });
  });

  it.each([
    ['enableAutoReply', false],
    ['responseSubject', 'Away'],
    ['responseBodyHtml', 'x'],
    ['restrictToContacts', true],
    ['endTime', '1774065600001'],
  ])('has another version when %s is changed', async (field, value) => {
    expect(await versionOf({ ...on, [field]: value })).not.toBe(await versionOf(on));
  });

  it('takes for unreadable what is no such setting', async () => {
    for (const body of [[], 'text', { enableAutoReply: 'yes' }, { startTime: {} }]) {
      expect(await codeOf(open(new FakeWeb(ok(body))).read())).toBe('unreadable');
    }
  });
});

describe('setting Gmail’s vacation responder', () => {
  it('puts it whole, times as text, what is not ours as it stood', async () => {
    const before = { ...off, responseSubject: 'Away', restrictToContacts: true };
    const web = new FakeWeb(ok(before), ok(on), ok(on));
    expect(await open(web).write(wanted, await versionOf(before))).toMatchObject({ on: true });
    expect(web.asked.map(({ method, url }) => `${method} ${url.href}`)).toEqual([
      'GET https://gmail.googleapis.com/gmail/v1/users/me/settings/vacation',
      'PUT https://gmail.googleapis.com/gmail/v1/users/me/settings/vacation',
      'GET https://gmail.googleapis.com/gmail/v1/users/me/settings/vacation',
    ]);
    expect(sentTo(web)).toEqual({
      enableAutoReply: true,
      responseSubject: 'Away',
      responseBodyHtml: wanted.outside,
      restrictToDomain: false,
      restrictToContacts: true,
      startTime: '1773633600000',
      endTime: '1774065600000',
    });
    expect(web.asked[1]!.headers.get('content-type')).toBe('application/json');
  });

  it.each([
    [
      { inside: 'in', outside: 'out' },
      { responseBodyHtml: 'out', restrictToDomain: false },
    ],
    [
      { inside: 'in', outside: '' },
      { responseBodyHtml: 'in', restrictToDomain: true },
    ],
    [
      { inside: 'in', outside: 'out', outsiders: 'nobody' as const },
      { responseBodyHtml: 'in', restrictToDomain: true },
    ],
    [
      { inside: 'in', outside: 'out', outsiders: 'contacts' as const },
      { responseBodyHtml: 'out', restrictToContacts: true },
    ],
    [
      { on: false, inside: '', outside: '' },
      { enableAutoReply: false, responseBodyHtml: '', restrictToDomain: false },
    ],
  ])('of %j keeps the one text there is', async (texts, expected) => {
    const web = new FakeWeb(ok(off), ok(on), ok(on));
    await open(web)
      .write({ ...wanted, ...texts }, await versionOf(off))
      .catch(() => undefined);
    expect(sentTo(web)).toMatchObject(expected);
  });

  it('writes nothing over what somebody changed meanwhile', async () => {
    const web = new FakeWeb(ok({ ...off, responseBodyHtml: 'x' }));
    expect(await codeOf(open(web).write(wanted, await versionOf(off)))).toBe('changed-meanwhile');
    expect(web.asked).toHaveLength(1);
  });

  it('does not say it is set when, read back, it is not', async () => {
    const web = new FakeWeb(ok(off), ok(on), ok(off));
    expect(await codeOf(open(web).write(wanted, await versionOf(off)))).toBe('failed');
  });

  it('says when that was not allowed', async () => {
    const refused = { status: 403, body: { error: { errors: [{ reason: 'insufficientPermissions' }] } } };
    expect(await codeOf(open(new FakeWeb(refused)).read())).toBe('scope-missing');
    const web = new FakeWeb(ok(off), refused);
    expect(await codeOf(open(web).write(wanted, await versionOf(off)))).toBe('scope-missing');
  });
});
