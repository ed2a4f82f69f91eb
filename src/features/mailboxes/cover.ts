// What reading an account's mail covers, as a source: from where it begins to the slowest of its folders, because absence
// needs all of them, for the people it was read for; and since when it can't be read.
import type { Account } from '../../domain/meeting/calendar.ts';
import type { Mailbox } from '../../domain/thread/mailbox.ts';
import { addMinutes, compareInstants, earliest, latest } from '../../domain/time/instants.ts';
import type { Source } from '../../domain/verdict/source.ts';
import { SYNC_EVERY_MINUTES } from '../calendars/plan-sync.ts';
import { isOutgrown, type Wanted } from './wanted.ts';

export function sourceId(source: string, { address }: Account): string {
  return `${source} ${address}`;
}

/** Null while a folder was not yet read for all who are wanted: then what was covered before is what is covered. */
export function planSource(
  source: string,
  account: Account,
  mailboxes: readonly Mailbox[],
  wanted: Wanted,
): Source | null {
  const isRead = ({ syncedAt, cursor }: Mailbox) => syncedAt !== undefined && !cursor?.fullSince;
  if (mailboxes.length === 0 || !mailboxes.every((each) => isRead(each) && !isOutgrown(each, wanted))) return null;
  const from = latest(mailboxes.map((mailbox) => mailbox.from))!;
  const to = earliest(mailboxes.map(({ syncedAt }) => syncedAt))!;
  return {
    id: sourceId(source, account),
    source,
    address: account.address,
    from,
    to: latest([from, to])!,
    people: wanted.persons.map(({ id }) => id).sort(),
  };
}

/** An account whose mail can't be read, and from when on that counts as not seeing. */
export interface Blind {
  source: Source;
  since: string;
  at: string;
}

/** Sources that stand for accounts in trouble and do not say so yet. A short pause is none. */
export function findBlind(
  accounts: readonly Account[],
  mailboxes: readonly Mailbox[],
  sources: readonly Source[],
  nameOf: (account: Account) => string | undefined,
): Blind[] {
  return accounts.flatMap((account) => {
    const own = mailboxes.filter((mailbox) => mailbox.account === account.id);
    const problems = [account.problem, ...own.map(({ problem }) => problem)];
    const since = earliest(problems.map((problem) => problem?.since));
    const name = nameOf(account);
    const source = name === undefined ? undefined : sources.find(({ id }) => id === sourceId(name, account));
    if (own.length === 0 || since === undefined || !source || source.blindSince) return [];
    return [{ source, since, at: addMinutes(since, SYNC_EVERY_MINUTES) }];
  });
}

export function isBlindNow({ at }: Blind, now: string): boolean {
  return compareInstants(at, now) <= 0;
}
