import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MailboxProblem, readMailbox } from '../../src/files/mailbox.ts';

const encode = (text: string) => new TextEncoder().encode(text);

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(file: string | Uint8Array, size = 65_536) {
  const problems: MailboxProblem[] = [];
  const bytes = typeof file === 'string' ? encode(file) : file;
  const options = { onProblem: (problem: MailboxProblem) => problems.push(problem) };
  return { messages: await Array.fromAsync(readMailbox(inPieces(bytes, size), options)), problems };
}

const mail = (fields: Record<string, string>, body = 'Hello.') =>
  `${Object.entries({
    From: 'Amina Okafor <Amina@Example.edu>',
    To: 'robin@example.com',
    Subject: 'A question',
    Date: 'Mon, 9 Mar 2026 08:40:00 -0400',
    'Message-ID': '<one@example.edu>',
    ...fields,
  })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n\n${body}\n`;

const line = 'From amina@example.edu Mon Mar  9 08:40:00 2026\n';
const mbox = (...mails: string[]) => mails.map((each) => `${line}${each}\n`).join('');

describe('a mailbox file', () => {
  it('is read message by message: who, when, to whom, about what, of what kind', async () => {
    const { messages, problems } = await read(mail({}));
    expect(problems).toEqual([]);
    expect(messages).toEqual([
      {
        id: '<one@example.edu>',
        internetMessageId: '<one@example.edu>',
        threadId: '<one@example.edu>',
        sentAt: '2026-03-09T12:40:00Z',
        from: { name: 'Amina Okafor', email: 'amina@example.edu' },
        to: [{ email: 'robin@example.com' }],
        cc: [],
        subject: 'A question',
        kind: 'personal',
        kindReason: 'person',
      },
    ]);
  });

  it('is the same in pieces of any size', async () => {
    const text = mbox(mail({}), mail({ 'Message-ID': '<two@example.edu>', 'In-Reply-To': '<one@example.edu>' }));
    const whole = await read(text);
    expect(whole.messages).toHaveLength(2);
    for (const size of [1, 2, 7, 63]) expect(await read(text, size)).toEqual(whole);
  });

  it('is cut only at separator lines: not at a sentence that begins with From, quoted or not', async () => {
    const body = 'One.\n\nFrom here on it is easy.\n>From there too.\n\nFrom Monday to Friday 2026';
    const { messages, problems } = await read(mbox(mail({}, body), mail({ 'Message-ID': '<two@example.edu>' })));
    expect([messages.length, problems.length]).toEqual([2, 0]);
  });

  it('finds threads by References, whatever the order, and Gmail’s own where Takeout names them', async () => {
    const question = mail({});
    const answer = mail({ 'Message-ID': '<two@x>', References: '<one@example.edu>', Subject: 'Quite other words' });
    const again = mail({ 'Message-ID': '<three@x>', 'In-Reply-To': '<two@x>' });
    for (const mails of [
      [question, answer, again],
      [again, answer, question],
      [answer, again, question],
    ]) {
      const { messages } = await read(mbox(...mails));
      expect(new Set(messages.map((message) => message.threadId)).size).toBe(1);
      expect(messages.some((message) => message.threadGuessed)).toBe(false);
    }
    const { messages } = await read(mail({ 'X-GM-THRID': '1791234567890123456' }));
    expect(messages[0]!.threadId).toBe(1791234567890123456n.toString(16));
  });

  it('joins an answer without references by its subject and people, and says that it is a guess', async () => {
    const answer = mail({
      'Message-ID': '<two@x>',
      Subject: 'AW: A question',
      From: 'robin@example.com',
      To: 'amina@example.edu',
    });
    const other = mail({
      'Message-ID': '<three@x>',
      Subject: 'Re: A question',
      From: 'a@b.example',
      To: 'c@d.example',
    });
    const { messages } = await read(mbox(mail({}), answer, other));
    expect(messages.map(({ threadId, threadGuessed }) => [threadId, threadGuessed])).toEqual([
      ['<one@example.edu>', undefined],
      ['<one@example.edu>', true],
      ['<three@x>', undefined],
    ]);
  });

  it('takes the server’s time where the sender’s clock is ahead or says nothing', async () => {
    const Received = 'from a by b; Mon, 9 Mar 2026 12:41:00 +0000 (UTC)';
    for (const sent of ['', 'Fri, 9 Mar 2035 12:40:00 +0000', 'yesterday']) {
      const { messages } = await read(mail({ Received, Date: sent }));
      expect(messages[0]!.sentAt).toBe('2026-03-09T12:41:00Z');
    }
  });

  it('that was cut in parts gives the messages that stand whole in each', async () => {
    const whole = mbox(mail({ 'Message-ID': '<one@x>' }), mail({ 'Message-ID': '<two@x>' }));
    const { messages, problems } = await read(encode(whole.slice(whole.indexOf('<one@x>'))));
    expect(messages.map(({ id }) => id)).toEqual(['<two@x>']);
    expect(problems).toMatchObject([{ message: 1, at: 0 }]);
  });

  it('that is one message is not cut where it quotes an .mbox', async () => {
    const { messages } = await read(encode(mail({}, `see:\n\n${line}${mail({ 'Message-ID': '<two@x>' })}`)));
    expect(messages.map(({ id }) => id)).toEqual(['<one@example.edu>']);
  });

  it('names what cannot be read and goes on', async () => {
    const { messages, problems } = await read(
      mbox(mail({}), mail({ Date: '' }), mail({ From: '' }), mail({ 'Message-ID': '<last@x>' })),
    );
    expect(messages.map((message) => message.id)).toEqual(['<one@example.edu>', '<last@x>']);
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['no-date', 2],
      ['no-sender', 3],
    ]);
  });

  it('says of a picture or an empty file that it is no mailbox', async () => {
    const picture = new Uint8Array(5000).map((_, at) => (at * 37) % 256);
    expect((await read(picture)).problems.map(({ code }) => code)).toEqual(['not-a-mailbox']);
    expect(await read('')).toEqual({ messages: [], problems: [] });
    expect((await read('<html><p>Hello</p></html>')).problems.map(({ code }) => code)).toEqual(['not-a-mailbox']);
  });

  it('reads names in charsets that nobody declared in the header', async () => {
    const text = mail({
      From: '\u00c9l\u00e8ve <eleve@example.edu>',
      'Content-Type': 'text/plain; charset=iso-8859-1',
    });
    const latin = Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect((await read(latin)).messages[0]!.from.name).toBe('Élève');
    expect((await read(text)).messages[0]!.from.name).toBe('Élève');
  });

  it('does not let a subject become a header, nor ten thousand recipients a problem', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `p${at}@example.edu`).join(', ');
    const { messages } = await read(mail({ Subject: '=?utf-8?q?Hi=0D=0AFrom:_evil@example.com?=', To: many }));
    expect(messages[0]!.from.email).toBe('amina@example.edu');
    expect(messages[0]!.subject).not.toMatch(/[\r\n]/);
    expect(messages[0]!.to).toHaveLength(10_000);
  });

  it('holds only the beginning of a message however long it is', async () => {
    let held = 0;
    async function* long() {
      yield encode(`${line}${mail({})}`);
      for (let at = 0; at < 200; at += 1) yield encode(`${'x'.repeat(99_999)}\n`);
      yield encode(`\n${line}${mail({ 'Message-ID': '<two@x>' })}`);
    }
    const options = { onMail: (_: unknown, bytes: number) => (held = Math.max(held, bytes)) };
    const messages = await Array.fromAsync(readMailbox(long(), options));
    expect(messages.map((message) => message.id)).toEqual(['<one@example.edu>', '<two@x>']);
    expect(held).toBeLessThanOrEqual(256 * 1024);
  });

  it('never throws for what a file holds', async () => {
    const whole = encode(mbox(mail({}), mail({ 'Content-Type': 'multipart/mixed; boundary=b' }, '--b\n\nx\n--b--')));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.uint8Array({ maxLength: 200 }), fc.nat(50), async (at, noise, size) => {
        const bytes = new Uint8Array([...whole.subarray(0, at), ...noise, ...whole.subarray(at)]);
        const { messages, problems } = await read(bytes, size + 1);
        expect(messages.length + problems.length).toBeLessThan(20);
      }),
      { numRuns: 60 },
    );
  });
});
