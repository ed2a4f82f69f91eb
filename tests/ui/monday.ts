// A Monday of a mentor with 14 mentees, as the overview gives it.
import type { Overview, OverviewItem, Section } from '../../src/features/deadlines/overview.ts';

export const now = '2026-03-09T08:40:00Z';
export const zone = 'Etc/UTC';

const reply = {
  document: 'Peer Mentoring: programme description',
  section: 'Responsibilities of mentors',
  says: 'Answer e-mails from mentees within 48 hours.',
};
const monthly = {
  document: 'Peer Mentoring: programme description',
  section: 'Responsibilities of mentors',
  says: 'Be in touch with each mentee at least once a month.',
};

let made = 0;

/** One item; what is not given is a mail that waits. */
export function item(mentee: string, section: Section, more: Partial<OverviewItem> = {}): OverviewItem {
  made += 1;
  return {
    key: `key-${made}-${mentee}`,
    section,
    rule: 'reply-email',
    relationship: 'cohort',
    programme: 'umms-peer-mentoring',
    menteeId: mentee.toLowerCase().replace(/\W+/g, '-'),
    mentee,
    title: 'Question about the exam',
    detail: '',
    mark: { state: 'open', since: '2026-03-07T15:40:00Z', due: '2026-03-09T15:40:00Z' },
    clause: reply,
    thread: `thread-${made}`,
    message: `message-${made}`,
    action: { kind: 'open-thread', url: `https://mail.google.com/mail/u/0/#all/${made}` },
    ...more,
  };
}

const quiet = (mentee: string, due: string, detail: string) => {
  const { thread, message, ...rest } = item(mentee, 'coming', {
    rule: 'monthly-contact',
    title: detail,
    mark: { state: 'open', since: '2026-03-01T00:00:00Z', due },
    clause: monthly,
    action: { kind: 'write', url: 'https://mail.google.com/mail/u/0/?view=cm' },
  });
  return rest;
};

const waiting = (mentee: string, title: string) =>
  item(mentee, 'waiting', { rule: 'turn', title, mark: { state: 'waiting', since: '2026-03-06T10:00:00Z' } });

export function monday(): Overview {
  const items: OverviewItem[] = [
    item('Amina Okafor', 'late', {
      title: 'Question about the OSCE schedule',
      mark: { state: 'late', since: '2026-03-07T03:10:00Z', due: '2026-03-09T03:10:00Z' },
    }),
    item('Jun Li', 'due-today', { title: 'Re: research elective, two options' }),
    item('Sofia Berg', 'due-today', {
      rule: 'reply-text',
      title: 'Text message, Sunday 21:10',
      mark: { state: 'open', since: '2026-03-08T21:10:00Z', due: '2026-03-09T21:10:00Z' },
      action: { kind: 'log-answer', answers: 'text-1' },
      message: 'text-1',
    }),
    quiet('Marek Kowal', '2026-03-31T23:59:00Z', 'No contact since 6 February'),
    quiet('Priya Raman', '2026-03-31T23:59:00Z', 'No contact since 11 February'),
    quiet('Tomás Herrera', '2026-03-31T23:59:00Z', 'No contact since 19 February'),
    waiting('Lena Vogel', 'Housing near campus'),
    waiting('Noah Silva', 'Re: shadowing in April'),
    waiting('Yusuf Demir', 'Elective list'),
    waiting('Ingrid Dahl', 'Your talk on Thursday'),
    item('Rana Tahir', 'cannot-tell', {
      rule: 'monthly-contact',
      title: 'Contact in March',
      detail: 'Gmail not read since Friday 14:05',
      mark: { state: 'cannot-tell', doubt: { code: 'blind', source: 'gmail-page', since: '2026-03-06T14:05:00Z' } },
      clause: monthly,
      action: { kind: 'search', url: 'https://mail.google.com/mail/u/0/#search/rana' },
    }),
  ];
  return {
    now,
    zone,
    started: true,
    mentees: 14,
    items,
    urgent: 3,
    blind: [],
    questions: [],
    lastContacts: [{ relationship: 'cohort', menteeId: 'amina', at: '2026-03-07T10:00:00Z' }],
  };
}

/** Before the first relationship exists. */
export const nothingYet = (): Overview => ({ ...monday(), started: false, mentees: 0, items: [], urgent: 0 });

/** Everything answered. */
export const nothingDue = (): Overview => ({ ...monday(), items: [], urgent: 0 });

/** A mailbox that can't be read, a question and reminders put off. */
export const troubled = (): Overview => ({
  ...monday(),
  blind: [{ source: 'gmail-page', name: 'Gmail', since: '2026-03-09T06:05:00Z' }],
  questions: [
    {
      id: 'kai.tanaka@school.example',
      name: 'Kai Tanaka',
      about: 'mentee',
      reason: 'introduced',
      because: 'Dr Helen Ward',
      since: '2026-03-08T09:00:00Z',
    },
  ],
  snoozedUntil: '2026-03-09T18:00:00Z',
});
