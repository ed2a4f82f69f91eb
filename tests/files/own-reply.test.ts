import { describe, expect, it } from 'vitest';
import { readOwnReply } from '../../src/files/mailbox/own-reply.ts';

describe('the own words of a plain message', () => {
  it.each([
    [
      'a quote under its line',
      'Thanks!\n\nOn Mon, 9 Mar 2026 at 10:00, Mia <mia@uni.example> wrote:\n> Can you come?\n',
    ],
    ['a signature', 'Thanks!\n\n-- \nAmina Okafor\nCan you read this?\n'],
    ['what is forwarded', 'Thanks!\n\n---------- Forwarded message ---------\nFrom: Jun\n\nCan you come?\n'],
    ['quotes without a line', 'Thanks!\n> Can you come?\n'],
  ])('leave out %s', (_what, text) => {
    expect(readOwnReply(text)).toBe('Thanks!');
  });

  it('are none in a message that only forwards', () => {
    expect(readOwnReply('---------- Forwarded message ---------\nFrom: Jun\n\nCan you come?\n')).toBe('');
  });

  it('keep what is answered between quotes', () => {
    expect(readOwnReply('> Friday?\nYes.\n> Room 4?\nCould we take room 5?\n')).toContain('Could we take room 5?');
  });

  it('are found in little time in a long text without any', () => {
    const start = performance.now();
    readOwnReply(`${'Op een dag '.repeat(50_000)}\n${'>'.repeat(10_000)}`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
