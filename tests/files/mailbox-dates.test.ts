import { describe, expect, it } from 'vitest';
import { findTime, readDateField } from '../../src/files/mailbox/sent-at.ts';

const noon = '2026-03-09T12:00:00Z';

describe('when a message was sent', () => {
  it.each([
    ['Mon, 9 Mar 2026 12:00:00 +0000', noon],
    ['Mon, 9 Mar 2026 05:00:00 -0700 (PDT (Pacific))', noon],
    ['9 Mar 2026 12:00 GMT', noon],
    ['Mon,  9 Mar 26 12:00:00 UT', noon],
    ['Mon, 9 Mar 126 07:00:00 EST', noon],
    ['Mon, 9 Mar 2026 13:00:00 CET', noon],
    ['Mon, 9 Mar 2026 21:00:00 JST', noon],
    ['Mon, 9 Mar 2026 17:30:00 +05:30', noon],
    ['Mon, 9 Mar 2026 14:00:00 GMT+0200', noon],
    ['Mon, 9 Mar 2026 13.00.00 +0100', noon],
    ['Mon, 9-Mar-2026 13:00:00 +0100', noon],
    ['Mo, 9 Mar 2026 12:00:00 "GMT"', noon],
    ['lun. 9 mars 2026 13:00:00 +0100', noon],
    ['Mon Mar  9 12:00:00 2026', noon],
    ['Mon Mar  9 13:00:00 MET 2026', noon],
    ['Mon Mar  9 14:00:00 +0200 2026', noon],
    ['2026-03-09T12:00:00.123Z', noon],
    ['2026-03-09 13:00:00 +0100', noon],
    // No zone, a military one, one nobody knows, one that is no place on earth: all are UTC.
    ['Mon, 9 Mar 2026 12:00:00', noon],
    ['Mon, 9 Mar 2026 12:00:00 -0000', noon],
    ['Mon, 9 Mar 2026 12:00:00 B', noon],
    ['Mon, 9 Mar 2026 12:00:00 XYZT', noon],
    ['Mon, 9 Mar 2026 12:00:00 +9900', noon],
    ['Mon, 9 Mar 2026 24:00:00 +0000', '2026-03-10T00:00:00Z'],
    ['Sat, 28 Feb 2026 23:59:60 +0000', '2026-03-01T00:00:00Z'],
    ['Wed, 9 Mar 99 12:00:00 +0000', '1999-03-09T12:00:00Z'],
  ])('%s', (field, instant) => {
    expect(readDateField(field)).toBe(instant);
  });

  it.each(['', 'yesterday', '99 Mar 2026 12:00:00 +0000', 'Mon, 9 Foo 2026 12:00:00 +0000', '9 Mar 2026', '\0\0'])(
    'is not told by "%s"',
    (field) => {
      expect(readDateField(field)).toBeUndefined();
    },
  );

  it('is not told by a clock that was never set', () => {
    expect(readDateField('Thu, 1 Jan 1970 00:00:00 +0000')).toBeUndefined();
    expect(readDateField('Tue, 1 Jan 1980 00:00:00 +0000')).toBeUndefined();
  });

  const find = (fields: Record<string, string>) => findTime((name) => fields[name] ?? '');
  const received = `from a by b with c; Mon, 9 Mar 2026 12:00:00 +0000`;

  it('is the sender’s word, save where the server had it before', () => {
    expect(find({ date: 'Mon, 9 Mar 2026 11:58:00 +0000', received })).toBe('2026-03-09T11:58:00Z');
    expect(find({ date: 'Mon, 9 Mar 2026 12:30:00 +0000', received })).toBe('2026-03-09T12:30:00Z');
    expect(find({ date: 'Tue, 9 Mar 2027 11:58:00 +0000', received })).toBe(noon);
    expect(find({ date: 'Thu, 1 Jan 1970 00:00:00 +0000', received })).toBe(noon);
  });

  it('is what the server noted where the sender says nothing', () => {
    expect(find({ received })).toBe(noon);
    expect(find({ 'delivery-date': 'Mon, 9 Mar 2026 13:00:00 +0100' })).toBe(noon);
    expect(find({ 'resent-date': 'Mon, 9 Mar 2026 13:00:00 +0100' })).toBe(noon);
    expect(find({})).toBeUndefined();
  });
});
