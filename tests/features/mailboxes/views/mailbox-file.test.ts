import { describe, expect, it } from 'vitest';
import {
  importMailbox,
  type MailImport,
  type MailPortion,
  MOST_LISTED,
} from '../../../../src/features/mailboxes/views/mailbox-file.ts';
import { planWanted } from '../../../../src/features/mailboxes/wanted.ts';
import { readMailbox } from '../../../../src/files/mailbox.ts';
import { address, people, relationship } from '../../../domain/build.ts';

const now = '2026-03-09T08:40:00Z';
const wanted = planWanted(people, [relationship()], now);

interface Mail {
  from?: string;
  to?: string;
  day?: number;
  id?: string;
  more?: string;
}

let made = 0;
const mail = ({ from = address.ana, to = address.me, day = 2, id = `m${++made}`, more = '' }: Mail = {}) =>
  `From x@y Mon Mar  2 10:00:00 2026\nFrom: ${from}\nTo: ${to}\nSubject: A question\nDate: ${new Date(Date.UTC(2026, 1, day, 10)).toUTCString()}\nMessage-ID: <${id}@x>\n${more}\nHello.\n\n`;

const read: MailImport['read'] = (bytes, { onMessage, ...options }) =>
  readMailbox(bytes, {
    ...options,
    onMail: ({ record }) => onMessage(record.sentAt, record.from.email),
  });

async function bring(parts: BlobPart[], more: Partial<MailImport> = {}) {
  const sent: MailPortion[] = [];
  const shares: number[] = [];
  const outcome = await importMailbox({
    file: new File(parts, 'all.mbox'),
    wanted,
    now,
    read,
    store: async (portion) => {
      sent.push(portion);
      return { added: portion.messages.length, changed: 0, same: 0 };
    },
    onProgress: (share) => shares.push(share),
    signal: new AbortController().signal,
    ...more,
  });
  return { outcome, sent, shares };
}

