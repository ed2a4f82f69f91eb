import { describe, expect, it } from 'vitest';
import { LONGEST_ADDRESS, type MailParts, planMail } from '../../../src/features/away/mails.ts';
import * as gmail from '../../../src/sites/gmail/links.ts';
import * as outlook from '../../../src/sites/outlook/links.ts';

const compose = (to: string[], subject: string, body: string, bcc: string[]) =>
  outlook.composeUrl(to, 'me@uni.example', subject, body, bcc);
const parts = (more: Partial<MailParts> = {}): MailParts => ({
  to: ['co@uni.example'],
  bcc: [],
  subject: 'Away',
  text: 'I am away.',
  ...more,
});
const many = (count: number) => Array.from({ length: count }, (_, at) => `mentee.number.${at}@students.uni.example`);

describe('a ready mail', () => {
  it('carries all of it where it fits', () => {
    const { url, left } = planMail(parts({ below: 'What waits' }), compose);
    expect(decodeURIComponent(url)).toContain('I am away.\n\nWhat waits');
    expect(left).toEqual([]);
  });

  it('leaves a long sheet to a file, and says so in the mail', () => {
    const { url, left } = planMail(parts({ below: 'é'.repeat(900), instead: 'It is attached.' }), compose);
    expect(decodeURIComponent(url)).toContain('I am away.\n\nIt is attached.');
    expect(left).toEqual(['below']);
  });

  it('leaves out recipients who do not fit, and never shows them to each other', () => {
    const { url, left } = planMail(parts({ to: [], bcc: many(100) }), compose);
    expect(url).not.toContain('mentee.number');
    expect(left).toEqual(['bcc']);
  });

  it.each([
    ['a long text', parts({ text: 'ü'.repeat(3000) }), ['text']],
    [
      'a long text to many',
      parts({ to: [], bcc: many(90), text: 'ü'.repeat(3000), below: 'x' }),
      ['below', 'text', 'bcc'],
    ],
  ])('is at last an empty one under its subject: %s', (_title, mail, left) => {
    const planned = planMail(mail, compose);
    expect(planned.left).toEqual(left);
    expect(planned.url.length).toBeLessThanOrEqual(LONGEST_ADDRESS);
  });

  it('carries fourteen mentees in Bcc', () => {
    const { url, left } = planMail(
      parts({ to: [], bcc: many(14), text: 'I am away until then. '.repeat(12) }),
      compose,
    );
    expect(left).toEqual([]);
    expect(url.length).toBeLessThanOrEqual(LONGEST_ADDRESS);
  });
});

describe('recipients in Bcc', () => {
  const hidden = ['ana+m@uni.example', 'ben@uni.example'];

  it('stand in Gmail’s own field', () => {
    const url = new URL(gmail.composeUrl([], 'me@example.com', 'Away & back', 'Hello', hidden));
    expect(url.searchParams.get('bcc')).toBe(hidden.join(','));
    expect(url.searchParams.has('to')).toBe(false);
    expect(url.searchParams.get('su')).toBe('Away & back');
  });

  it.each([[[]], [['co@uni.example']]])('go to Outlook within a mailto address, beside %j', (to) => {
    const url = new URL(outlook.composeUrl(to, 'me@uni.example', 'Away & back', 'Hello', hidden));
    const mailto = new URL(url.searchParams.get('mailtouri')!);
    expect(decodeURIComponent(mailto.pathname)).toBe(to.join(','));
    expect(mailto.searchParams.get('bcc')).toBe(hidden.join(','));
    expect(mailto.searchParams.get('subject')).toBe('Away & back');
    expect(mailto.searchParams.get('body')).toBe('Hello');
  });

  it('change nothing where there are none', () => {
    const url = outlook.composeUrl(['co@uni.example'], 'me@uni.example', 'Away');
    expect(url).toBe('https://outlook.office.com/mail/deeplink/compose?to=co%40uni.example&subject=Away');
  });
});
