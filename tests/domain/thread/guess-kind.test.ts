import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guessKind } from '../../../src/domain/thread/guess-kind.ts';
import { describeWithShared, sharedPath } from '../../shared.ts';

const person = 'ana.alvarez@uni.example';

describe('the kind of a message without headers', () => {
  it.each([
    ['A question about the exam', person, 'personal'],
    ['', person, 'personal'],
    ['Vacation plans', person, 'personal'],
    ['Re: Out of Office AutoReply: plans', person, 'personal'],
    ['Automatic reply: A question', person, 'auto-reply'],
    ['AUTOMATIC REPLY: A QUESTION', person, 'auto-reply'],
    ['Réponse automatique\u00a0: votre question', person, 'auto-reply'],
    ['Updated invitation: Coffee', person, 'calendar'],
    ['Invitations for the launch', person, 'personal'],
    ['Undelivered Mail Returned to Sender', person, 'bounce'],
    ['Anything', 'mailer-daemon@uni.example', 'bounce'],
    ['You have a new message', 'no-reply@platform.example', 'bulk'],
    ['Weekly', 'newsletter+42@uni.example', 'bulk'],
    ['Hello', 'noreen.plyley@uni.example', 'personal'],
  ])('of "%s" from %s is %s', (subject, from, kind) => {
    expect(guessKind(subject, from)).toBe(kind);
  });
});

describeWithShared('the prefixes that mail systems are known to use', () => {
  const path = sharedPath('corpora', 'autoreply', 'subject-prefixes', 'prefixes.json');
  const prefixes = path
    ? Object.values(
        JSON.parse(readFileSync(path, 'utf8')).exchange_automatic_reply_subject_prefix as Record<string, string[]>,
      ).flat()
    : [];

  it('are taken for automatic replies at the start of a subject, and nowhere else', () => {
    expect(prefixes.length).toBeGreaterThan(20);
    // Each stands before a colon where no bracket closes it: without one some are words that people begin with too.
    const closed = prefixes.map((prefix) => (/[:\]]$/.test(prefix) ? prefix : `${prefix}:`));
    const missed = closed.filter((prefix) => guessKind(`${prefix} A question`, person) !== 'auto-reply');
    // One Latvian vacation text is an ordinary word before an ordinary reply; taken as a prefix it would catch people.
    expect(missed).toEqual(['Atvaļinājums Re:']);
    expect(prefixes.filter((prefix) => guessKind(`About ${prefix} A question`, person) !== 'personal')).toEqual([]);
  });
});
