// An account whose automatic reply is in memory: it can be changed by others, fail before or after it was written, and
// keep something else than what it was given.

import type { Tokens } from '../../../src/accounts/account.ts';
import { AccountProblem, type AccountProblemCode, type AccountProvider } from '../../../src/accounts/account.ts';
import type { AutoReply, AutoReplySession } from '../../../src/accounts/mail.ts';
import type { Away } from '../../../src/domain/away/away.ts';
import { makeReplySetter } from '../../../src/features/away/reply.ts';
import type { ReplySetter } from '../../../src/features/away/reply-setter.ts';
import type { CalendarsDeps } from '../../../src/features/calendars/deps.ts';
import { MemoryLedger } from '../../../src/ledger/memory.ts';
import { ledger as facts, relationship } from '../../domain/build.ts';

export const account = 'microsoft me@uni.example';
export const away: Away = {
  id: 'a1',
  from: '2026-03-10',
  to: '2026-03-16',
  returns: '2026-03-17',
  relationships: ['r1'],
};
export const texts = {
  inside: 'Thank you.\n\nI am back on 17 March 2026 <& not before>.',
  outside: 'Back on 17 March 2026.',
};

type State = Omit<AutoReply, 'version'>;
type Fault = { code: AccountProblemCode; when: 'reading' | 'before' | 'after' } | { code: 'keeps-other' };

export class ReplyWorld {
  state: State = { on: false, inside: '', outside: '', outsiders: 'nobody' };
  scopes = ['Calendars.Read'];
  /** What the next sign-in grants, or how it ends. */
  signsIn: 'grants' | AccountProblemCode = 'grants';
  signedInAs = 'me@uni.example';
  /** Faults of the next calls, one each. */
  faults: Fault[] = [];
  asked: string[] = [];
  now = '2026-03-05T15:00:00Z';
  readonly reported: unknown[] = [];
  readonly ledger = new MemoryLedger({ onCommit: () => {} });
  readonly setter: ReplySetter;

  constructor() {
    this.setter = makeReplySetter(this.#deps());
  }

  /** The present one, as whoever opens the settings sees it. */
  change(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
  }

  async start(): Promise<this> {
    await this.ledger.replaceAll(
      facts({
        relationships: [relationship({ zone: 'America/Toronto' })],
        accounts: [{ id: account, provider: 'microsoft', address: 'me@uni.example', connectedAt: this.now }],
        away: [away],
      }),
    );
    return this;
  }

  /** Keeps what was set, as the worker does. */
  async keep(kept: Away): Promise<Away> {
    await this.ledger.apply([{ list: 'away', put: kept }]);
    return kept;
  }

  async set(over = false, of: Away = away, more = texts): Promise<{ away: Away; outcome: unknown }> {
    const run = await this.setter.setReply({ away: of, account, ...more, over });
    return { outcome: run.outcome, away: await this.keep({ ...of, replies: run.replies }) };
  }

  #version(): string {
    return JSON.stringify(this.state);
  }

  #take(when: 'reading' | 'before' | 'after'): void {
    const fault = this.faults[0];
    if (fault && 'when' in fault && fault.when === when) {
      this.faults.shift();
      throw new AccountProblem(fault.code, 'a test');
    }
  }

  #session: AutoReplySession = {
    read: async () => {
      this.#take('reading');
      return { ...this.state, version: this.#version() };
    },
    write: async (wanted, expected) => {
      this.#take('before');
      if (expected !== this.#version()) throw new AccountProblem('changed-meanwhile', 'a test');
      const other = this.faults[0]?.code === 'keeps-other' && this.faults.shift();
      this.asked.push(other ? 'write, kept as other' : `write ${wanted.on ? 'on' : 'off'}`);
      // Outlook puts a page round a text, and keeps the audience it was not told.
      const outsiders = wanted.outsiders ?? (wanted.outside === '' ? 'nobody' : 'everybody');
      const wrap = (text: string) => text && `<html>\n<body>\n${text}\n</body>\n</html>\n`;
      this.state = { ...wanted, inside: other ? '' : wrap(wanted.inside), outside: wrap(wanted.outside), outsiders };
      this.#take('after');
      return { ...this.state, version: this.#version() };
    },
  };

  #deps(): CalendarsDeps {
    let held: Tokens | undefined = this.#tokens();
    const provider = {
      provider: 'microsoft',
      scopes: ['Calendars.Read'],
      signIn: async (_deps: unknown, _client: unknown, _hint: unknown, more: string[] = []) => {
        this.asked.push(`sign in for ${more.join(' ')}`);
        if (this.signsIn !== 'grants') throw new AccountProblem(this.signsIn, 'a test');
        this.scopes = [...new Set([...this.scopes, ...more])];
        return { address: this.signedInAs, tokens: this.#tokens() };
      },
      renew: async () => {
        if (this.scopes.length === 0) throw new AccountProblem('signed-out', 'a test');
        return this.#tokens();
      },
      mail: { autoReplyScopes: ['MailboxSettings.ReadWrite'], scopes: [], openAutoReply: () => this.#session },
    } as unknown as AccountProvider;
    return {
      open: async () => this.ledger,
      now: () => this.now,
      zone: 'UTC',
      providers: [provider],
      findClient: () => ({ id: 'client' }),
      tokens: {
        get: async () => held,
        put: async (_id, tokens) => {
          held = tokens;
        },
        remove: async () => {
          held = undefined;
        },
        clear: async () => {},
      },
      identity: { getRedirectURL: () => '', launchWebAuthFlow: async () => undefined },
      fetch: () => Promise.reject(new Error('no network here')),
      timeout: () => new AbortController().signal,
      report: (error) => this.reported.push(error),
    };
  }

  #tokens(): Tokens {
    return { access: 'a', expires: '2027-01-01T00:00:00Z', scopes: [...this.scopes] };
  }
}
