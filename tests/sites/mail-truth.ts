// What a mail reader tells of a changed page, held against what it told before: less is allowed, other is not.
import type { PageReading, ReadMessage, ReadRow } from '../../src/sites/site.ts';

/** The facts that were never true. A fact that is absent, empty or false is not told. */
export function findUntrue(truth: PageReading, told: PageReading): unknown[] {
  const [was, is] = [truth.thread, told.thread];
  return [
    ...(told.owner && told.owner !== truth.owner ? [told.owner] : []),
    ...told.rows.filter((row) => !truth.rows.some((each) => isTrueRow(each, row))),
    ...(is?.threadId && is.threadId !== was?.threadId ? [is.threadId] : []),
    ...(is?.subject && is.subject !== was?.subject ? [is.subject] : []),
    ...(is?.messages ?? []).filter((message) => !was?.messages.some((each) => isTrueMessage(each, message))),
  ];
}

const isTold = <T>(truth: T, told: T) => !told || told === truth;

function isTrueRow(truth: ReadRow, told: ReadRow): boolean {
  const facts = ['threadId', 'lastMessageId', 'lastAt', 'firstAt', 'subject', 'unread', 'count'] as const;
  const isSame = (one: ReadRow['senders'][number]) =>
    truth.senders.some(({ email, name }) =>
      one.email ? one.email === email : one.name === name || one.name === email,
    );
  return facts.every((fact) => isTold(truth[fact], told[fact])) && told.senders.every(isSame);
}

/** Who got a copy and who is addressed are told together: every reader of these facts takes them so. */
function isTrueMessage(truth: ReadMessage, told: ReadMessage): boolean {
  const people = ({ to, cc }: ReadMessage) => new Set([...to, ...cc].map(({ email }) => email));
  const isSame = isTold(truth.id, told.id) && isTold(truth.sentAt, told.sentAt);
  return isSame && isTold(truth.from?.email, told.from?.email ?? '') && people(told).isSubsetOf(people(truth));
}
