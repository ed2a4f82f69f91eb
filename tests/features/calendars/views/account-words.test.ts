import { describe, expect, it } from 'vitest';
import { CalendarProblem, Provider } from '../../../../src/domain/meeting/calendar.ts';
import { composeConnectProblem, composeProblem } from '../../../../src/features/calendars/views/account-words.ts';

const zone = 'America/Toronto';
const since = '2026-03-09T12:00:00Z';

describe('what keeps a calendar from being read', () => {
  it.each(CalendarProblem.options.flatMap((code) => Provider.options.map((provider) => [code, provider] as const)))(
    '%s at %s is one calm sentence that names no code',
    (code, provider) => {
      const { text } = composeProblem({ code, since, retryAt: '2026-03-09T12:30:00Z' }, provider, zone);
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(text).not.toMatch(/!|undefined|error/i);
      if (code.includes('-')) expect(text).not.toContain(code);
    },
  );

  it('has the one thing that helps', () => {
    const helps = Object.fromEntries(
      CalendarProblem.options.map((code) => [code, composeProblem({ code, since }, 'google', zone).help]),
    );
    expect(helps).toEqual({
      'signed-out': 'sign-in',
      'scope-missing': 'sign-in',
      'not-configured': 'settings',
      quota: null,
      'rate-limited': null,
      server: 'retry',
      offline: 'retry',
      'no-answer': 'retry',
      'not-shared': 'retry',
      unreadable: 'retry',
      failed: 'retry',
    });
  });

  it('says when Waymark tries again by itself, in the reader’s zone', () => {
    const { text } = composeProblem({ code: 'rate-limited', since, retryAt: '2026-03-09T12:30:00Z' }, 'google', zone);
    expect(text).toMatch(/^Google asks for a short pause\. Waymark tries again by itself, .*0?8:30.*\.$/);
  });
});

describe('why nothing was connected', () => {
  it.each([
    'closed-by-person',
    'refused',
    'scope-missing',
    'not-configured',
    'offline',
    'no-answer',
    'server',
    'rate-limited',
    'failed',
  ] as const)('%s is said calmly', (code) => {
    const { text, help } = composeConnectProblem(code, 'microsoft');
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(text).not.toContain('!');
    expect(help).toBe(code === 'not-configured' ? 'settings' : null);
    expect(composeConnectProblem(code, 'microsoft', true).text).not.toContain('nothing was connected');
  });
});
