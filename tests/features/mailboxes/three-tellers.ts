// One semester as three sources tell it: its pages, an account's API, and a mailbox file.
import type { RecordOf } from '../../../src/domain/ledger.ts';
import type { Message } from '../../../src/domain/thread/message.ts';
import type { Sight } from '../../../src/features/deadlines/contract.ts';
import type { Semester, StandinMessage } from '../../standin/semester.ts';

type Source = RecordOf<'sources'>;

/** Sources know seconds. */
export const toSecond = (instant: string) => `${instant.slice(0, 19)}Z`;
export const toMinute = (instant: string) => `${instant.slice(0, 16)}:00Z`;
export const messageIdOf = ({ id }: Pick<StandinMessage, 'id'>) => `<${id}@mail.example>`;

export function addressOf({ accounts }: Semester, account: string): string {
  return accounts.find(({ id }) => id === account)!.address.email;
}

const reasons = {
  personal: 'person',
  'auto-reply': 'auto-submitted',
  bulk: 'precedence',
  calendar: 'calendar-method',
  bounce: 'report',
};

/** As the mailbox's API gives it: headers, no text. */
export function toAccountRecord(message: StandinMessage): Message {
  const { id, threadId, sentAt, from, to, cc, subject, kind } = message;
  return {
    id: `api ${id}`,
    threadId,
    internetMessageId: messageIdOf(message),
    sentAt: toSecond(sentAt),
    from,
    to,
    cc,
    subject,
    kind,
    kindReason: reasons[kind],
  };
}

/** One look at a thread that stands open in its page. */
export function toThreadSight(thread: readonly StandinMessage[], semester: Semester): Sight {
  const [first] = thread;
  const source = first!.account === 'outlook' ? 'outlook-page' : 'gmail-page';
  return {
    source,
    owner: addressOf(semester, first!.account),
    at: semester.now,
    zone: semester.zone,
    view: { list: 'none', complete: false },
    rows: [],
    thread: {
      threadId: first!.threadId,
      subject: first!.subject,
      messages: thread.map(({ id, sentAt, from, to, cc }) => ({
        id,
        sentAt: toSecond(sentAt),
        from,
        to,
        cc,
        collapsed: false,
      })),
    },
    unreadable: false,
    disagreements: {},
  };
}

const kindHeaders: Record<StandinMessage['kind'], string[]> = {
  personal: ['Content-Type: text/plain; charset=utf-8'],
  'auto-reply': ['Auto-Submitted: auto-replied', 'Content-Type: text/plain; charset=utf-8'],
  bulk: [
    'Precedence: bulk',
    'List-Unsubscribe: <https://example.com/leave>',
    'Content-Type: text/plain; charset=utf-8',
  ],
  calendar: ['Content-Type: text/calendar; method=REPLY; charset=utf-8'],
  bounce: ['Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
};

const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const box = ({ name, email }: Message['from']) => (name ? `${word(name)} <${email}>` : `<${email}>`);

/** The mailbox as a mail program writes it out, its messages in this order. */
export function composeMbox(messages: readonly StandinMessage[]): string {
  return messages.map((message) => `From - ${composeEntry(message)}`).join('\n');
}

function composeEntry(message: StandinMessage): string {
  const { id, threadId, sentAt, from, to, cc, subject, kind, body } = message;
  const date = new Date(sentAt).toUTCString().replace('GMT', '+0000');
  const root = messageIdOf({ id: threadId });
  const [weekday, day, month, year, time] = new Date(sentAt).toUTCString().split(/,? /);
  return [
    `${weekday} ${month} ${day} ${time} ${year}`,
    `Message-ID: ${messageIdOf(message)}`,
    ...(id === threadId ? [] : [`In-Reply-To: ${root}`, `References: ${root}`]),
    `Date: ${date}`,
    `From: ${box(from)}`,
    `To: ${to.map(box).join(', ')}`,
    ...(cc.length > 0 ? [`Cc: ${cc.map(box).join(', ')}`] : []),
    `Subject: ${word(subject)}`,
    ...kindHeaders[kind],
    '',
    body.replace(/^From /gm, '>From '),
    '',
  ].join('\n');
}

/** All of the semester, in each of its mailboxes. */
export function covering(semester: Semester, name: (account: string) => string): Source[] {
  const from = Temporal.PlainDate.from(semester.start).toZonedDateTime(semester.zone).toInstant().toString();
  return ['gmail', 'outlook'].map((account) => {
    const address = addressOf(semester, account);
    return { id: `${name(account)} ${address}`, source: name(account), address, from, to: semester.now };
  });
}
