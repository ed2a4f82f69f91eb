// The header fields of a message as its kind of sender writes them (RFC 5322, 3834, 2369, 3464, 6047).
import type { Address } from '../../../src/domain/record.ts';
import type { Header, StandinMessage } from '../semester/types.ts';

export const messageIdOf = ({ id, from }: StandinMessage): string =>
  `<${id}@${from.email.split('@')[1] ?? 'example.org'}>`;

const types: Record<StandinMessage['kind'], string> = {
  personal: 'text/plain; charset="utf-8"',
  'auto-reply': 'text/plain; charset="utf-8"',
  bulk: 'multipart/alternative; boundary="b1"',
  calendar: 'multipart/mixed; boundary="b1"',
  bounce: 'multipart/report; report-type=delivery-status; boundary="b1"',
};

/** What only some kinds carry. */
const marks: Partial<Record<StandinMessage['kind'], Header[]>> = {
  // Exchange writes this into people's mail, too.
  personal: [{ name: 'X-Auto-Response-Suppress', value: 'DR, OOF, AutoReply' }],
  'auto-reply': [
    { name: 'Auto-Submitted', value: 'auto-replied' },
    { name: 'X-Auto-Response-Suppress', value: 'All' },
  ],
  bulk: [
    { name: 'Precedence', value: 'bulk' },
    { name: 'List-Id', value: '<news.lists.example.org>' },
    { name: 'List-Unsubscribe', value: '<https://lists.example.org/leave>' },
    { name: 'Feedback-ID', value: '7:news:example' },
  ],
  bounce: [
    { name: 'Auto-Submitted', value: 'auto-replied' },
    { name: 'X-Failed-Recipients', value: 'nobody@example.org' },
  ],
};

/** `thread`: the messages of its thread, oldest first. */
export function writeHeaders(message: StandinMessage, thread: readonly StandinMessage[]): Header[] {
  const { from, to, cc, bcc = [], subject, kind, sentAt, headers = [] } = message;
  const usual: Header[] = [
    { name: 'Return-Path', value: kind === 'bounce' ? '<>' : `<${from.email}>` },
    { name: 'MIME-Version', value: '1.0' },
    { name: 'Date', value: new Date(sentAt).toUTCString().replace('GMT', '+0000') },
    { name: 'Message-ID', value: messageIdOf(message) },
    ...writeLinks(message, thread),
    { name: 'Subject', value: subject },
    { name: 'From', value: writeAddress(from) },
    ...[['To', to] as const, ['Cc', cc] as const, ['Bcc', bcc] as const].flatMap(([name, people]) =>
      people.length > 0 ? [{ name, value: people.map(writeAddress).join(', ') }] : [],
    ),
    { name: 'Content-Type', value: types[kind] },
    ...(marks[kind] ?? []),
  ];
  const own = new Set(headers.map(({ name }) => name.toLowerCase()));
  return [...usual.filter(({ name }) => !own.has(name.toLowerCase())), ...headers];
}

function writeLinks(message: StandinMessage, thread: readonly StandinMessage[]): Header[] {
  const before = thread.filter((each) => each.sentAt < message.sentAt).map(messageIdOf);
  if (before.length === 0) return [];
  return [
    { name: 'In-Reply-To', value: before.at(-1)! },
    { name: 'References', value: before.join(' ') },
  ];
}

function writeAddress({ name, email }: Address): string {
  return name === undefined ? email : `"${name.replace(/(["\\])/g, '\\$1')}" <${email}>`;
}
