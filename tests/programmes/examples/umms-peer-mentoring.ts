import { contact, type Example, held, mail, pair, seen } from './example.ts';

const terms = [{ name: 'Spring', start: '2026-01-05', end: '2026-05-01' }];
const cohort = pair('umms-peer-mentoring', { mentors: ['maya', 'bo'], mentees: ['amina', 'jun'], terms });
const asked = mail('amina > maya', '2026-03-02T15:00:00Z');
const due = '2026-03-04T15:00:00Z';
const reply = { rule: 'reply-email', subject: { mentee: 'amina', thread: 't' } } as const;
const text = { rule: 'reply-text', subject: { mentee: 'amina' } } as const;
const march = { mentee: 'amina', window: { from: '2026-03-01', to: '2026-03-31' } };
const february = { mentee: 'amina', window: { from: '2026-02-01', to: '2026-02-28' } };
const allSeen = seen('2026-01-01T00:00:00Z', '2026-03-10T00:00:00Z');

export const examples: Example[] = [
  {
    title: 'a mail is owed a reply for 48 hours',
    ledger: { ...cohort, messages: [asked] },
    now: '2026-03-04T14:59:59Z',
    expect: [{ ...reply, state: 'open', since: '2026-03-02T15:00:00Z', due }],
  },
  {
    title: 'a reply at the 48th hour itself is in time',
    ledger: { ...cohort, messages: [asked, mail('maya > amina', due)] },
    now: '2026-03-05T00:00:00Z',
    expect: [{ ...reply, state: 'met', settledAt: due }],
  },
  {
    title: 'after 48 hours it is late',
    ledger: { ...cohort, messages: [asked] },
    now: '2026-03-04T15:00:01Z',
    expect: [{ ...reply, state: 'late', due }],
  },
  {
    title: 'a reply after 48 hours is missed, and settled',
    ledger: { ...cohort, messages: [asked, mail('maya > amina', '2026-03-04T15:00:01Z')] },
    now: '2026-03-05T00:00:00Z',
    expect: [{ ...reply, state: 'missed', settledAt: '2026-03-04T15:00:01Z' }],
  },
  {
    title: '48 hours run over the weekend on which clocks go forward',
    ledger: { ...cohort, messages: [mail('amina > maya', '2026-03-06T22:00:00Z')] },
    now: '2026-03-07T12:00:00Z',
    expect: [{ ...reply, state: 'open', due: '2026-03-08T22:00:00Z' }],
  },
  {
    title: 'the other mentor of the Pair settles it by answering',
    ledger: { ...cohort, messages: [asked, mail('bo > amina', '2026-03-03T09:00:00Z')] },
    now: '2026-03-05T00:00:00Z',
    expect: [{ ...reply, state: 'met', settledAt: '2026-03-03T09:00:00Z' }],
  },
  {
    title: 'writing to the other mentor alone settles nothing',
    ledger: { ...cohort, messages: [asked, mail('maya > bo', '2026-03-03T09:00:00Z')] },
    now: '2026-03-05T00:00:00Z',
    expect: [{ ...reply, state: 'late' }],
  },
  {
    title: 'an automatic reply settles nothing',
    ledger: { ...cohort, messages: [asked, mail('maya > amina', '2026-03-02T15:00:05Z', { kind: 'auto-reply' })] },
    now: '2026-03-03T00:00:00Z',
    expect: [{ ...reply, state: 'open', due }],
  },
  {
    title: 'a note of thanks asks for nothing',
    ledger: { ...cohort, messages: [mail('amina > maya', '2026-03-02T15:00:00Z', { asks: false })] },
    now: '2026-03-05T00:00:00Z',
    expect: [],
    none: ['reply-email'],
  },
  {
    title: 'a text is owed an answer for 24 hours',
    ledger: { ...cohort, contacts: [contact('in', 'text', '2026-03-02T15:00:00Z')] },
    now: '2026-03-03T14:00:00Z',
    expect: [{ ...text, state: 'open', due: '2026-03-03T15:00:00Z' }],
  },
  {
    title: 'a call that reached nobody does not answer a text',
    ledger: {
      ...cohort,
      contacts: [contact('in', 'text', '2026-03-02T15:00:00Z'), contact('out', 'call', '2026-03-02T16:00:00Z', false)],
    },
    now: '2026-03-03T15:00:01Z',
    expect: [{ ...text, state: 'late' }],
  },
  {
    title: 'a missed call is settled by a call that was made',
    ledger: {
      ...cohort,
      contacts: [contact('in', 'call', '2026-03-02T15:00:00Z', false), contact('out', 'call', '2026-03-02T20:00:00Z')],
    },
    now: '2026-03-05T00:00:00Z',
    expect: [{ ...text, state: 'met', settledAt: '2026-03-02T20:00:00Z' }],
  },
  {
    title: 'a month with a mail of the mentor is met',
    ledger: { ...cohort, messages: [mail('maya > amina', '2026-03-03T09:00:00Z')], sources: allSeen },
    now: '2026-03-10T00:00:00Z',
    expect: [{ rule: 'monthly-contact', subject: march, state: 'met' }],
  },
  {
    title: 'the current month is open until somebody is in touch',
    ledger: { ...cohort, sources: allSeen },
    now: '2026-03-10T00:00:00Z',
    expect: [{ rule: 'monthly-contact', subject: march, state: 'open', due: '2026-04-01T04:00:00Z' }],
  },
  {
    title: 'a past month without contact is missed where all of it was seen',
    ledger: { ...cohort, sources: allSeen },
    now: '2026-03-10T00:00:00Z',
    expect: [{ rule: 'monthly-contact', subject: february, state: 'missed' }],
  },
  {
    title: 'a past month that was not seen whole cannot be told',
    ledger: { ...cohort, sources: seen('2026-02-14T00:00:00Z', '2026-03-10T00:00:00Z') },
    now: '2026-03-10T00:00:00Z',
    expect: [{ rule: 'monthly-contact', subject: february, state: 'cannot-tell' }],
    never: ['missed'],
  },
  {
    title: 'a first month of less than 15 days is never missed',
    ledger: {
      ...pair('umms-peer-mentoring', { start: '2026-01-18', terms }),
      sources: seen('2026-01-01T00:00:00Z', '2026-02-10T00:00:00Z'),
    },
    now: '2026-02-10T00:00:00Z',
    expect: [{ rule: 'monthly-contact', subject: { window: { from: '2026-02-01', to: '2026-02-28' } }, state: 'open' }],
    never: ['missed', 'cannot-tell'],
  },
  {
    title: 'one mail to the whole cohort does not count for the month, until the setting says so',
    ledger: { ...cohort, messages: [mail('maya > amina, jun', '2026-03-03T09:00:00Z')], sources: allSeen },
    now: '2026-03-10T00:00:00Z',
    expect: [{ rule: 'monthly-contact', subject: march, state: 'open' }],
  },
  {
    title: 'a group meeting counts for the semester of those who came',
    ledger: { ...cohort, meetings: [held('2026-03-03T17:00:00Z', ['maya', 'amina'])] },
    now: '2026-03-10T00:00:00Z',
    expect: [
      { rule: 'semester-meeting', subject: { mentee: 'amina' }, state: 'met', settledAt: '2026-03-03T18:00:00Z' },
      { rule: 'semester-meeting', subject: { mentee: 'jun' }, state: 'open', due: '2026-05-02T04:00:00Z' },
    ],
  },
  {
    title: 'a semester that ended without a meeting is missed',
    ledger: cohort,
    now: '2026-05-02T04:00:00Z',
    expect: [{ rule: 'semester-meeting', subject: { mentee: 'amina' }, state: 'missed' }],
  },
  {
    title: 'without semester dates nobody can tell, and one line says so',
    ledger: pair('umms-peer-mentoring', { mentees: ['amina', 'jun'] }),
    now: '2026-03-10T00:00:00Z',
    expect: [{ rule: 'semester-meeting', state: 'cannot-tell' }],
  },
  {
    title: 'training and workshops ask for nothing before their date is known',
    ledger: cohort,
    now: '2026-03-10T00:00:00Z',
    expect: [],
    none: ['programme-event'],
  },
  {
    title: 'rules that are not built yet give no verdict',
    ledger: cohort,
    now: '2026-03-10T00:00:00Z',
    expect: [],
    none: ['away-tell-co-mentor', 'away-tell-mentees', 'limits-explained'],
  },
];
