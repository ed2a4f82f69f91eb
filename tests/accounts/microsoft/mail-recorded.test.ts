import Ajv from 'ajv';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AccountProblem } from '../../../src/accounts/account.ts';
import type { MailPage, ReadMail } from '../../../src/accounts/mail.ts';
import { microsoftMail } from '../../../src/accounts/microsoft/mail.ts';
import { Message } from '../../../src/domain/thread/message.ts';
import { describeWithShared } from '../../shared.ts';
import { codeOf, FakeWeb, now, ok, type Recorded } from '../fake-web.ts';
import { mutations } from '../mutate.ts';
import { recorded, recordedNames, sharedJson } from '../recorded.ts';

const graph = 'https://graph.microsoft.com/v1.0';
const wanted: ReadMail = {
  folder: 'inbox',
  cursor: {},
  from: '2016-01-01T00:00:00Z',
  people: new Set(['adelev@contoso.onmicrosoft.com', 'danas@contoso.onmicrosoft.com']),
  own: new Set(['alexw@contoso.onmicrosoft.com']),
};

const open = (...answers: Recorded[]) => {
  const web = new FakeWeb(...answers);
  const given = { fetch: web.fetch, token: 'ACCESS', now: () => now };
  return { web, mail: microsoftMail.open(given), reply: microsoftMail.openAutoReply(given) };
};

/** Single messages are published too: they are read as a page that holds one. */
function asPage(name: string): Recorded {
  const { body } = recorded(name);
  return ok('value' in (body as object) ? body : { value: [body], '@odata.deltaLink': `${graph}/x` });
}
const read = (name: string) => open(asPage(name)).mail.readPage(wanted);

describeWithShared('Graph’s recorded answers about mail', () => {
  const names = recordedNames('graph', 'message');

  it('are there', () => {
    expect(names).toHaveLength(7);
  });

  it.each(names)('%s is read, and nothing in it is unreadable', async (name) => {
    const page = await read(name);
    expect(page.unreadable).toBe(0);
    for (const message of page.put) expect(Message.safeParse(message).error).toBeUndefined();
  });

  it.each([
    [
      'graph/message-get-full',
      {
        put: [
          {
            id: 'AAMkADhMGAAA=',
            threadId: 'AAQkADOUpag6yWs=',
            internetMessageId: '<MWHPR6E1BE060@MWHPR1120.namprd22.prod.outlook.com>',
            sentAt: '2018-09-09T03:15:08Z',
            from: { name: 'Adele Vance', email: 'adelev@contoso.onmicrosoft.com' },
            to: [{ name: 'Alex Wilber', email: 'alexw@contoso.onmicrosoft.com' }],
            subject: '9/9/2018: concert',
            kind: 'personal',
          },
        ],
      },
    ],
    // Samples of a $select: without any time they are word of a change, of which nothing is to be made.
    ['graph/messages-delta-1-skiptoken', { put: [], done: false }],
    [
      'graph/messages-delta-3-deltalink',
      { put: [], done: true, cursor: { changes: expect.stringContaining('delta') } },
    ],
    [
      'graph/messages-delta-4-next-round-removed',
      { put: [], gone: ['AAMkADk0MGFkODE3LWE4MmYtNDRhOS0Dh+6qB/pB2Sa2pUum19a6YAAKnLuxoAAA='] },
    ],
  ])('%s says exactly this', async (name, expected) => {
    expect(await read(name)).toMatchObject(expected);
  });

  it('give the kind by the headers that come along', async () => {
    const { body } = recorded('graph/message-get-full') as { body: object };
    const { internetMessageHeaders } = recorded('graph/message-headers').body as { internetMessageHeaders: unknown };
    const page = await open(ok({ value: [{ ...body, internetMessageHeaders }] })).mail.readPage(wanted);
    expect(page.put).toMatchObject([{ kind: 'bounce', kindReason: 'report' }]);
  });

  it('of other things are no page of messages', async () => {
    for (const name of ['mailboxsettings-get', 'automaticreplies-get', 'batch-responses']) {
      expect(await codeOf(open(recorded(`graph/${name}`)).mail.readPage(wanted))).toBe('unreadable');
    }
    const { mail } = open(recorded('graph/error-429-throttled'));
    await expect(mail.readPage(wanted)).rejects.toMatchObject({ code: 'rate-limited', retryAfter: 3 });
  });

  it('of the automatic reply are read', async () => {
    expect(await open(recorded('graph/automaticreplies-get')).reply.read()).toMatchObject({
      on: true,
      outsiders: 'nobody',
      inside: expect.stringContaining('worldwide reunion'),
    });
    for (const name of ['mailboxsettings-get', 'mailboxsettings-patched']) {
      const { automaticRepliesSetting } = recorded(`graph/${name}`).body as { automaticRepliesSetting: unknown };
      const reply = await open(ok(automaticRepliesSetting)).reply.read();
      expect(reply).toMatchObject({ on: true, outsiders: 'everybody', from: expect.stringMatching(/^2016-03-\d\dT0/) });
    }
  });

  it('however they are damaged, give records or a problem with a code that holds nothing of them', async () => {
    const said = /contoso|concert|reunion|ACCESS|Vance/i;
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names, 'graph/message-get-full'), mutations(), async (name, mutate) => {
        const page = await open(ok(mutate(asPage(name).body)))
          .mail.readPage(wanted)
          .catch((error: unknown) => error);
        if (page instanceof Error) {
          expect(page).toBeInstanceOf(AccountProblem);
          expect(`${page.stack}`).not.toMatch(said);
          return;
        }
        for (const each of (page as MailPage).put) {
          expect(Message.safeParse(each).error).toBeUndefined();
          kept++;
        }
      }),
      { numRuns: 400, seed: 20_260_309 },
    );
    // Not all of them are broken: otherwise nothing would be shown here.
    expect(kept).toBeGreaterThan(20);
    await fc.assert(
      fc.asyncProperty(mutations(), async (mutate) => {
        const damaged = ok(mutate(recorded('graph/automaticreplies-get').body));
        const reply = await open(damaged)
          .reply.read()
          .catch((error: unknown) => error);
        if (!(reply instanceof Error)) return;
        expect(reply).toBeInstanceOf(AccountProblem);
        expect(`${reply.stack}`).not.toMatch(said);
      }),
      { numRuns: 200, seed: 20_260_309 },
    );
  });
});

