import { describe, expect, it } from 'vitest';
import type { AutoReply } from '../../../src/accounts/mail.ts';
import { microsoftMail } from '../../../src/accounts/microsoft/mail.ts';
import { codeOf, FakeWeb, now, ok } from '../fake-web.ts';

const open = (web: FakeWeb) => microsoftMail.openAutoReply({ fetch: web.fetch, token: 'ACCESS', now: () => now });

const off = {
  status: 'disabled',
  externalAudience: 'all',
  scheduledStartDateTime: { dateTime: '2026-03-09T12:00:00.0000000', timeZone: 'UTC' },
  scheduledEndDateTime: { dateTime: '2026-03-10T12:00:00.0000000', timeZone: 'UTC' },
  internalReplyMessage: '',
  externalReplyMessage: '',
};
const on = {
  ...off,
  status: 'scheduled',
  scheduledStartDateTime: { dateTime: '2026-03-16T04:00:00.0000000', timeZone: 'UTC' },
  scheduledEndDateTime: { dateTime: '2026-03-21T04:00:00.0000000', timeZone: 'UTC' },
  internalReplyMessage: '<html><body><p>Back on 21 March.</p></body></html>',
  externalReplyMessage: '<p>Back on 21 March.</p>',
};
const wanted: Omit<AutoReply, 'version'> = {
  on: true,
  from: '2026-03-16T04:00:00Z',
  to: '2026-03-21T04:00:00Z',
  inside: '<p>Back on 21 March.</p>',
  outside: '<p>Back on 21 March.</p>',
};

async function versionOf(setting: object): Promise<string> {
  return (await open(new FakeWeb(ok(setting))).read()).version;
}

/** What was sent to be written. */
function sentTo(web: FakeWeb): unknown {
  const patch = web.asked.filter(({ method }) => method === 'PATCH');
  expect(patch).toHaveLength(1);
  return JSON.parse(String(patch[0]!.init.body));
}

