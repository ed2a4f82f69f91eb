// What a mentor who used Waymark all semester would have in it on Friday evening.
import { emptyLedger, type Ledger, type RecordOf } from '../../../src/domain/ledger.ts';
import { standinClients } from '../server/oauth/clients.ts';
import { accounts, cohort, coMentor, coordinator, faculty, me, mei, victor } from './cast.ts';
import { outlookConversationId, outlookItemId } from './ids.ts';
import { tellMeetings } from './meetings.ts';
import type { Semester, StandinContact, StandinMessage } from './types.ts';

type Relationship = RecordOf<'relationships'>;

export function ledgerBackup(semester: Semester): Ledger {
  const visits = accounts.filter(({ id }) => id !== 'club');
  return {
    ...emptyLedger(),
    people: [me, ...cohort, coMentor, faculty, coordinator, victor, mei].map(({ id, name, emails }) => ({
      id,
      name,
      emails,
    })),
    relationships: relationships(semester),
    messages: semester.messages.filter((message) => isKnown(semester, message)).map(toRecord),
    contacts: semester.contacts.map(toContact),
    ...tellMeetings(semester),
    sources: visits.map(({ id, host, address }) => ({
      id: `${host}-page ${address.email}`,
      source: `${host}-page`,
      address: address.email,
      from: Temporal.PlainDate.from(semester.start).toZonedDateTime(semester.zone).toInstant().toString(),
      to: semester.lastVisit[id],
    })),
    settings: [
      {
        id: 'settings',
        zone: semester.zone,
        warnHoursBefore: 6,
        notify: true,
        quiet: { from: '21:00', to: '08:00' },
        welcomed: true,
        // As an institution would have given them: with these the accounts of the stand-in web can be connected.
        clients: { google: { ...standinClients.google }, microsoft: { ...standinClients.microsoft } },
      },
    ],
  };
}

function relationships(semester: Semester): Relationship[] {
  const now = Temporal.Instant.from(semester.now).toZonedDateTimeISO(semester.zone).toPlainDate();
  const { start, zone } = semester;
  const ids = (members: { id: string }[]) => members.map(({ id }) => id);
  const day = (days: number) => now.add({ days }).toString();
  const pair = { me: me.id, start, zone };
  return [
    {
      ...pair,
      id: 'r-cohort',
      programme: 'umms-peer-mentoring',
      role: 'mentor',
      mentors: ids([me, coMentor]),
      mentees: ids(cohort),
      faculty: ids([faculty]),
      coordinator: ids([coordinator]),
      terms: [
        { name: 'Autumn semester', start, end: day(-70) },
        { name: 'Spring semester', start: day(-63), end: day(60) },
      ],
    },
    { ...pair, id: 'r-cpd', programme: 'cpd-mentoring', role: 'mentor', mentors: [me.id], mentees: [victor.id] },
    { ...pair, id: 'r-speed', programme: 'speed-peer-mentoring', role: 'mentor', mentors: [me.id], mentees: [mei.id] },
  ];
}

const mentees = new Set([...cohort, victor, mei].flatMap(({ emails }) => emails));

/** In a thread with a mentee, in a mailbox that Waymark reads, and seen before the last visit ended. */
function isKnown(semester: Semester, message: StandinMessage): boolean {
  if (message.account === 'club' || message.sentAt > semester.lastVisit[message.account]) return false;
  const people = [message.from, ...message.to, ...message.cc];
  return people.some(({ email }) => mentees.has(email));
}

/** The ids that the message's own page shows. */
export function pageIds(message: StandinMessage): { id: string; threadId: string } {
  if (message.account !== 'outlook') return { id: message.id, threadId: message.threadId };
  return { id: outlookItemId(message.id), threadId: outlookConversationId(message.threadId) };
}

function toRecord(message: StandinMessage): RecordOf<'messages'> {
  const { account, sentAt, from, to, cc, subject, kind, asks } = message;
  const source = account === 'outlook' ? 'outlook-page' : 'gmail-page';
  const address = accounts.find(({ id }) => id === account)!.address.email;
  return {
    ...pageIds(message),
    // Outlook's page shows whole minutes.
    sentAt: account === 'outlook' ? `${sentAt.slice(0, 16)}:00Z` : sentAt,
    from,
    to,
    cc,
    subject: subject.replace(/^Re: /, ''),
    kind,
    ...(kind === 'personal' ? {} : { kindGuessed: true }),
    ...(asks === undefined ? {} : { asks }),
    seenIn: [{ source, address, at: sentAt }],
  };
}

function toContact(contact: StandinContact): RecordOf<'contacts'> {
  const { with: who, ...rest } = contact;
  return { ...rest, relationship: 'r-cohort', with: [who] };
}
