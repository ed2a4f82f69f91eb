import { afterEach, describe, expect, it, vi } from 'vitest';
import { now } from '../../src/app/clock.ts';
import { originOf } from '../../src/app/hosts.ts';
import { mailSites } from '../../src/app/sites.ts';
import { Instant } from '../../src/domain/record.ts';

afterEach(() => vi.restoreAllMocks());

describe('the clock', () => {
  it('tells the instant in whole seconds, cut and never rounded up', () => {
    vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 2, 3, 10, 59, 59, 999));
    expect(now()).toBe('2026-03-03T10:59:59Z');
    expect(Instant.safeParse(now()).success).toBe(true);
  });

  it('follows a Date.now that is set from outside', () => {
    vi.spyOn(Date, 'now').mockReturnValue(0);
    expect(now()).toBe('1970-01-01T00:00:00Z');
  });
});

describe('the mail sites', () => {
  it('have ids of their own, and patterns from which an origin follows', () => {
    expect(new Set(mailSites.map((site) => site.id)).size).toBe(mailSites.length);
    for (const match of mailSites.flatMap((site) => site.matches)) {
      expect(match).toMatch(/^https:\/\/[a-z0-9.]+\/\*$/);
      expect(`${originOf(match)}/*`).toBe(match);
    }
  });
});
