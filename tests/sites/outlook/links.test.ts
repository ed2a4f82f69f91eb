import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/outlook/index.ts';

describe('a thread’s address', () => {
  it.each([
    ['AAQk+a/b=', 'ada@uni.edu', 'https://outlook.office.com/mail/inbox/id/AAQk%2Ba%2Fb%3D'],
    ['AQQkAD', 'ada@hotmail.com', 'https://outlook.live.com/mail/inbox/id/AQQkAD'],
    ['AQQkAD', 'ada@outlook.co.uk', 'https://outlook.live.com/mail/inbox/id/AQQkAD'],
    ['AQQkAD', 'ada@livemail.com', 'https://outlook.office.com/mail/inbox/id/AQQkAD'],
    ['AQQkAD', undefined, 'https://outlook.office.com/mail/inbox/id/AQQkAD'],
    ['../../owa', undefined, null],
    ['', undefined, null],
    ['a b', undefined, null],
  ])('%s of %s', (id, owner, url) => {
    expect(site.threadUrl(id, owner)).toBe(url);
  });
});

describe('a search', () => {
  it('asks for all mail from or to each address', () => {
    expect(site.searchFor(['Ada@x.org', 'ada@x.org', 'not one'], 'me@uni.edu')).toEqual({
      words: 'from:ada@x.org OR to:ada@x.org OR cc:ada@x.org',
      url: 'https://outlook.office.com/mail/',
    });
  });

  it('is known again, and nobody else’s is taken for it', () => {
    const emails = ['ada@x.org', "o.o'x+1@x-y.org"].slice(0, 1).concat('b+1@x-y.org');
    expect(site.parseSearch(`  ${site.searchFor(emails, undefined).words}\u00a0`)).toEqual(emails);
    for (const words of [
      '',
      'from:ada@x.org',
      'from:ada@x.org OR to:ada@x.org',
      'visa',
      'from:ada OR to:ada OR cc:ada',
    ])
      expect(site.parseSearch(words)).toBeNull();
    expect(site.parseSearch(`${site.searchFor(emails, undefined).words} visa`)).toBeNull();
  });

  it('comes back for any addresses', () => {
    const known = fc.array(
      fc
        .emailAddress()
        .map((email) => email.toLowerCase())
        .filter((email) => /^[\w.+-]+@/.test(email)),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(known, (emails) => {
        expect(site.parseSearch(site.searchFor(emails, undefined).words)).toEqual([...new Set(emails)]);
      }),
    );
  });
});

describe('a new message', () => {
  it.each([
    [['ada@x.org'], 'https://outlook.office.com/mail/deeplink/compose?to=ada%40x.org&subject=Hi%20%26%20ho&body=A%0AB'],
    [
      ['ada+1@x.org'],
      `https://outlook.office.com/mail/deeplink/compose?mailtouri=${encodeURIComponent('mailto:ada%2B1%40x.org?subject=Hi%20%26%20ho&body=A%0AB')}`,
    ],
    [
      ['ada@x.org', 'bob@x.org'],
      `https://outlook.office.com/mail/deeplink/compose?mailtouri=${encodeURIComponent('mailto:ada%40x.org,bob%40x.org?subject=Hi%20%26%20ho&body=A%0AB')}`,
    ],
  ])('to %s', (to, url) => {
    expect(site.composeUrl(to, 'me@uni.edu', 'Hi & ho', 'A\nB')).toBe(url);
  });

  it('goes without subject, body or halves of a character', () => {
    expect(site.composeUrl(['ada@x.org'], 'me@live.com')).toBe(
      'https://outlook.live.com/mail/deeplink/compose?to=ada%40x.org',
    );
    expect(site.composeUrl(['ada@x.org'], undefined, '\ud800')).toContain('subject=%EF%BF%BD');
  });
});
