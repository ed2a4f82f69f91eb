// Four invented mentees with mail and texts around a given moment, to look around with. Every id begins with `sample-`,
// so that all of it can be taken out again and nothing else.
import type { Ledger } from '../../domain/ledger.ts';
import { emptyLedger, listNames } from '../../domain/ledger.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Message } from '../../domain/thread/message.ts';

const PREFIX = 'sample-';
const you = { name: 'You (sample)', email: 'you@sample.example' };

const names = { amina: 'Amina Okafor', jun: 'Jun Li', sofia: 'Sofia Berg', marek: 'Marek Kowal' } as const;
type Name = keyof typeof names;

const person = (id: Name): Person => ({
  id: `${PREFIX}${id}`,
  name: `${names[id]} (sample)`,
  emails: [`${id}@sample.example`],
});

/** Instant `hours` before `now`. */
function before(now: string, hours: number): string {
  return Temporal.Instant.from(now)
    .subtract({ minutes: Math.round(hours * 60) })
    .toString({ smallestUnit: 'second' });
}

/** A mail of the mentee (or to them) some hours ago, in the thread of that name. */
function mail(now: string, who: Name, hours: number, subject: string, own = false): Message {
  const mentee = { name: `${names[who]} (sample)`, email: `${who}@sample.example` };
  const sentAt = before(now, hours);
  return {
    id: `${PREFIX}${who}-${hours}`,
    threadId: `${PREFIX}${who}-${subject.replace(/^Re: /, '').length}`,
    sentAt,
    from: own ? you : mentee,
    to: [own ? mentee : you],
    cc: [],
    subject,
    kind: 'personal',
    seenIn: [{ source: 'gmail-page', address: you.email, at: sentAt }],
  };
}

/** One late, one due today, a text that waits, one whose turn it is. */
export function composeSample(now: string, zone: string): Ledger {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  const start = today.subtract({ days: 60 }).toString();
  const mentees = (Object.keys(names) as Name[]).map(person);
  return {
    ...emptyLedger(),
    people: [{ id: `${PREFIX}you`, name: you.name, emails: [you.email] }, ...mentees],
    relationships: [
      {
        id: `${PREFIX}cohort`,
        programme: 'umms-peer-mentoring',
        me: `${PREFIX}you`,
        role: 'mentor',
        mentors: [`${PREFIX}you`],
        mentees: mentees.map(({ id }) => id),
        start,
        zone,
        terms: [{ name: 'This semester', start, end: today.add({ days: 100 }).toString() }],
      },
    ],
    messages: [
      mail(now, 'amina', 53, 'Question about the OSCE schedule'),
      mail(now, 'jun', 90, 'Research elective, two options', true),
      mail(now, 'jun', 41, 'Re: Research elective, two options'),
      mail(now, 'marek', 60, 'Housing near campus'),
      mail(now, 'marek', 52, 'Re: Housing near campus', true),
    ],
    contacts: [
      {
        id: `${PREFIX}text`,
        relationship: `${PREFIX}cohort`,
        with: [`${PREFIX}sofia`],
        at: before(now, 12),
        channel: 'text',
        direction: 'in',
        made: true,
      },
    ],
    sources: [{ id: `${PREFIX}mail`, source: 'gmail-page', address: you.email, from: before(now, 24 * 60), to: now }],
  };
}

const isSample = ({ id }: { id: string }) => id.startsWith(PREFIX);

export const hasSample = (ledger: Ledger): boolean => ledger.relationships.some(isSample);

/** The ledger with the sample beside what is there. */
export function addSample(ledger: Ledger, now: string, zone: string): Ledger {
  const sample = composeSample(now, zone);
  const clean = removeSample(ledger);
  const lists = listNames.map((name) => [name, [...clean[name], ...sample[name]]]);
  return Object.fromEntries(lists) as Ledger;
}

interface Anything {
  id: string;
  message?: string;
  relationship?: string;
}

/** A reminder's id is its verdict's key, which names the relationship. */
function isAboutSample({ id, message = '', relationship = '' }: Anything): boolean {
  return [id, message, relationship].some((name) => name.startsWith(PREFIX)) || id.includes(`${PREFIX}cohort`);
}

/** The ledger without the sample and what was said about it. */
export function removeSample(ledger: Ledger): Ledger {
  const lists = listNames.map((name) => [
    name,
    (ledger[name] as Anything[]).filter((record) => !isAboutSample(record)),
  ]);
  return Object.fromEntries(lists) as Ledger;
}
