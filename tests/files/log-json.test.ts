import { describe, expect, it } from 'vitest';
import { writeLogJson } from '../../src/files/log-json.ts';
import { people, rows } from './small-log.ts';

describe('JSON', () => {
  const now = '2026-04-01T08:00:00Z';
  const change = {
    id: 'a1',
    relationship: 'r1',
    meeting: 'm5',
    at: now,
    by: 'me',
    reason: 'A slip',
    change: { sharedNote: 'For us two', minutes: 60 },
    previous: 'd',
    digest: 'e',
  };

  it('names its version, everybody that is named, and nothing private', () => {
    const file = JSON.parse(
      writeLogJson(rows, {
        people: [...people, { id: 'x', name: 'X', emails: [] }],
        amendments: [change, { ...change, id: 'a2', meeting: 'other' }],
        now,
      }),
    );
    expect(file).toMatchObject({ waymark: 'log', version: 1, writtenAt: now, audience: 'mine' });
    expect(file.people.map(({ id }: { id: string }) => id)).toEqual(['me', 'ana', 'wei', 'amal']);
    expect(file.meetings).toHaveLength(5);
    expect(file.meetings[0]).toMatchObject({
      id: 'm1',
      programme: 'Peer Mentoring',
      zone: 'America/Toronto',
      sharedNote: 'For us two',
    });
    expect(file.amendments.map(({ id }: { id: string }) => id)).toEqual(['a1']);
    expect(JSON.stringify(file)).not.toContain('SECRET');
  });

  it('for the programme leaves out what only mentor and mentee may read', () => {
    const text = writeLogJson(rows, { people, amendments: [change], audience: 'programme', now });
    expect(text).not.toMatch(/For us two|SECRET/);
    expect(JSON.parse(text).amendments[0].change).toEqual({ minutes: 60 });
  });
});
