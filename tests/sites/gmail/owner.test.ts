// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/gmail/index.ts';
import { pageOf } from './page.ts';

const titled = (title: string, body = '') => pageOf(`<head><title>${title}</title></head><body>${body}</body>`);
const meta = (email: string) => `<meta name="og-profile-acct" content="${email}">`;
const account = (label: string) =>
  `<header role="banner"><a href="https://accounts.google.com/SignOutOptions" aria-label="${label}"></a></header>`;

describe('the owner', () => {
  it.each([
    ['the title of a list', 'Inbox (3) - ada@example.edu - Gmail'],
    ['the title of a list in another language', '受信トレイ (3) - Ada@Example.edu - Gmail'],
    ['the title of a page from right to left', '\u200fالبريد (٣) - \u202aada@example.edu\u202c - Gmail'],
    ['the title of an organisation', 'Posteingang – ada@example.edu – Example University Mail'],
    ['the title of a thread whose subject holds an address', 'Ask bob@x.org - now - ada@example.edu - Gmail'],
  ])('is read from %s', (_, title) => {
    expect(site.readOwner(titled(title))).toBe('ada@example.edu');
  });

  it.each([
    ['the account link', account('Google Account: Ada &#10;(ada@example.edu)')],
    ['the account link in another language', account('Compte Google : Ada (ada@example.edu)')],
    [
      'the account link of somebody who calls herself an address',
      account('Google Account: fake@x.org (ada@example.edu)'),
    ],
    ['the account link with other brackets', account('Google 帐号：某某（Ada@example.edu）')],
    [
      'the account link of a page from right to left',
      account('\u202bحساب Google: Ada \u202a(ada@example.edu)\u202c\u202c'),
    ],
    ['the note of the Google bar', meta('Ada@example.edu')],
  ])('is read from %s', (_, markup) => {
    expect(site.readOwner(pageOf(markup))).toBe('ada@example.edu');
  });

  it.each([
    ['an empty page', ''],
    ['a title that is only a subject', '<title>Gmail - ask bob@x.org now</title>'],
    [
      'a link within a message',
      '<div role="main"><a href="https://accounts.google.com/" aria-label="bob@x.org"></a></div>',
    ],
    ['a note without an address', meta('undefined')],
    [
      'the other accounts of a menu',
      '<div role="banner"><a href="/mail/u/1">bob@x.org</a><div>tes@x.org (delegated)</div></div>',
    ],
  ])('is not read from %s', (_, markup) => {
    expect(site.readOwner(pageOf(markup))).toBeNull();
  });

  it('is the one the bar notes where a subject pretends another, and the difference is counted', () => {
    const page = titled('x - eve@x.org - Gmail', meta('ada@example.edu'));
    expect(site.readOwner(page)).toBe('ada@example.edu');
    expect(site.inspect(page).disagreements).toEqual({ owner: 1 });
  });

  it('is each account of its own where two are open', () => {
    const pages = ['ada@example.edu', 'ada.private@gmail.com'].map((email) =>
      titled(`Inbox - ${email} - Gmail`, meta(email)),
    );
    expect(pages.map(site.readOwner)).toEqual(['ada@example.edu', 'ada.private@gmail.com']);
    expect(pages.map((page) => site.inspect(page).disagreements)).toEqual([{}, {}]);
  });

  it('of a shared mailbox is the mailbox, not the one who looks at it', () => {
    const page = titled('Inbox - team@example.edu - Gmail', meta('ada@example.edu'));
    Object.defineProperty(page, 'URL', { value: 'https://mail.google.com/mail/u/0/d/AEoRXRQ/#inbox' });
    expect(site.readOwner(page)).toBe('team@example.edu');
    expect(site.inspect(page).disagreements).toEqual({});
  });
});
