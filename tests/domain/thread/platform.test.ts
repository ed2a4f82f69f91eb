import { describe, expect, it } from 'vitest';
import { Programme } from '../../../src/domain/programme/programme.ts';
import { creditMessage, readPlatformMail } from '../../../src/domain/thread/platform.ts';
import { derive } from '../../../src/domain/verdict/derive.ts';
import { programmes } from '../../../src/programmes/index.ts';
import { platform } from '../../../src/programmes/lists/platforms.ts';
import { ledger, message, people } from '../build.ts';

const pack = { platforms: [platform('MentorCity', '@mentorcity.com', 'news@own.example'), platform('Unknown')] };
const mentees = people.filter(({ id }) => id === 'ana' || id === 'ben');
const read = (subject: string, from = 'noreply@mentorcity.com', name?: string) =>
  readPlatformMail({ from: { email: from, ...(name && { name }) }, subject }, pack, mentees);

describe('mail of a mentoring platform', () => {
  it.each([
    ['Ana Alvarez sent you a message'],
    ['New message from Ana Alvarez'],
    ['new message from ANA ALVAREZ on MentorCity'],
    ['[Peer mentoring] You have a new message from Alvarez, Ana.'],
    ['Ana Alvarez vous a envoyé un message'],
    ['Nouveau message de Ana Alvarez'],
  ])('is credited to the mentee it names: %s', (subject) => {
    expect(read(subject)).toMatchObject({ platform: 'MentorCity', mentee: { id: 'ana' } });
  });

  it('is credited by the name it is sent under', () => {
    expect(
      read('A question about electives', 'noreply@mail.mentorcity.com', 'Ben Bekele via MentorCity'),
    ).toMatchObject({ mentee: { id: 'ben' } });
  });

  it.each([
    ['an address the programme does not list', 'Ana Alvarez sent you a message', 'noreply@other.example'],
    ['a domain that only ends alike', 'Ana Alvarez sent you a message', 'noreply@notmentorcity.com'],
    ['a first name alone', 'Ana sent you a message', 'noreply@mentorcity.com'],
    ['nobody', 'Your weekly digest', 'noreply@mentorcity.com'],
    ['somebody else', 'Carla Costa sent you a message', 'noreply@mentorcity.com'],
    ['a mentee among other words', 'Ana Alvarez has updated her profile', 'noreply@mentorcity.com'],
  ])('of %s is nobody’s', (_what, subject, from) => {
    expect(read(subject, from)).toBeNull();
  });

  it('that names two mentees of one name is nobody’s', () => {
    const twins = [...mentees, { id: 'twin', name: 'Ana Alvarez', emails: ['twin@uni.example'] }];
    const from = { email: 'noreply@mentorcity.com' };
    expect(readPlatformMail({ from, subject: 'New message from Ana Alvarez' }, pack, twins)).toBeNull();
  });

  it('opens the clock that the mentee’s own mail opens, and says which way it came', () => {
    const mail = message('coordinator', '2026-02-11T08:00:00Z', {
      from: { email: 'news@own.example', name: 'MentorCity' },
      to: [{ email: 'me@uni.example' }],
      subject: 'New message from Ana Alvarez',
      kind: 'bulk',
      kindGuessed: true,
      asks: false,
    });
    const credited = creditMessage(mail, readPlatformMail(mail, pack, mentees)!);
    expect(credited).toMatchObject({ kind: 'personal', kindReason: 'platform', via: 'MentorCity' });
    expect(credited).not.toHaveProperty('asks');
    const { threads, verdicts } = derive(ledger({ messages: [credited] }), 'r1', '2026-02-12T08:00:00Z');
    expect(threads[0]).toMatchObject({
      mentee: 'ana',
      via: 'MentorCity',
      turn: { owes: 'mentor', messageId: mail.id },
    });
    expect(verdicts.find(({ rule }) => rule === 'reply-email')).toMatchObject({ state: 'open' });
  });

  it('of the packs is written as their schema wants it', () => {
    const named = programmes.filter((each) => each.platforms);
    expect(named.map(({ id }) => id)).toEqual(['lmp-peer-to-peer', 'cpd-mentoring']);
    for (const each of named) expect(Programme.safeParse(each).success).toBe(true);
  });
});
