import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameMessage, joinMessage, type KnownMessage, nearKeys } from '../../../src/domain/thread/merge-message.ts';
import type { Message } from '../../../src/domain/thread/message.ts';

const at = '2026-03-02T09:00:00Z';
const me = 'me@uni.example';
const base: Message = {
  id: 'page',
  threadId: 'thread',
  sentAt: '2026-03-01T12:00:00Z',
  from: { email: 'ana@uni.example' },
  to: [],
  cc: [],
  subject: 'Exam',
  kind: 'personal',
};
const page = (more: Partial<Message> = {}): Message => ({
  ...base,
  seenIn: [{ source: 'outlook-page', address: me, at }],
  ...more,
});
const account = (more: Partial<Message> = {}): Message => ({
  ...base,
  id: 'api',
  internetMessageId: '<m@x>',
  sentAt: '2026-03-01T12:00:20Z',
  from: { name: 'Ana', email: 'ana@uni.example' },
  to: [{ email: me }],
  kindReason: 'person',
  seenIn: [{ source: 'microsoft-mail', address: me, at }],
  ...more,
});
const file = (more: Partial<Message> = {}): Message => ({
  ...account(),
  id: '<m@x>',
  threadId: '<root>',
  seenIn: [{ source: 'file', at, thread: '<root>' }],
  ...more,
});

const join = (...told: Message[]): Message =>
  told.reduce<KnownMessage[]>((known, seen) => [joinMessage(known, seen)], [])[0]!.message;

describe('what several places told of a message', () => {
  it.each<[string, Message[], Partial<Message>]>([
    ['an account’s time before a page’s', [page(), account()], { sentAt: '2026-03-01T12:00:20Z' }],
    ['an account’s time before a file’s', [file({ sentAt: at }), account()], { sentAt: '2026-03-01T12:00:20Z' }],
    ['a file’s time before a page’s', [page({ sentAt: at }), file()], { sentAt: '2026-03-01T12:00:20Z' }],
    [
      'recipients a page shows, where the account hides them',
      [account({ to: [] }), page({ to: [{ email: me }] })],
      { to: [{ email: me }] },
    ],
    ['recipients stay when a page hides them', [account(), page()], { to: [{ email: me }] }],
    [
      'an account’s recipients before a page’s',
      [page({ to: [{ email: 'x@y.example' }] }), account()],
      { to: [{ email: me }] },
    ],
    [
      'a kind from header fields before a guess',
      [page({ kind: 'auto-reply', kindGuessed: true }), account()],
      { kind: 'personal' },
    ],
    [
      'a machine’s header field in a file before an account that saw none',
      [account(), file({ kind: 'auto-reply', kindReason: 'auto-submitted' })],
      { kind: 'auto-reply', kindReason: 'auto-submitted' },
    ],
    ['what a page read of the text, which an account never sees', [account(), page({ asks: false })], { asks: false }],
    [
      'what a file read of the whole text before what a page did',
      [page({ asks: false }), file({ asks: true })],
      { asks: true },
    ],
    ['the provider’s thread before a file’s', [file(), page()], { threadId: 'thread' }],
    ['a Message-ID from whoever names it', [page(), account()], { internetMessageId: '<m@x>' }],
    [
      'a name from whoever knows it',
      [account({ from: base.from }), page({ from: { name: 'Ana R.', email: base.from.email } })],
      { from: { name: 'Ana R.', email: base.from.email } },
    ],
    ['a subject from whoever shows it', [account({ subject: '' }), page()], { subject: 'Exam' }],
  ])('gives %s', (_what, told, expected) => {
    expect(join(...told)).toMatchObject(expected);
    const reversed = join(...told.toReversed());
    expect({ ...reversed, id: '', seenIn: [] }).toEqual({ ...join(...told), id: '', seenIn: [] });
  });

  it('names every place, the page last, each with the id it has there', () => {
    expect(join(account(), file(), page()).seenIn).toEqual([
      { source: 'microsoft-mail', address: me, at },
      { source: 'file', at, thread: '<root>', id: '<m@x>' },
      { source: 'outlook-page', address: me, at, id: 'page' },
    ]);
  });

  it('keeps the id that was stored', () => {
    expect(join(file(), account(), page()).id).toBe('<m@x>');
    expect(join(page(), account(), file()).id).toBe('page');
  });

  it('keeps the first sighting of a place', () => {
    const later = [{ source: 'outlook-page', address: me, at: '2026-03-09T09:00:00Z' }];
    expect(join(page(), page({ seenIn: later })).seenIn).toEqual(page().seenIn);
    expect(join(page({ seenIn: later }), page()).seenIn).toEqual(page().seenIn);
  });

  it('comes to the same in every order, however often it is told', () => {
    const told = [
      page(),
      page({ to: [{ email: me }], asks: false }),
      account(),
      account({ cc: [{ email: 'c@x.example' }] }),
      file(),
    ];
    const plain = ({ id: _, seenIn, ...facts }: Message) => ({ ...facts, places: seenIn?.length });
    const whole = plain(join(...told));
    const anyOrder = fc.tuple(fc.shuffledSubarray(told, { minLength: told.length }), fc.array(fc.nat(told.length - 1)));
    fc.assert(
      fc.property(anyOrder, ([order, again]) => {
        expect(plain(join(...order, ...again.map((index) => order[index]!)))).toEqual(whole);
      }),
      { verbose: 1 },
    );
  });
});

describe('two messages without an id in common', () => {
  const known = (message: Message): KnownMessage => ({ message, told: [] });
  it.each<[boolean, string, Message, Message]>([
    [
      true,
      'a page’s and an account’s of one thread, within two minutes',
      page(),
      account({ sentAt: '2026-03-01T12:02:00Z' }),
    ],
    [false, 'more than two minutes apart', page(), account({ sentAt: '2026-03-01T12:02:01Z' })],
    [false, 'of two writers', page(), account({ from: { email: 'ben@uni.example' } })],
    [false, 'of two subjects', page(), account({ subject: 'Another' })],
    [true, 'of which one has a prefix', page(), account({ subject: 'Re: Exam' })],
    [false, 'of two threads of a provider', page(), account({ threadId: 'other' })],
    [false, 'with two Message-IDs', account(), file({ internetMessageId: '<other@x>' })],
    [false, 'that one page showed', page(), page({ id: 'other' })],
    [true, 'a page’s and a file’s, to the same people', page({ to: [{ email: me }] }), file()],
    [false, 'a page’s and a file’s, to other people', page({ to: [{ email: 'x@y.example' }] }), file()],
    [false, 'a page’s that hides to whom, and a file’s of its own thread', page(), file()],
    [true, 'a page’s that hides to whom, and a file’s that names Gmail’s thread', page(), file({ threadId: 'thread' })],
  ])('are one (%s): %s', (expected, _what, a, b) => {
    expect(isSameMessage(known(a), b)).toBe(expected);
    expect(isSameMessage(known(b), a)).toBe(expected);
  });

  it('can be found by a key in common wherever they are within two minutes', () => {
    const seconds = fc.integer({ min: 0, max: 3600 });
    const time = (second: number) => new Date(Date.parse(at) + second * 1000).toISOString();
    fc.assert(
      fc.property(seconds, fc.integer({ min: 0, max: 120 }), (from, apart) => {
        const keys = new Set(nearKeys({ ...base, sentAt: time(from) }));
        expect(nearKeys({ ...base, sentAt: time(from + apart) }).some((key) => keys.has(key))).toBe(true);
      }),
      { verbose: 1 },
    );
  });
});