describe('a mailbox file on its way in', () => {
  it('keeps messages with people of the ledger, and forgets the rest', async () => {
    const { outcome, sent } = await bring([
      mail(),
      mail({ from: 'shop@ads.example' }),
      mail({ from: address.me, to: address.ana }),
    ]);
    expect(sent.flatMap(({ messages }) => messages.map(({ from }) => from.email))).toEqual([address.ana, address.me]);
    expect(outcome).toMatchObject({ state: 'done', read: 3, kept: 2, counts: { added: 2 } });
    expect(JSON.stringify(sent)).not.toContain('ads.example');
  });

  it('says with the last portion what it covers, by the dates of all its messages', async () => {
    const { sent } = await bring([
      mail({ day: 1, from: 'list@a.example' }),
      ...Array.from({ length: 600 }, () => mail({ day: 5 })),
      mail({ day: 20, from: address.me, to: 'shop@a.example' }),
    ]);
    expect(sent.map(({ messages, last }) => [messages.length, last !== undefined])).toEqual([
      [500, false],
      [100, true],
    ]);
    expect(sent.at(-1)?.last).toEqual({
      from: '2026-02-01T10:00:00Z',
      to: '2026-02-20T10:00:00Z',
      address: address.me,
      sent: true,
      received: true,
    });
  });

  it('that holds one side alone says so', async () => {
    expect((await bring([mail(), mail({ day: 3 })])).sent.at(-1)?.last).toMatchObject({ sent: false, received: true });
  });

  it('covers no more for one message of a wrong date, and nothing of what is to come', async () => {
    const { outcome } = await bring([
      mail({ day: -9000 }),
      mail({ day: 1 }),
      mail({ day: 25, from: address.me, to: address.ana }),
      mail({ day: 300 }),
    ]);
    expect(outcome).toMatchObject({ cover: { from: '2026-02-01T10:00:00Z', to: '2026-02-25T10:00:00Z' } });
  });

  it('tells which threads were one, where one of them was told before', async () => {
    const joins = mail({ id: 'c', more: 'References: <a@x> <b@x>\n' });
    const { sent } = await bring([mail({ id: 'a' }), mail({ id: 'b' }), joins]);
    expect(sent[0]?.merged).toEqual([['<b@x>', '<a@x>']]);
    const others = await bring([mail({ id: 'a', from: 'q@z.example' }), mail({ id: 'b', from: 'q@z.example' }), joins]);
    expect(others.sent[0]?.merged).toEqual([]);
  });

  it('counts and names every broken message, and reads the rest', async () => {
    const broken = 'From x@y Mon Mar  2 10:00:00 2026\nSubject: nobody\n\nx\n\n';
    const first = mail();
    const { outcome } = await bring([first, broken, mail()]);
    const at = first.length + broken.indexOf('\n') + 1;
    expect(outcome).toMatchObject({ state: 'done', kept: 2, broken: 1, problems: [{ code: 'no-sender', message: 2 }] });
    expect(outcome.state === 'done' && Math.abs(outcome.problems[0]!.at - at)).toBeLessThan(60);
  });

  it('lists as many broken ones as one can look at, and counts all', async () => {
    const broken = 'From x@y Mon Mar  2 10:00:00 2026\nSubject: nobody\n\nx\n\n';
    const { outcome } = await bring([broken.repeat(MOST_LISTED + 5)]);
    expect(outcome).toMatchObject({ state: 'done', broken: MOST_LISTED + 5, read: 0 });
    expect(outcome.state === 'done' && outcome.problems).toHaveLength(MOST_LISTED);
  });

  it.each([
    ['an empty file', [], 'empty'],
    ['a picture', [new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 255, 254])], 'not-a-mailbox'],
    ['a page', ['<html><body>no mail</body></html>'], 'not-a-mailbox'],
    ['a letter', ['Dear Amina,\n\nhow are you?\n'], 'not-a-mailbox'],
  ] as [string, BlobPart[], string][])('%s is refused, and nothing is stored', async (_what, parts, code) => {
    const { outcome, sent } = await bring(parts);
    expect(outcome).toEqual({ state: 'refused', name: 'all.mbox', code });
    expect(sent).toEqual([]);
  });

  it('cut in the middle of a message keeps what stands before', async () => {
    const whole = mail() + mail({ from: address.me, to: address.ana, day: 4 });
    const { outcome } = await bring([whole.slice(0, -60)]);
    expect(outcome).toMatchObject({ state: 'done', kept: 1, broken: 1 });
  });

  it('stops when asked to, and keeps what was stored', async () => {
    const stop = new AbortController();
    const parts = Array.from({ length: 1200 }, () => mail());
    const { outcome, sent } = await bring(parts, {
      signal: stop.signal,
      store: async ({ messages }) => {
        stop.abort();
        return { added: messages.length, changed: 0, same: 0 };
      },
    });
    expect(outcome).toMatchObject({ state: 'stopped', counts: { added: 500 } });
    expect(sent).toEqual([]);
  });

  it('says so when it can’t be stored, or can’t be read to its end', async () => {
    expect((await bring([mail()], { store: async () => null })).outcome).toMatchObject({ code: 'not-stored' });
    const gone = new File([mail()], 'gone.mbox');
    gone.stream = () =>
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(mail() + mail()));
        },
        pull: (controller) => controller.error(new Error('the disk is gone')),
      });
    expect((await bring([], { file: gone })).outcome).toMatchObject({ state: 'cut-off', kept: 1 });
  });

  it('tells how far it is, up to the end', async () => {
    const { shares } = await bring([mail(), mail()]);
    expect(shares.at(-1)).toBe(1);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
  });

  it('holds one portion at a time, however large the file', async () => {
    const piece = new TextEncoder().encode(
      Array.from({ length: 100 }, () => mail({ from: 'shop@ads.example' })).join(''),
    );
    const times = 120;
    const large = new File([piece], 'large.mbox');
    Object.defineProperty(large, 'size', { value: piece.length * times });
    let given = 0;
    large.stream = () => new ReadableStream({ pull: (c) => (given++ < times ? c.enqueue(piece.slice()) : c.close()) });
    const { outcome, sent } = await bring([], { file: large });
    expect(outcome).toMatchObject({ state: 'done', read: 100 * times, kept: 0 });
    expect(sent).toHaveLength(1);
  }, 60_000);
});
