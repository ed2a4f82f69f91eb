// Ledgers of a given size: a mentor's relationships with their mail, a wait or two still open in each.
import { emptyLedger, type Ledger } from '../../src/domain/ledger.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import type { Message } from '../../src/domain/thread/message.ts';

const HOUR = 3_600_000;
const PER_THREAD = 5;
const zone = 'America/Toronto';

export const source = 'gmail-page';
export const me = 'me@uni.example';

export interface Shape {
  /** Mentees of each relationship. */
  cohorts: readonly number[];
  /** Messages in all, shared out evenly among mentees. */
  messages: number;
  /** The instant it is. */
  now: string;
}

export const menteeName = (mentee: number) => `Mentee ${mentee}`;
export const emailOf = (mentee: number) => `mentee.${mentee}@uni.example`;
export const threadOf = (mentee: number, thread: number) => `t${mentee}-${thread}`;

const instant = (ms: number) => new Date(ms).toISOString();

/** Five months of mail. The newest thread of each mentee waits for an answer since some hours. */
export function buildLedger({ cohorts, messages, now }: Shape): Ledger {
  const ledger = emptyLedger();
  const begin = Date.parse(now) - 150 * 24 * HOUR;
  ledger.people.push({ id: 'me', name: 'Me', emails: [me] });
  ledger.settings.push({ ...defaultSettings(zone), notify: false, welcomed: true });
  const total = cohorts.reduce((sum, size) => sum + size, 0);
  let first = 0;
  cohorts.forEach((size, at) => {
    const mentees = Array.from({ length: size }, (_, index) => first + index);
    first += size;
    for (const mentee of mentees) {
      ledger.people.push({ id: `p${mentee}`, name: menteeName(mentee), emails: [emailOf(mentee)] });
      ledger.messages.push(...mailOf(mentee, Math.floor(messages / total), begin, Date.parse(now)));
    }
    ledger.relationships.push({
      id: `r${at}`,
      programme: 'umms-peer-mentoring',
      me: 'me',
      role: 'mentor',
      mentors: ['me'],
      mentees: mentees.map((mentee) => `p${mentee}`),
      start: instant(begin).slice(0, 10),
      zone,
    });
  });
  ledger.sources.push({ id: 'visit', source, address: me, from: instant(begin), to: instant(Date.parse(now) - HOUR) });
  return ledger;
}

function mailOf(mentee: number, count: number, begin: number, now: number): Message[] {
  const step = (now - begin - 4 * HOUR) / count;
  return Array.from({ length: count }, (_, index) => {
    const isTheirs = (index % PER_THREAD) % 2 === 0 && !(index % PER_THREAD === 4 && index < count - 1);
    const [from, to] = isTheirs ? [emailOf(mentee), me] : [me, emailOf(mentee)];
    return {
      id: `m${mentee}-${index}`,
      threadId: threadOf(mentee, Math.floor(index / PER_THREAD)),
      sentAt: instant(begin + (index + 1) * step),
      from: { email: from },
      to: [{ email: to }],
      cc: [],
      subject: `Letter ${Math.floor(index / PER_THREAD)} of the term`,
      kind: 'personal',
      seenIn: [{ source, address: me, at: instant(begin + (index + 1) * step) }],
    };
  });
}
