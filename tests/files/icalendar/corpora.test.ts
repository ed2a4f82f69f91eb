// Every calendar file of the corpora: what an independent library finds in it, and that nothing is thrown or runs long.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { type CalendarFileProblem, readCalendar } from '../../../src/files/icalendar.ts';
import { describeWithShared, sharedPath } from '../../shared.ts';

interface Expected {
  file: string;
  window?: [string, string];
  n: number;
  /** At most the first 500: uid, and `UTC`, `FLOAT` or `DATE` with the time. */
  occurrences?: [string, string][];
}

/** Of the files that the expectation covers, how many must be the same. */
const LEAST = 0.83;
/** Milliseconds: here what is found is looked at, on however busy a machine. */
const PATIENT = 60_000;

/** Why a file may differ, each with the files it is true of. A file that is the same may not stand here. */
const reasons: Record<string, string[]> = {
  'a rule by week numbers is not expanded, and is told: nobody’s calendar makes one': [
    'ical.net/Recurrence/YearlyByWeekNo1.ics',
    'ical.net/Recurrence/YearlyByWeekNo2.ics',
    'ical.net/Recurrence/YearlyByWeekNo3.ics',
    'ical.net/Recurrence/YearlyByWeekNo4.ics',
    'ical.net/Recurrence/YearlyByWeekNo5.ics',
  ],
  'the expectation does not use the zone that the file defines or names; here it is used': [
    'allenporter-ical/testdata/datetime_vtimezone.ics',
    'ical.net/Alarm/ALARM1.ics',
    'ical.net/Serialization/Event3.ics',
    'node-ical/Office-2012-owa.ics',
    'node-ical/bad_ms_tz.ics',
    'node-ical/windows-quoted-tz-rrule.ics',
  ],
  'the expectation guesses a zone that nothing defines; here the reader’s own is taken, and it is told': [
    'allenporter-ical/compat/testdata/office_365_invalid_timezone.ics',
  ],
  'the expectation moves times in UTC by X-WR-TIMEZONE; UTC is UTC': ['node-ical/biweekly-exdate-until.ics'],
  'EXDATE names a day: here every time on it is left out, as who wrote it meant': [
    'allenporter-ical/examples/testdata/google_calendar_invalid_offset.ics',
    'ical.js/samples/rdate_exdate.ics',
  ],
  'UNTIL without a zone is by the clock of the event; the expectation takes it for UTC': [
    'ical.net/Recurrence/HourlyUntil1.ics',
    'node-ical/non-utc-until-ny.ics',
  ],
  'an hour that a change of clocks shows twice or never': [
    'ical.net/Recurrence/Hourly1.ics',
    'ical.net/Recurrence/HourlyInterval1.ics',
  ],
  'the last occurrence in the window is missing in the expectation (20MO is the twentieth Monday of each year)': [
    'ical.net/Recurrence/YearlyByDay1.ics',
  ],
  'DTSTART is eight digits, which is a date; the expectation takes midnight': ['ical.net/Serialization/DateTime2.ics'],
  'RECURRENCE-ID names times that the series does not have: they are held beside it': [
    'node-ical/recurrence-sequence.ics',
  ],
  'one event stands in the file twice, with one uid and one start: it is one': ['node-ical/tv-show-episode.ics'],
};

function read(text: string, window: [string, string], zone = 'UTC', patience?: number) {
  const problems: CalendarFileProblem[] = [];
  const [from, to] = window.map((date) => `${date}T00:00:00Z`) as [string, string];
  const onProblem = (problem: CalendarFileProblem) => problems.push(problem);
  const events = readCalendar(text, { from, to, zone, onProblem, ...(patience !== undefined && { patience }) });
  return { events, problems };
}

function isSame({ occurrences, n }: Expected, text: string, window: [string, string]): boolean {
  const events = read(text, window, 'UTC', PATIENT).events.filter(({ kind }) => kind !== 'task');
  const found = events.map(({ uid = '', allDay, start }) => `${uid} ${allDay ? 'DATE ' : ''}${start}`).sort();
  const wanted = occurrences!.map(([uid, time]) => {
    const [kind, when] = time.split(' ') as [string, string];
    return `${uid ?? ''} ${kind === 'DATE' ? time : when.replace(/Z?$/, 'Z')}`;
  });
  if (n > occurrences!.length) return found.length === n && wanted.every((each) => found.includes(each));
  return JSON.stringify(found) === JSON.stringify(wanted.sort());
}

describeWithShared('the calendar files of the corpora', () => {
  const root = sharedPath('corpora', 'ics')!;
  const expected = (): Expected[] =>
    readFileSync(join(root, '_expected', 'dev.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Expected);

  it(`has the occurrences of the expectation in at least ${LEAST * 100} % of its files, and a reason for every other`, () => {
    const covered = expected().filter(({ occurrences }) => occurrences !== undefined);
    const differ = covered.filter((each) => !isSame(each, readFileSync(join(root, each.file), 'utf8'), each.window!));
    const listed = Object.values(reasons).flat();
    const names = differ.map(({ file }) => file);
    const table = Object.entries(reasons).map(([reason, files]) => `${files.length} × ${reason}`);
    process.stdout.write(`${covered.length - differ.length} of ${covered.length} the same\n${table.join('\n')}\n`);
    expect(covered.length).toBeGreaterThan(250);
    expect(
      names.filter((name) => !listed.includes(name)),
      'differ without a reason',
    ).toEqual([]);
    expect(
      listed.filter((name) => !names.includes(name)),
      'have a reason and do not differ',
    ).toEqual([]);
    expect((covered.length - differ.length) / covered.length).toBeGreaterThanOrEqual(LEAST);
  }, 120_000);

  it('throws for none of them, and no rule runs longer than a second', () => {
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ics'))
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(300);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const rules = text.match(/^\s*(X?RRULE|EXRULE|RRULE)[;:]/gim)?.length ?? 0;
      const before = process.cpuUsage();
      for (const window of [
        ['1990-01-01', '2000-01-01'],
        ['2015-01-01', '2027-01-01'],
      ] as [string, string][]) {
        expect(() => read(text, window, 'America/Toronto'), relative(root, file)).not.toThrow();
      }
      const { user } = process.cpuUsage(before);
      expect(user / 1e6, relative(root, file)).toBeLessThan(2 * (1 + rules));
    }
  }, 120_000);

  it('keeps every broken file’s sound events, and says on which line the rest stands', () => {
    const text = readFileSync(join(root, 'node-ical', 'large-file-with-late-error.ics'), 'utf8');
    const { events, problems } = read(text, ['1990-01-01', '2100-01-01']);
    expect(events.length).toBeGreaterThan(0);
    expect(problems.length).toBeGreaterThan(0);
    const lines = text.split('\n');
    for (const { line } of problems) expect(lines[line - 1], `line ${line}`).toBeDefined();
  });
});
