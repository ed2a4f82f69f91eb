// A provider of mail with state: folders read in full and by changes page by page, and whatever fault a test puts in.
import { AccountProblem, type Tokens } from '../../../src/accounts/account.ts';
import { concern } from '../../../src/accounts/concerns.ts';
import type { MailPage, MailProvider, MailSession, ReadMail } from '../../../src/accounts/mail.ts';
import type { Mailbox } from '../../../src/domain/thread/mailbox.ts';
import type { Message } from '../../../src/domain/thread/message.ts';
import { FakeProvider } from '../calendars/fake-provider.ts';

type Folder = Mailbox['folder'];

export const me = 'me@example.edu';
export const ana = 'ana@example.edu';
export const ben = 'ben@example.edu';

export function mail(id: string, from: string, to: string, more: Partial<Message> = {}): Message {
  return {
    id,
    threadId: `t-${id}`,
    internetMessageId: `<${id}@mail.example>`,
    sentAt: '2026-02-20T10:00:00Z',
    from: { email: from },
    to: [{ email: to }],
    cc: [],
    subject: `Subject ${id}`,
    kind: 'personal',
    kindReason: 'person',
    ...more,
  };
}

interface FakeFolder {
  messages: Map<string, Message>;
  /** Ids in the order in which they changed. */
  log: string[];
}

export class FakeMail extends FakeProvider {
  readonly folders = new Map<Folder, FakeFolder>(
    (['inbox', 'sent', 'archive'] as const).map((folder) => [folder, { messages: new Map(), log: [] }]),
  );
  /** Scopes that signing in and renewing give. */
  granted = ['read', 'mail'];
  /** Scopes asked for beside the provider's own, as they were last. */
  wantedMore: readonly string[] = [];
  /** Gives what nobody asked for too. */
  isLax = false;

  arrive(folder: Folder, message: Message): void {
    const { messages, log } = this.folders.get(folder)!;
    messages.set(message.id, message);
    log.push(message.id);
  }

  leave(folder: Folder, id: string): void {
    const { messages, log } = this.folders.get(folder)!;
    messages.delete(id);
    log.push(id);
  }

  override tokens(): Tokens {
    return { ...super.tokens(), scopes: [...this.granted] };
  }

  override signIn = async (_deps?: unknown, _client?: unknown, _hint?: string, more: readonly string[] = []) => {
    this.signsIn();
    this.wantedMore = more;
    return { address: this.address, tokens: this.tokens() };
  };

  override renew = async (
    _deps?: unknown,
    _client?: unknown,
    _old?: unknown,
    _hint?: string,
    more: readonly string[] = [],
  ): Promise<Tokens> => {
    this.asked.push('renew');
    this.wantedMore = more;
    if (!this.renews) throw new AccountProblem('signed-out', 'sign in');
    this.token = `token-${this.asked.length}`;
    return this.tokens();
  };

  readonly mail: MailProvider = {
    source: 'microsoft-mail',
    folders: ['inbox', 'sent', 'archive'],
    scopes: ['mail'],
    ownClientOnly: false,
    autoReplyScopes: ['replies'],
    autoReplyTexts: 2,
    open: ({ token }): MailSession => ({
      readPage: async (wanted) => {
        const { page, changes } = wanted.cursor;
        await this.take(`${wanted.folder} ${page ?? changes ?? 'full'}`, token);
        return this.#page(wanted);
      },
    }),
    openAutoReply: () => {
      throw new Error('not of this test');
    },
  };

  protected async take(what: string, token: string): Promise<void> {
    this.asked.push(what);
    await this.fault(this.asked.length, what);
    if (token !== this.token) throw new AccountProblem('signed-out', 'the token does not hold');
  }

  #page({ folder, cursor, from, people }: ReadMail): MailPage {
    const { messages, log } = this.folders.get(folder)!;
    const since = cursor.changes === undefined ? null : Number(cursor.changes);
    if (since !== null && since < this.expiredBefore) throw new AccountProblem('expired-cursor', '410');
    // A run shows what there was when it began; what happens meanwhile comes with the changes.
    const [until, offset] = (cursor.page ?? `${log.length} 0`).split(' ').map(Number) as [number, number];
    const ids = [...new Set(since === null ? log.slice(0, until) : log.slice(since, until))];
    const some = ids.slice(offset, offset + this.pageSize);
    const known = some.flatMap((each) => messages.get(each) ?? []).filter((each) => each.sentAt >= from);
    const concerns = concern(people);
    const isTheirs = ({ from: writer, to, cc }: Message) => this.isLax || concerns([writer, ...to, ...cc]);
    const done = offset + this.pageSize >= ids.length;
    const kept = cursor.changes === undefined ? {} : { changes: cursor.changes };
    return {
      put: structuredClone(known.filter(isTheirs)),
      gone: since === null ? [] : some.filter((each) => !messages.has(each)),
      cursor: done ? { changes: String(until) } : { ...kept, page: `${until} ${offset + this.pageSize}` },
      done,
      unreadable: 0,
    };
  }
}
