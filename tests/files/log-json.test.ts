import { describe, expect, it } from 'vitest';
import { type LogFile, writeLogJson } from '../../src/files/log-json.ts';
import { people, row, rows } from './small-log.ts';

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

  it('names nobody of the relationship who stands in no entry of it', () => {
    const written = (given: typeof rows, amendments: (typeof change)[] = []) => {
      const file = JSON.parse(writeLogJson(given, { people, amendments, now })) as LogFile;
      const roles = file.meetings.map(({ mentors, mentees }) => [...mentors, ...mentees]);
      return { text: JSON.stringify(file), named: file.people.map(({ id }) => id), roles };
    };
    const alone = written([row()]);
    expect(alone.named).toEqual(['me', 'ana']);
    expect(alone.roles).toEqual([['me', 'ana']]);
    expect(alone.text).not.toMatch(/wei|李薇|amal|أمل/);
    expect(written([row({ cancelledBy: 'wei', outcome: 'cancelled' })]).named).toEqual(['me', 'ana', 'wei']);
    expect(written([row()], [{ ...change, meeting: 'm1', by: 'amal' }]).named).toEqual(['me', 'ana', 'amal']);
    const signature = { by: 'amal', how: 'typed' as const, at: now, digest: 'd' };
    expect(written([row({ attendees: ['ana'], signatures: [signature] })]).roles).toEqual([['ana', 'amal']]);
  });

  it('for the programme leaves out what only mentor and mentee may read', () => {
    const text = writeLogJson(rows, { people, amendments: [change], audience: 'programme', now });
    expect(text).not.toMatch(/For us two|SECRET/);
    expect(JSON.parse(text).amendments[0].change).toEqual({ minutes: 60 });
  });
});
