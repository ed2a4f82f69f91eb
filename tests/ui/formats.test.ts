import { describe, expect, it } from 'vitest';
import { findFormat } from '../../src/ui/formats.ts';

const noon = Date.parse('2026-03-09T12:00:00Z');
const time = { hour: 'numeric', minute: '2-digit' } as const;

describe('a format of dates', () => {
  it('is made once for a zone, a style and a language', () => {
    expect(findFormat('Asia/Tokyo', { ...time }, 'en')).toBe(findFormat('Asia/Tokyo', { ...time }, 'en'));
  });

  it('is another one in another zone, style or language', () => {
    const of = (zone: string, locale: string) => findFormat(zone, time, locale).format(noon);
    expect([of('UTC', 'en-CA'), of('Asia/Tokyo', 'en-CA'), of('UTC', 'fr')]).toEqual([
      '12:00 p.m.',
      '9:00 p.m.',
      '12:00',
    ]);
    expect(findFormat('UTC', { month: 'long' }, 'en').format(noon)).toBe('March');
  });
});
