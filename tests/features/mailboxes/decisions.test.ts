// What is decided of mail that is neither plain question nor plain answer, as a table: what was written, whose turn it then
// is on the first thread, and whether the mentee was in contact.
import { describe, expect, it } from 'vitest';
import { listedAs, toMailbox } from '../../../src/domain/people/same-mailbox.ts';
import { isSameName } from '../../../src/domain/people/same-name.ts';
import { findSecondAddress } from '../../../src/domain/people/second-address.ts';
import type { Message } from '../../../src/domain/thread/message.ts';
import { readTouches } from '../../../src/domain/thread/touch.ts';
import { turn } from '../../../src/domain/thread/turn.ts';
import { indexLedger, viewRelationship } from '../../../src/domain/verdict/view.ts';
import { keepWanted, planWanted } from '../../../src/features/mailboxes/wanted.ts';
import { address, ledger, people, relationship } from '../../domain/build.ts';

const now = '2026-02-20T12:00:00Z';
const wanted = planWanted(people, [relationship()], now);

let count = 0;
function wrote(from: string, to: string[], more: Partial<Message> = {}): Message {
  count += 1;
  const sentAt = new Date(Date.parse('2026-02-10T12:00:00Z') + count * 3_600_000).toISOString().replace('.000Z', 'Z');
  return {
    id: `m${count}`,
    threadId: 'first',
    sentAt,
    from: { email: from },
    to: to.map((email) => ({ email })),
    cc: [],
    subject: 'A question',
    kind: 'personal',
    ...more,
  };
}

const asked = () => wrote(address.ana, [address.me]);
const cc = (...emails: string[]) => ({ cc: emails.map((email) => ({ email })) });

function judgeTurn(messages: Message[]) {
  const kept = keepWanted(messages, wanted);
  const first = kept.filter(({ threadId }) => threadId === 'first');
  const { owes } = turn(first, { mentors: [address.me, address.alt, address.co], mentees: [address.ana] });
  const view = viewRelationship(indexLedger(ledger({ messages: kept }), now), 'r1')!;
  const ana = view.mentees.find(({ id }) => id === 'ana')!;
  return [owes, readTouches(ana, ana.emails).length > 0];
}

describe('whose turn it is, and whether there was contact', () => {
  it.each<[string, () => Message[], string, boolean]>([
    ['an answer', () => [asked(), wrote(address.me, [address.ana])], 'mentee', true],
    // Bcc: sources that tell of it put it beside Cc.
    [
      'an answer with the mentee in Bcc',
      () => [asked(), wrote(address.me, ['dean@uni.example'], cc(address.ana))],
      'mentee',
      true,
    ],
    ['a question that reached the mentor by Bcc', () => [wrote(address.ana, ['dean@uni.example'])], 'mentor', false],
    // Aliases: one mailbox behind several addresses.
    ['a question from ana+school@', () => [wrote('ana+school@uni.example', [address.me])], 'mentor', false],
    ['an answer to ana+school@', () => [asked(), wrote(address.me, ['ana+school@uni.example'])], 'mentee', true],
    // A second address nobody listed is a stranger's until somebody says so.
    ['a question from ana@alumni', () => [wrote('ana@alumni.example', [address.me])], 'nobody', false],
    ['an answer to ana@alumni alone', () => [asked(), wrote(address.me, ['ana@alumni.example'])], 'mentor', false],
    // From the mentor's own second address, which is listed.
    ['an answer from the mentor’s second address', () => [asked(), wrote(address.alt, [address.ana])], 'mentee', true],
    // Shared mailboxes are nobody's; who writes for somebody else writes in the name that From gives.
    ['an answer from a shared mailbox', () => [asked(), wrote('mentors@uni.example', [address.ana])], 'mentor', false],
    [
      'an answer an assistant sent in the mentor’s name',
      () => [asked(), wrote(address.me, [address.ana])],
      'mentee',
      true,
    ],
    ['mail to oneself', () => [asked(), wrote(address.me, [address.me])], 'mentor', false],
    [
      'a note to oneself with the mentee in Cc',
      () => [asked(), wrote(address.me, [address.me], cc(address.ana))],
      'mentee',
      true,
    ],
    // Another thread: contact, but nobody can tell that it answers this one.
    [
      'an answer that starts a new thread',
      () => [asked(), wrote(address.me, [address.ana], { threadId: 'new', subject: 'Hello' })],
      'mentor',
      true,
    ],
    [
      'an answer inside another thread',
      () => [
        wrote(address.ana, [address.me], { threadId: 'old', asks: false }),
        asked(),
        wrote(address.me, [address.ana], { threadId: 'old' }),
      ],
      'mentor',
      true,
    ],
    // Forwarding: what is quoted has no addressees.
    [
      'the mentee’s mail, forwarded to the dean',
      () => [asked(), wrote(address.me, ['dean@uni.example'], { subject: 'Fwd: A question' })],
      'mentor',
      false,
    ],
    [
      'something the mentee forwarded to the mentor',
      () => [wrote(address.ana, [address.me], { subject: 'Fwd: Rota' })],
      'mentor',
      false,
    ],
    [
      'something the mentor forwarded to the mentee',
      () => [asked(), wrote(address.me, [address.ana], { subject: 'Fwd: Rota' })],
      'mentee',
      true,
    ],
  ])('%s', (_what, messages, owes, contact) => {
    expect(judgeTurn(messages())).toEqual([owes, contact]);
  });
});

describe('one mailbox behind several addresses', () => {
  it.each([
    ['ana+school@uni.example', 'ana@uni.example'],
    ['a.n.a+x@gmail.com', 'ana@gmail.com'],
    ['ana@googlemail.com', 'ana@gmail.com'],
    ['a.na@uni.example', 'a.na@uni.example'],
    ['+ana@uni.example', '+ana@uni.example'],
  ])('%s is that of %s', (email, mailbox) => {
    expect(toMailbox(email)).toBe(mailbox);
  });

  it('is written as the ledger lists it; two that are listed stay two', () => {
    const list = listedAs(['A.Na@gmail.com', 'ben+1@uni.example', 'ben+2@uni.example']);
    expect(['ana+x@gmail.com', 'ben+1@uni.example', 'ben+2@uni.example', 'ben@uni.example'].map(list)).toEqual([
      'a.na@gmail.com',
      'ben+1@uni.example',
      'ben+2@uni.example',
      'ben+1@uni.example',
    ]);
  });
});

describe('a mentee’s second address', () => {
  const facts = { people, relationships: [relationship()] };
  it.each<[string, string, string | null]>([
    ['Ana Alvarez', 'ana@alumni.example', 'ana'],
    ['Álvarez, Ana', 'ana@alumni.example', 'ana'],
    ['Ana', 'ana@alumni.example', null],
    ['Ana Alvarez', address.ana, null],
    ['Mia Mentor', 'mia@home.example', null],
    ['Olga Office', 'olga@home.example', null],
  ])('%s <%s> is offered as that of %s', (name, email, person) => {
    expect(findSecondAddress({ name, email }, facts)?.person ?? null).toBe(person);
  });

  it.each([
    ['李婷', '李婷', true],
    ['Łukasz Żółkiewski', 'Zółkiewski Łukasz', true],
    ['Ana Alvarez', 'Ana Maria Alvarez', false],
    ['', '', false],
  ])('%s and %s are one name: %s', (a, b, expected) => {
    expect(isSameName(a, b)).toBe(expected);
  });
});
