import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeUrl, decodeWords, parseSearch, searchFor, threadUrl } from '../../../src/sites/gmail/links.ts';

describe('an address of Gmail', () => {
  it('opens a thread in the account of its owner', () => {
    expect(threadUrl('19a8309325dddc50', 'ada+x@example.edu')).toBe(
      'https://mail.google.com/mail/?authuser=ada%2Bx%40example.edu#all/19a8309325dddc50',
    );
    expect(threadUrl('19a8309325dddc50', undefined)).toBe('https://mail.google.com/mail/#all/19a8309325dddc50');
  });

  it.each(['', 'zzz', 'undefined', '../../evil', '#thread-a:r1', 'javascript:alert(1)'])(
    'opens nothing for %o',
    (id) => {
      expect(threadUrl(id, 'ada@example.edu')).toBeNull();
    },
  );

  it('opens a new message', () => {
    expect(composeUrl(['bo@x.org', 'cy@x.org'], 'ada@example.edu', 'Hi & bye', 'One + one\nTwo')).toBe(
      'https://mail.google.com/mail/?authuser=ada%40example.edu&view=cm&fs=1&to=bo%40x.org%2Ccy%40x.org&su=Hi%20%26%20bye&body=One%20%2B%20one%0ATwo',
    );
    expect(composeUrl(['bo@x.org'], undefined)).toBe('https://mail.google.com/mail/?view=cm&fs=1&to=bo%40x.org');
  });
});

describe('a search', () => {
  it('asks for all mail from and to somebody', () => {
    expect(searchFor(['Bo@x.org'], 'ada@example.edu')).toEqual({
      words: 'from:bo@x.org OR to:bo@x.org OR cc:bo@x.org OR bcc:bo@x.org',
      url: 'https://mail.google.com/mail/?authuser=ada%40example.edu#search/from%3Abo%40x.org+OR+to%3Abo%40x.org+OR+cc%3Abo%40x.org+OR+bcc%3Abo%40x.org',
    });
  });

  it('groups several addresses, each once, and leaves out what is none', () => {
    expect(searchFor(['bo@x.org', 'bo@x.org', 'a b', 'cy+1@x.org', 'x) OR in:anywhere'], undefined).words).toBe(
      'from:(bo@x.org OR cy+1@x.org) OR to:(bo@x.org OR cy+1@x.org) OR cc:(bo@x.org OR cy+1@x.org) OR bcc:(bo@x.org OR cy+1@x.org)',
    );
  });

  it('is known again, typed or as it stands in the address', () => {
    const local = fc.stringMatching(/^[a-z0-9._+%-]{1,12}$/);
    const email = fc.tuple(local, local).map(([name, host]) => `${name}@${host}.org`);
    fc.assert(
      fc.property(fc.uniqueArray(email, { minLength: 1, maxLength: 14 }), (emails) => {
        const { words, url } = searchFor(emails, 'ada@example.edu');
        expect(parseSearch(words)).toEqual(emails);
        expect(parseSearch(url.split('#search/')[1] ?? '')).toEqual(emails);
        expect(decodeWords(url.split('#search/')[1] ?? '')).toBe(words);
      }),
    );
  });

  it.each([
    '',
    'mentor',
    'from:bo@x.org',
    'from:bo@x.org OR to:bo@x.org',
    'from:bo@x.org OR to:cy@x.org OR cc:bo@x.org OR bcc:bo@x.org',
    `${searchFor(['bo@x.org'], undefined).words} newer_than:7d`,
    '%E0%A4%A',
  ])('of somebody else (%o) is not taken for ours', (words) => {
    expect(parseSearch(words)).toBeNull();
  });
});
