import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AccountProblem } from '../../../src/accounts/account.ts';
import { gmailMail } from '../../../src/accounts/google/mail.ts';
import { headerFields } from '../../../src/accounts/google/mail-wire.ts';
import type { MailPage, ReadMail } from '../../../src/accounts/mail.ts';
import { Message } from '../../../src/domain/thread/message.ts';
import { describeWithShared } from '../../shared.ts';
import { FakeWeb, now, ok } from '../fake-web.ts';
import { mutations } from '../mutate.ts';
import { sharedJson } from '../recorded.ts';
import { FakeGmail } from './fake-gmail.ts';

const wanted = (cursor: ReadMail['cursor'] = {}): ReadMail => ({
  folder: 'all',
  cursor,
  from: '2026-01-05T00:00:00Z',
  people: new Set(['sam@school.example']),
  own: new Set(['robin@school.example']),
});

const headers = {
  From: 'Sam Li <sam@school.example>',
  To: 'robin@school.example',
  Subject: 'My essay on Hamlet',
  'Message-ID': '<1@school.example>',
};
const message = {
  id: '1a',
  threadId: '1a',
  labelIds: ['INBOX'],
  internalDate: '1773050400000',
  payload: { mimeType: 'text/plain', headers: Object.entries(headers).map(([name, value]) => ({ name, value })) },
};

describeWithShared('what Gmail is asked', () => {
  const describedBy = () => sharedJson('gmail.v1.json') as unknown as Description;

  it('is asked as Google’s own description of the API has it', async () => {
    const gmail = new FakeGmail();
    gmail.messages = [{ id: '1a', headers }];
    const given = { token: 'ACCESS', now: () => now };
    const session = gmailMail.open({ ...given, fetch: gmail.fetch });
    await session.readPage(wanted());
    await session.readPage(wanted({ changes: '100', page: '0' }));
    const web = new FakeWeb(ok({}), ok({}), ok({}), ok({}));
    const reply = gmailMail.openAutoReply({ ...given, fetch: web.fetch });
    const { version } = await reply.read();
    await reply.write({ on: false, inside: 'i', outside: 'o' }, version);

    const { users } = describedBy().resources;
    const { messages, history, settings } = users.resources;
    const { getVacation, updateVacation } = settings!.methods;
    const methods = [
      [users.methods.getProfile, messages!.methods.list, messages!.methods.get, history!.methods.list],
      [getVacation, getVacation, updateVacation, getVacation],
    ].flat();
    const asked = [...gmail.asked, ...web.asked];
    expect(asked).toHaveLength(methods.length);
    for (const [at, { url, method }] of asked.entries()) check(url, method, methods[at]!, describedBy());
  });

  it('needs no scopes beyond those that are asked for, and a search needs this one', () => {
    const { users } = describedBy().resources;
    const { messages, history, settings } = users.resources;
    const [reading] = gmailMail.scopes;
    for (const each of [
      users.methods.getProfile,
      messages!.methods.list,
      messages!.methods.get,
      history!.methods.list,
    ]) {
      expect(each!.scopes).toContain(reading);
    }
    for (const name of ['getVacation', 'updateVacation']) {
      expect(settings!.methods[name]!.scopes).toContain(gmailMail.autoReplyScopes[0]);
    }
    expect(messages!.methods.list!.parameters.q!.description).toContain(
      'cannot be used when accessing the api using the gmail.metadata',
    );
  });

  it('is sent settings of which all fields and types are Google’s own', async () => {
    const { properties } = describedBy().schemas.VacationSettings!;
    const web = new FakeWeb(ok({}), ok({}), ok({}), ok({}));
    const reply = gmailMail.openAutoReply({ fetch: web.fetch, token: 'ACCESS', now: () => now });
    const times = { from: '2026-03-16T04:00:00Z', to: '2026-03-21T04:00:00Z' };
    const { version } = await reply.read();
    await reply.write({ on: true, ...times, inside: 'i', outside: 'o' }, version).catch(() => undefined);
    const sent = JSON.parse(String(web.asked[2]!.init.body)) as Record<string, unknown>;
    expect(Object.keys(sent)).toContain('startTime');
    for (const [name, value] of Object.entries(sent))
      expect([name, typeof value]).toEqual([name, properties[name]?.type]);
  });
});

it('asks for every header that tells who, to whom or of what kind', () => {
  expect(new Set(headerFields.map((name) => name.toLowerCase())).size).toBe(headerFields.length);
  expect(headerFields).not.toContain('X-Auto-Response-Suppress');
});

it('gives records or a problem with a code that holds nothing of them, however answers are damaged', async () => {
  const list = { messages: [{ id: '1a', threadId: '1a' }], nextPageToken: 'p' };
  const history = { history: [{ messagesAdded: [{ message: { id: '1a' } }] }], historyId: '7' };
  const said = /sam@|Hamlet|ACCESS|school/i;
  const perhaps = fc.oneof(
    fc.constant((body: unknown) => body),
    mutations(),
  );
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(perhaps, perhaps, perhaps, fc.boolean(), async (one, two, three, inFull) => {
      const answers = inFull ? [one({ historyId: '5' }), two(list)] : [two(history)];
      const more = Array<unknown>(20).fill(three(message));
      const web = new FakeWeb(...[...answers, ...more].map(ok));
      const session = gmailMail.open({ fetch: web.fetch, token: 'ACCESS', now: () => now });
      const page = await session.readPage(wanted(inFull ? {} : { changes: '1' })).catch((error: unknown) => error);
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
    { numRuns: 600, seed: 20_260_309 },
  );
  // Not all of them are broken: otherwise nothing would be shown here.
  expect(kept).toBeGreaterThan(50);
  await fc.assert(
    fc.asyncProperty(mutations(), async (mutate) => {
      const vacation = { enableAutoReply: true, responseBodyHtml: 'Hamlet', startTime: '1773633600000', endTime: '1' };
      const web = new FakeWeb(ok(mutate(vacation)));
      const reply = await gmailMail
        .openAutoReply({ fetch: web.fetch, token: 'ACCESS', now: () => now })
        .read()
        .catch((error: unknown) => error);
      if (!(reply instanceof Error)) return;
      expect(reply).toBeInstanceOf(AccountProblem);
      expect(`${reply.stack}`).not.toMatch(said);
    }),
    { numRuns: 200, seed: 20_260_309 },
  );
});

function check(url: URL, method: string, described: Method, { rootUrl, parameters }: Description): void {
  const path = described.flatPath.replace('{userId}', 'me').replace('{id}', '1a');
  expect(`${method} ${url.origin}${url.pathname}`).toBe(`${described.httpMethod} ${rootUrl}${path}`);
  const known: Record<string, Parameter> = { ...parameters, ...described.parameters };
  for (const [name, value] of url.searchParams) {
    expect(Object.keys(known)).toContain(name);
    if (known[name]!.enum) expect(known[name]!.enum).toContain(value);
  }
  // Discovery has no `maximum` here; its words say 500.
  expect(Number(url.searchParams.get('maxResults'))).toBeLessThanOrEqual(500);
}

interface Parameter {
  description?: string;
  enum?: string[];
}
interface Method {
  flatPath: string;
  httpMethod: string;
  scopes: string[];
  parameters: Record<string, Parameter>;
}
interface Resource {
  methods: Record<string, Method>;
}
interface Description {
  rootUrl: string;
  parameters: Record<string, Parameter>;
  schemas: Record<string, { properties: Record<string, { type: string }> }>;
  resources: { users: Resource & { resources: Record<string, Resource> } };
}