describe('reading the automatic reply of Outlook', () => {
  it('gives texts, times and audience of one that is scheduled', async () => {
    expect(await open(new FakeWeb(ok(on))).read()).toEqual({
      on: true,
      from: '2026-03-16T04:00:00Z',
      to: '2026-03-21T04:00:00Z',
      inside: on.internalReplyMessage,
      outside: on.externalReplyMessage,
      outsiders: 'everybody',
      version: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it.each([
    ['disabled', false, undefined],
    ['alwaysEnabled', true, undefined],
    ['AlwaysEnabled', true, undefined],
    ['Scheduled', true, '2026-03-16T04:00:00Z'],
  ])('%s is read whatever its case', async (status, isOn, from) => {
    const reply = await open(new FakeWeb(ok({ ...on, status }))).read();
    expect([reply.on, reply.from]).toEqual([isOn, from]);
  });

  it('reads times in the zone beside them', async () => {
    const start = { dateTime: '2026-03-16T00:00:00.0000000', timeZone: 'Eastern Standard Time' };
    const reply = await open(new FakeWeb(ok({ ...on, scheduledStartDateTime: start }))).read();
    expect(reply.from).toBe('2026-03-16T04:00:00Z');
  });

  it.each([
    ['internalReplyMessage', 'x'],
    ['externalReplyMessage', 'x'],
    ['externalAudience', 'contactsOnly'],
    ['status', 'alwaysEnabled'],
    ['scheduledEndDateTime', { dateTime: '2026-03-22T04:00:00.0000000', timeZone: 'UTC' }],
  ])('has another version when %s is changed', async (field, value) => {
    expect(await versionOf({ ...on, [field]: value })).not.toBe(await versionOf(on));
  });

  it('has the same version while only what is not in force differs', async () => {
    const later = { dateTime: '2026-05-01T00:00:00.0000000', timeZone: 'UTC' };
    expect(await versionOf({ ...off, scheduledEndDateTime: later })).toBe(await versionOf(off));
  });

  it.each([[{}], [{ status: 'sometimes' }], [{ status: 7 }], [[]], ['text']])(
    'takes %j for unreadable',
    async (body) => {
      expect(await codeOf(open(new FakeWeb(ok(body))).read())).toBe('unreadable');
    },
  );
});

describe('setting the automatic reply of Outlook', () => {
  it('schedules it in UTC for inside and outside, and gives what then stands', async () => {
    const web = new FakeWeb(ok(off), ok({}), ok(on));
    const reply = await open(web).write(wanted, await versionOf(off));
    expect(reply).toMatchObject({ on: true, version: await versionOf(on) });
    expect(web.asked.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'GET /v1.0/me/mailboxSettings/automaticRepliesSetting',
      'PATCH /v1.0/me/mailboxSettings',
      'GET /v1.0/me/mailboxSettings/automaticRepliesSetting',
    ]);
    expect(sentTo(web)).toEqual({
      automaticRepliesSetting: {
        status: 'scheduled',
        externalAudience: 'all',
        scheduledStartDateTime: { dateTime: '2026-03-16T04:00:00', timeZone: 'UTC' },
        scheduledEndDateTime: { dateTime: '2026-03-21T04:00:00', timeZone: 'UTC' },
        internalReplyMessage: wanted.inside,
        externalReplyMessage: wanted.outside,
      },
    });
    expect(web.asked[1]!.headers.get('content-type')).toContain('application/json');
    expect(web.asked[1]!.headers.get('authorization')).toBe('Bearer ACCESS');
  });

  it('writes nothing over what somebody changed meanwhile', async () => {
    const version = await versionOf(off);
    for (const changed of [on, { ...off, internalReplyMessage: 'x' }]) {
      const web = new FakeWeb(ok(changed));
      expect(await codeOf(open(web).write(wanted, version))).toBe('changed-meanwhile');
      expect(web.asked).toHaveLength(1);
    }
  });

  it('puts it out again with the texts that stood before', async () => {
    const web = new FakeWeb(ok(on), ok({}), ok(off));
    const reply = await open(web).write({ on: false, inside: '', outside: '' }, await versionOf(on));
    expect(reply.on).toBe(false);
    expect(sentTo(web)).toMatchObject({
      automaticRepliesSetting: { status: 'disabled', internalReplyMessage: '', externalReplyMessage: '' },
    });
  });

  it.each([
    [{ outside: 'x' }, 'all', 'all'],
    [{ outside: 'x' }, 'none', 'all'],
    [{ outside: 'x' }, 'contactsOnly', 'contactsOnly'],
    [{ outside: '' }, 'all', 'none'],
    [{ outside: 'x', outsiders: 'nobody' as const }, 'all', 'none'],
    [{ outside: 'x', outsiders: 'everybody' as const }, 'contactsOnly', 'all'],
  ])('with %j, where the audience was %s, makes it %s', async (more, externalAudience, expected) => {
    const before = { ...off, externalAudience };
    const web = new FakeWeb(ok(before), ok({}), ok(on));
    await open(web).write({ ...wanted, ...more }, await versionOf(before));
    expect(sentTo(web)).toMatchObject({ automaticRepliesSetting: { externalAudience: expected } });
  });

  it('is on until it is put out where no times are given', async () => {
    const always = { ...on, status: 'alwaysEnabled' };
    const web = new FakeWeb(ok(off), ok({}), ok(always));
    await open(web).write({ on: true, inside: 'x', outside: 'x' }, await versionOf(off));
    expect(sentTo(web)).toMatchObject({ automaticRepliesSetting: { status: 'alwaysEnabled' } });
  });

  it('sends no schedule with one end', async () => {
    const web = new FakeWeb(ok(off));
    const half = { on: true, from: '2026-03-16T04:00:00Z', inside: 'x', outside: 'x' };
    expect(await codeOf(open(web).write(half, await versionOf(off)))).toBe('failed');
    expect(web.asked).toHaveLength(1);
  });

  it.each([
    ['it is still off', off],
    ['it ends at another time', { ...on, scheduledEndDateTime: off.scheduledEndDateTime }],
    ['its texts are gone', { ...on, internalReplyMessage: '', externalReplyMessage: '' }],
  ])('does not say it is set when, read back, %s', async (_what, after) => {
    const web = new FakeWeb(ok(off), ok({}), ok(after));
    expect(await codeOf(open(web).write(wanted, await versionOf(off)))).toBe('failed');
  });

  it.each([
    [{ status: 403, body: { error: { code: 'ErrorAccessDenied' } } }, 'scope-missing'],
    [{ status: 401, body: {} }, 'signed-out'],
    [{ status: 429, body: {} }, 'rate-limited'],
    [{ status: 500, body: {} }, 'server'],
    [new TypeError('Failed to fetch'), 'offline'],
  ])('turns %j into %s, wherever it happens', async (answer, code) => {
    const version = await versionOf(off);
    expect(await codeOf(open(new FakeWeb(answer)).write(wanted, version))).toBe(code);
    expect(await codeOf(open(new FakeWeb(ok(off), answer)).write(wanted, version))).toBe(code);
    expect(await codeOf(open(new FakeWeb(ok(off), ok({}), answer)).write(wanted, version))).toBe(code);
  });
});
