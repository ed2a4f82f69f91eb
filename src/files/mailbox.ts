// Mailbox files: .mbox as Google Takeout and Thunderbird write it, or one .eml. Streamed: what is held at a time is one
// message and the ids of all.
import type { Message } from '../domain/thread/message.ts';
import { isProblem, type MailProblem, type ReadMail, readMail } from './mailbox/message.ts';
import { splitMessages } from './mailbox/split.ts';
import { makeThreads } from './mailbox/threads.ts';

/** A message that could not be read: the others were. */
export interface MailboxProblem {
  code: MailProblem | 'not-a-mailbox';
  /** Which message of the file, from 1. */
  message: number;
  /** Where it begins, in bytes. */
  at: number;
}

export interface MailboxOptions {
  onProblem?: (problem: MailboxProblem) => void;
  /** Addresses of people in the ledger: what they send personally is personal even where it went to many. */
  people?: ReadonlySet<string>;
  /** Told when a later message shows that two threads were one: what was given as `thread` belongs to `into`. */
  onMerge?: (thread: string, into: string) => void;
  /** Told of every message read, with what is not kept of it. */
  onMail?: (mail: ReadMail, bytes: number) => void;
}

const NOTHING_LIKE_MAIL = 20;

/**
 * Every message of the file that can be read, in its order. Nothing is thrown for what it holds; an error of the stream
 * itself is passed on.
 */
export async function* readMailbox(
  bytes: AsyncIterable<Uint8Array>,
  { onProblem, people, onMail, onMerge }: MailboxOptions = {},
): AsyncGenerator<Message> {
  const findThread = makeThreads(onMerge);
  let count = 0;
  let read = 0;
  for await (const raw of splitMessages(bytes)) {
    count += 1;
    const mail = await readMail(raw.bytes, people);
    if (isProblem(mail)) {
      const isFirst = read === 0 && count === 1;
      onProblem?.({ code: isFirst && !looksLikeMail(raw.bytes) ? 'not-a-mailbox' : mail, message: count, at: raw.at });
      continue;
    }
    read += 1;
    onMail?.(mail, raw.bytes.length);
    yield place(mail, findThread);
  }
}

function place({ record, references, gmailThread }: ReadMail, findThread: ReturnType<typeof makeThreads>): Message {
  const { from, to, cc, subject, id } = record;
  const written = { id, references, subject, from: from.email, to: [...to, ...cc].map(({ email }) => email) };
  const found = findThread({ ...written, ...(gmailThread && { given: gmailThread }) });
  return { ...record, threadId: found.thread, ...(found.guessed && { threadGuessed: true }) };
}

/** Some of the first lines are header fields. */
function looksLikeMail(bytes: Uint8Array): boolean {
  const lines = new TextDecoder('latin1').decode(bytes.subarray(0, 8192)).split(/\r?\n/).slice(0, NOTHING_LIKE_MAIL);
  return lines.some((line) => /^(from|to|date|subject|received|message-id|return-path):/i.test(line));
}
