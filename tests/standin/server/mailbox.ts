// The mailboxes as they are now, and what their pages ask of them: lists of threads, one thread, sending.
import type { Address } from '../../../src/domain/record.ts';
import { type Draft, toMessage } from '../semester/post.ts';
import type { Account, AccountId, Label, Semester, StandinMessage } from '../semester/types.ts';
import { MailLog } from './mail-log.ts';
import { makeSearch } from './search.ts';

/** A thread as a list shows it. */
export interface ThreadRow {
  threadId: string;
  lastId: string;
  lastAt: string;
  subject: string;
  /** Distinct, in order of speaking; in the list of sent mail, who was written to. */
  people: (Address & { me: boolean; unread: boolean })[];
  count: number;
  unread: boolean;
  snippet: string;
}

export interface ListPage {
  rows: ThreadRow[];
  total: number;
  unread: number;
}

export interface Sending {
  account: AccountId;
  at: number;
  to: Address[];
  cc?: Address[];
  bcc?: Address[];
  subject: string;
  body: string;
  threadId?: string;
}

export class Mailboxes {
  readonly accounts: Account[];
  /** What a sync of changes has to tell. */
  readonly log = new MailLog();
  readonly #messages: StandinMessage[];
  #version = 1;
  #order = 500_000;

  constructor({ accounts, messages }: Pick<Semester, 'accounts' | 'messages'>) {
    this.accounts = accounts;
    this.#messages = [...messages];
  }

  get version(): number {
    return this.#version;
  }

  get messages(): readonly StandinMessage[] {
    return this.#messages;
  }

  changed(): void {
    this.#version++;
  }

  /** Puts a message into a mailbox, as if it had just arrived or been sent elsewhere. */
  deliver(draft: Draft): StandinMessage {
    const message = toMessage(draft, this.#order++);
    const at = this.#messages.findLastIndex(({ sentAt }) => sentAt <= message.sentAt);
    this.#messages.splice(at + 1, 0, message);
    this.log.note({ message, what: 'added', to: message.labels[0]! });
    this.changed();
    return message;
  }

  /** To another folder, by hand or by a rule. */
  move(id: string, to: Label): void {
    const message = this.#get(id);
    const from = message.labels[0]!;
    message.labels = [to];
    this.log.note({ message, what: 'moved', from, to });
    this.changed();
  }

  /** Deleted for good. */
  remove(id: string): void {
    const message = this.#get(id);
    this.#messages.splice(this.#messages.indexOf(message), 1);
    this.log.note({ message, what: 'deleted', from: message.labels[0]! });
    this.changed();
  }

  /** All of one mailbox, oldest first. */
  all(account: AccountId): StandinMessage[] {
    return this.#messages.filter((message) => message.account === account);
  }

  /** @throws where the test misnamed it. */
  #get(id: string): StandinMessage {
    const message = this.#messages.find((each) => each.id === id);
    if (!message) throw new Error(`there is no message ${id} in the mailboxes`);
    return message;
  }

  send({ account, ...rest }: Sending): StandinMessage {
    const from = this.accounts.find(({ id }) => id === account)!.address;
    return this.deliver({ account, from, ...rest });
  }

  markRead(account: AccountId, threadId: string): void {
    const unread = this.#thread(account, threadId).filter((message) => message.unread);
    for (const message of unread) {
      message.unread = false;
      this.log.note({ message, what: 'read' });
    }
    if (unread.length > 0) this.changed();
  }

  thread(account: AccountId, threadId: string): StandinMessage[] {
    return this.#thread(account, threadId);
  }

  list(account: AccountId, view: string, words: string, page: number, size: number): ListPage {
    const mine = this.#messages.filter((message) => message.account === account && isShown(message));
    const threads = Map.groupBy(mine, ({ threadId }) => threadId);
    const wanted = new Set(mine.filter(inView(view, words)).map(({ threadId }) => threadId));
    const rows = [...wanted]
      .map((threadId) => this.#row(account, threads.get(threadId)!, view === 'sent'))
      .sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
    return {
      rows: rows.slice((page - 1) * size, page * size),
      total: rows.length,
      unread: rows.filter(({ unread }) => unread).length,
    };
  }

  #thread(account: AccountId, threadId: string): StandinMessage[] {
    return this.#messages.filter((each) => each.account === account && each.threadId === threadId && isShown(each));
  }

  #row(account: AccountId, thread: StandinMessage[], sentList: boolean): ThreadRow {
    const owner = this.accounts.find(({ id }) => id === account)!.address.email;
    const last = thread.at(-1)!;
    const speakers = sentList ? thread.flatMap(({ to }) => to) : thread.map(({ from }) => from);
    const unreadOf = (email: string) => thread.some(({ from, unread }) => unread && from.email === email);
    const people = new Map(
      speakers.map((one) => [one.email, { ...one, me: one.email === owner, unread: unreadOf(one.email) }]),
    );
    return {
      threadId: last.threadId,
      lastId: last.id,
      lastAt: last.sentAt,
      subject: thread[0]!.subject,
      people: [...people.values()],
      count: thread.length,
      unread: thread.some(({ unread }) => unread),
      snippet: last.body.slice(0, 160),
    };
  }
}

const isShown = ({ draft, labels }: StandinMessage) => !draft && !labels.includes('trash');

function inView(view: string, words: string): (message: StandinMessage) => boolean {
  if (view === 'search') return makeSearch(words);
  if (view === 'all') return () => true;
  const label = view === 'sent' ? 'sent' : view === 'inbox' ? 'inbox' : undefined;
  return ({ labels }) => label !== undefined && labels.includes(label);
}
