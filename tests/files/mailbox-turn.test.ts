// Whose turn it is, from the file to the verdict: threads as careless and hostile programs tell them.
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/domain/thread/message.ts';
import { turn } from '../../src/domain/thread/turn.ts';
import { readMailbox } from '../../src/files/mailbox.ts';

const ana = 'ana@uni.example';
const robin = 'robin@uni.example';
const sides = { mentors: [robin, 'robin@home.example', 'co@uni.example'], mentees: [ana, 'ana@alumni.example'] };

/** Fields of one message; each stands an hour after the one before, and says who it is by its place. */
type Fields = Record<string, string>;
const asked = (more: Fields = {}): Fields => ({ From: ana, To: robin, Subject: 'Form', ...more });
const answered = (more: Fields = {}): Fields => ({
  From: robin,
  To: ana,
  Subject: 'Re: Form',
  'In-Reply-To': '<0@x.example>',
  ...more,
});

function compose(mails: readonly Fields[]): string {
  return mails
    .map((fields, at) => {
      const hour = String(9 + at).padStart(2, '0');
      const all = { 'Message-ID': `<${at}@x.example>`, Date: `Tue, 10 Feb 2026 ${hour}:00:00 +0000`, ...fields };
      const lines = Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]));
      return `From a@b Tue Feb 10 09:00:00 2026\n${lines.join('\n')}\n\nHello\n\n`;
    })
    .join('');
}

async function readThreads(mails: readonly Fields[]): Promise<Map<string, Message[]>> {
  const merged = new Map<string, string>();
  const now = (thread: string): string => (merged.has(thread) ? now(merged.get(thread)!) : thread);
  const bytes = new TextEncoder().encode(compose(mails));
  const chunks = (async function* () {
    yield bytes;
  })();
  const onMerge = (thread: string, into: string) => merged.set(thread, into);
  const messages = await Array.fromAsync(readMailbox(chunks, { onMerge }));
  return Map.groupBy(messages, ({ threadId }) => now(threadId));
}

const owes = async (mails: readonly Fields[]) =>
  [...(await readThreads(mails)).values()].map((messages) => turn(messages, sides).owes);

describe('one thread', () => {
  it.each<[string, Fields[], string]>([
    ['an answer', [asked(), answered()], 'mentee'],
    ['an answer to all, with the mentee in Cc', [asked(), answered({ To: 'x@y.example', Cc: ana })], 'mentee'],
    ['an answer of the co-mentor', [asked(), answered({ From: 'co@uni.example' })], 'mentee'],
    ['an answer from the mentor’s other address', [asked(), answered({ From: 'robin@home.example' })], 'mentee'],
    ['an answer to the mentee’s other address', [asked(), answered({ To: 'ana@alumni.example' })], 'mentee'],
    ['an answer to the co-mentor alone', [asked(), answered({ To: 'co@uni.example' })], 'mentor'],
    ['a note to oneself', [asked(), answered({ To: robin })], 'mentor'],
    ['passing it on', [asked(), answered({ To: 'dean@uni.example', Subject: 'Fwd: Form' })], 'mentor'],
    ['an automatic reply of the mentor', [asked(), answered({ 'Auto-Submitted': 'auto-replied' })], 'mentor'],
    [
      'the mentee’s automatic reply after an answer',
      [asked(), answered(), asked({ 'Auto-Submitted': 'auto-replied', 'In-Reply-To': '<1@x.example>' })],
      'mentee',
    ],
    [
      'the answer that came back',
      [asked(), { From: 'mailer-daemon@x.example', To: robin, Subject: 'Undeliverable', References: '<0@x.example>' }],
      'mentor',
    ],
    [
      'an answer that names only a late ancestor',
      [asked(), answered({ References: '<z@x.example> <0@x.example>' })],
      'mentee',
    ],
    ['an answer without angle brackets', [asked(), answered({ 'In-Reply-To': '0@x.example' })], 'mentee'],
    ['an answer whose question has no id', [asked({ 'Message-ID': '' }), answered({ 'In-Reply-To': '' })], 'mentee'],
    ['an answer in German without ids', [asked(), answered({ 'In-Reply-To': '', Subject: 'AW: Form' })], 'mentee'],
    ['an answer in Polish without ids', [asked(), answered({ 'In-Reply-To': '', Subject: 'Odp: Form' })], 'mentee'],
    [
      'an answer in Chinese without ids',
      [asked(), answered({ 'In-Reply-To': '', Subject: '=?utf-8?B?5Zue5aSN77ya?= Form' })],
      'mentee',
    ],
    [
      'an answer whose clock was never set',
      [
        asked(),
        answered({ Date: 'Thu, 1 Jan 1970 00:00:00 +0000', Received: 'by x; Tue, 10 Feb 2026 10:00:00 +0000' }),
      ],
      'mentee',
    ],
    [
      'a question dated next year',
      [
        asked({ Date: 'Wed, 10 Feb 2027 09:00:00 +0000', Received: 'by x; Tue, 10 Feb 2026 09:00:00 +0000' }),
        answered(),
      ],
      'mentee',
    ],
    ['an answer in a zone of its own', [asked(), answered({ Date: 'Tue, 10 Feb 2026 05:30:00 EST' })], 'mentee'],
    [
      'a question through a list that took From',
      [
        asked({
          From: 'Ana via Group <group@x.example>',
          'X-Original-From': ana,
          'List-Post': '<mailto:group@x.example>',
          To: 'group@x.example',
        }),
      ],
      'mentor',
    ],
    ['a question to hidden people', [asked({ To: 'undisclosed-recipients:;' })], 'mentor'],
    ['a question to fellow mentees only', [asked({ To: 'ana@alumni.example' })], 'nobody'],
  ])('%s: %s', async (_what, mails, expected) => {
    expect(await owes(mails)).toEqual([expected]);
  });
});

describe('threads that only look like one', () => {
  it.each<[string, Fields[]]>([
    [
      'programs that name the writer beside the message',
      [
        asked(),
        answered({ 'In-Reply-To': `Message from Ana <${ana}> of "Tue" <0@x.example>` }),
        asked({ Subject: 'Visit' }),
        answered({ Subject: 'Re: Visit', 'In-Reply-To': `Message from Ana <${ana}> of "Tue" <2@x.example>` }),
      ],
    ],
    ['one subject, written anew', [asked(), answered(), asked({ Subject: 'Form' })]],
    ['one subject, answered to somebody else', [asked(), answered({ 'In-Reply-To': '', To: 'ben@uni.example' })]],
  ])('%s', async (_what, mails) => {
    expect((await readThreads(mails)).size).toBe(2);
  });
});
