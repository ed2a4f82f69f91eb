// One step of reading a folder: one request, then one transaction that writes its messages together with the place to go
// on from and with what is covered. Stopped before it, nothing was done; stopped after it, nothing is done twice.
import { AccountProblem } from '../../accounts/account.ts';
import type { MailPage, MailProvider, MailSession } from '../../accounts/mail.ts';
import type { Account } from '../../domain/meeting/calendar.ts';
import type { Mailbox } from '../../domain/thread/mailbox.ts';
import { type Change, LedgerError, type MessageChanges } from '../../ledger/ledger.ts';
import { getProvider, type Sessions, withSession } from '../calendars/open-session.ts';
import { concernsAccount, planProblem } from '../calendars/problems.ts';
import { clear } from '../calendars/sync-step.ts';
import { planSource } from './cover.ts';
import type { MailboxesDeps } from './deps.ts';
import { type Begun, planCursor, planPage } from './plan-page.ts';
import type { MailDue } from './plan-sync.ts';
import { planSuspects } from './second-address.ts';
import type { Wanted } from './wanted.ts';

/** What the steps of one slice share. */
export interface MailSlice {
  /** In ms: from then on nothing more is begun. */
  end: number;
  sessions: Sessions<MailSession>;
  /** The answer to the next step, asked for while the last one is being written. */
  ahead?: { of: Mailbox; asked: string; answer: Promise<MailPage> };
  wanted: Wanted;
}

export function mailSessions(): Sessions<MailSession> {
  return {
    known: new Map(),
    needed: (provider) => mailOf(provider).scopes,
    open: (provider, given) => mailOf(provider).open(given),
  };
}

function mailOf({ mail }: { mail?: MailProvider }): MailProvider {
  if (!mail) throw new AccountProblem('not-configured', 'no mail of this provider');
  return mail;
}

/** Resolves to the run's next step, or null where none is known to follow. */
export async function takeStep(deps: MailboxesDeps, due: MailDue, slice: MailSlice): Promise<MailDue | null> {
  const ledger = await deps.open();
  try {
    const { changes, next } = await readPage(deps, due, slice);
    const counts = await ledger.applyMessages({ ...changes, given: givenOf(due) });
    return counts && next;
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    if (!(error instanceof AccountProblem)) deps.report(error);
    await ledger.applyMessages({ with: planFailure(due, error, deps.now()), given: givenOf(due) });
    return null;
  }
}

/** An account or a folder that was let go of, or changed, while it was asked gets nothing of the answer. */
function givenOf({ account, mailbox }: MailDue): NonNullable<MessageChanges['given']> {
  return [
    { list: 'accounts', put: account },
    { list: 'mailboxes', put: mailbox },
  ];
}

interface Taken {
  changes: MessageChanges;
  next: MailDue | null;
}

async function readPage(deps: MailboxesDeps, due: MailDue, slice: MailSlice): Promise<Taken> {
  const { account, mailbox } = due;
  const { wanted } = slice;
  const isAsked = slice.ahead?.of === mailbox;
  const asked = isAsked ? slice.ahead!.asked : deps.now();
  const cursor = planCursor(mailbox, wanted, asked);
  const page = await (isAsked ? slice.ahead!.answer : ask(deps, account, mailbox, cursor, slice));
  if (!page.done && page.cursor.page === cursor.page) throw new AccountProblem('failed', 'the same page again');
  const { source } = mailOf(getProvider(deps, account));
  const read = planPage({ source, account, mailbox, cursor, page, wanted, asked });
  const isMore = !page.done && !account.problem;
  // The network and the store need not wait for each other.
  if (isMore && Date.parse(deps.now()) < slice.end) askAhead(deps, account, read.mailbox, slice);
  const changes = { put: read.put, with: await planWith(deps, account, source, read, slice) };
  return { changes, next: isMore ? { ...due, mailbox: read.mailbox } : null };
}

function ask(deps: MailboxesDeps, account: Account, { folder }: Mailbox, cursor: Begun, slice: MailSlice) {
  const { own, senders } = slice.wanted;
  const people = new Set([...slice.wanted.people, ...senders]);
  const wanted = { folder, cursor, from: cursor.from, people, own };
  return withSession(deps, account, slice.sessions, (session) => session.readPage(wanted));
}

function askAhead(deps: MailboxesDeps, account: Account, mailbox: Mailbox, slice: MailSlice): void {
  const answer = ask(deps, account, mailbox, mailbox.cursor as Begun, slice);
  // Whoever takes the next step hears of a failure.
  answer.catch(() => {});
  slice.ahead = { of: mailbox, asked: deps.now(), answer };
}

async function planWith(
  deps: MailboxesDeps,
  account: Account,
  source: string,
  { put, mailbox }: { put: MessageChanges['put'] & {}; mailbox: Mailbox },
  { wanted }: MailSlice,
): Promise<Change[]> {
  const ledger = await deps.open();
  const isOwn = (each: Mailbox) => each.account === account.id && each.id !== mailbox.id;
  const others = mailbox.cursor?.page ? [] : (await ledger.getAll('mailboxes')).filter(isOwn);
  const covered = mailbox.cursor?.page ? null : planSource(source, account, [mailbox, ...others], wanted);
  return [
    { list: 'mailboxes', put: mailbox },
    ...clear(account),
    ...(covered ? [{ list: 'sources' as const, put: covered }] : []),
    ...(await planSuspects(ledger, put, wanted.facts, deps.now())),
  ];
}

function planFailure({ account, mailbox }: MailDue, error: unknown, now: string): Change[] {
  const isExpired = error instanceof AccountProblem && error.code === 'expired-cursor';
  // A cursor of changes that ran out is nobody's failure: the folder is read in full again.
  if (mailbox.cursor?.changes && isExpired) return [{ list: 'mailboxes', put: begunAgain(mailbox) }];
  const problem = planProblem(mailbox.problem, error, now);
  // Mail that was not allowed is no reason to stop reading calendars.
  if (concernsAccount(problem) && problem.code !== 'scope-missing') {
    return [{ list: 'accounts', put: { ...account, problem: planProblem(account.problem, error, now) } }];
  }
  return [{ list: 'mailboxes', put: { ...(isExpired ? begunAgain(mailbox) : mailbox), problem } }];
}

function begunAgain({ cursor: _cursor, ...mailbox }: Mailbox): Mailbox {
  return mailbox;
}