describeWithShared('what Graph is asked about mail', () => {
  const describedBy = () => sharedJson('microsoft-graph.openapi.json') as unknown as Description;

  it('is asked as Microsoft’s own description of the API has it', async () => {
    const setting = recorded('graph/automaticreplies-get');
    const { web, mail, reply } = open(ok({ value: [] }), setting, setting, ok({}), ok({ ...off, status: 'disabled' }));
    await mail.readPage(wanted);
    const { version } = await reply.read();
    await reply.write({ on: false, inside: '', outside: '' }, version);
    const folder = '/me/mailFolders/{mailFolder-id}/messages/delta';
    const replies = '/me/mailboxSettings/automaticRepliesSetting';
    const described = [folder, replies, replies, '/me/mailboxSettings', replies];
    expect(web.asked.map(({ url }) => url.pathname)).toEqual([
      '/v1.0/me/mailFolders/inbox/messages/delta',
      ...described.slice(1).map((path) => `/v1.0${path}`),
    ]);
    web.asked.forEach(({ url, method }, at) => {
      const operation = describedBy().paths[described[at]!]?.[method.toLowerCase()];
      const known = operation?.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
      expect(operation).toBeDefined();
      for (const name of url.searchParams.keys()) expect(known).toContain(name);
    });
  });

  it('asks for no field that a message does not have', async () => {
    const { web, mail } = open(ok({ value: [] }));
    await mail.readPage(wanted);
    const message = describedBy().components.schemas['microsoft.graph.message']!;
    const entity = ['id', ...(message.allOf ?? []).flatMap(({ properties }) => Object.keys(properties ?? {}))];
    for (const field of web.last.url.searchParams.get('$select')!.split(',')) expect(entity).toContain(field);
  });

  it('is sent automatic replies that its own schema takes, and takes no others', async () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'graph', components: describedBy().components } as object);
    const check = ajv.compile({ $ref: 'graph#/components/schemas/microsoft.graph.automaticRepliesSetting' });
    expect(check({ status: 'Sometimes' })).toBe(false);
    expect(check({ status: 'disabled', externalReplyMessage: 7 })).toBe(false);
    const times = { from: '2026-03-16T04:00:00Z', to: '2026-03-21T04:00:00Z' };
    for (const on of [true, false]) {
      for (const outsiders of ['nobody', 'contacts', 'everybody'] as const) {
        for (const more of [{}, times]) {
          const { web, reply } = open(ok(off), ok(off), ok({}), ok(off));
          const { version } = await reply.read();
          await reply.write({ on, ...more, inside: 'i', outside: 'o', outsiders }, version).catch(() => undefined);
          const { automaticRepliesSetting } = JSON.parse(String(web.asked[2]!.init.body));
          expect(check(automaticRepliesSetting), ajv.errorsText(check.errors)).toBe(true);
        }
      }
    }
  });
});

const off = { status: 'disabled', externalAudience: 'none', internalReplyMessage: '', externalReplyMessage: '' };

interface Description {
  paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>;
  components: { schemas: Record<string, { allOf?: { properties?: object }[] }> };
}
