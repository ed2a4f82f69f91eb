// The mail that asks the other to confirm an entry: it quotes what they may read, and the fingerprint.

import { fingerprint } from '../../domain/meeting/chain.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { composeTag } from './confirmations.ts';

interface Words {
  /** Whom it is written to. */
  name: string;
  /** Names of those who came. */
  attendees: string[];
  digest: string;
  zone: string;
  locale?: string;
}

const format = ({ zone, locale }: Words, style: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...style, timeZone: zone });

export function composeRequest(meeting: Meeting, words: Words): { subject: string; body: string } {
  const { name, digest } = words;
  const day = format(words, { day: 'numeric', month: 'long' }).format(Date.parse(meeting.start));
  const first = name.split(/\s+/)[0] ?? name;
  return {
    subject: `Please confirm our meeting of ${day} ${composeTag(digest)}`,
    body: [
      `Hello ${first},`,
      '',
      'this is how I entered our meeting in the log. If it is right, please answer this mail with “I confirm”.',
      'If something is not right, tell me what, and I will correct it and ask again.',
      '',
      ...composeEntryLines(meeting, words),
      '',
      `Fingerprint of this entry: ${fingerprint(digest)}`,
    ].join('\n'),
  };
}

/** The entry as lines of plain text; never the writer’s own note. */
export function composeEntryLines(meeting: Meeting, words: Words): string[] {
  const { attendees } = words;
  const when = format(words, { dateStyle: 'full', timeStyle: 'short' });
  const from = Date.parse(meeting.start);
  const time = meeting.minutes > 0 ? when.formatRange(from, from + meeting.minutes * 60_000) : when.format(from);
  return [
    `When: ${time}${meeting.minutes > 0 ? ` (${meeting.minutes} minutes)` : ''}`,
    ...(meeting.outcome === 'held' ? [] : [`It was: ${meeting.outcome === 'no-show' ? 'missed' : meeting.outcome}`]),
    ...(attendees.length > 0 ? [`With: ${attendees.join(', ')}`] : []),
    ...section(
      'Topics',
      meeting.topics.map((topic, at) => `${'  '.repeat(meeting.topicLevels?.[at] ?? 0)}- ${topic}`),
    ),
    ...section(
      'To do',
      meeting.homework.map((text) => `- ${text}`),
    ),
    ...(meeting.sharedNote ? ['Note:', shorten(meeting.sharedNote)] : []),
  ];
}

/** The mail is opened by an address, which can’t be of any length. */
const MOST_LETTERS = 1000;
const shorten = (text: string) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text);

const section = (title: string, lines: string[]) => (lines.length > 0 ? [`${title}:`, ...lines] : []);
