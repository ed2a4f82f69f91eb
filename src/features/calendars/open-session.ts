// A session with an account's provider. Tokens that have run out are renewed once; where that fails, the person has to
// sign in again.
import { AccountProblem, type AccountProvider, type Tokens } from '../../accounts/account.ts';
import { isGranted } from '../../accounts/scopes.ts';
import type { Account } from '../../domain/meeting/calendar.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import type { CalendarsDeps } from './deps.ts';
import { PATIENCE, within } from './patience.ts';

/** Of one slice: what a provider learns in one page of a run helps with the next. `S` is a session of calendars or mail. */
export interface Sessions<S> {
  known: Map<string, OpenSession<S>>;
  /** Scopes without which there is nothing to ask for. */
  needed(provider: AccountProvider): readonly string[];
  open(provider: AccountProvider, given: Parameters<AccountProvider['open']>[0]): S;
}

interface OpenSession<S> {
  session: S;
  token: string;
  /** Ends the request under way. */
  end: AbortController;
}

export function getProvider({ providers }: CalendarsDeps, account: Account): AccountProvider {
  const provider = providers.find((each) => each.provider === account.provider);
  if (!provider) throw new AccountProblem('not-configured', 'no such provider');
  return provider;
}

/** @throws {AccountProblem} */
export async function withSession<S, T>(
  deps: CalendarsDeps,
  account: Account,
  sessions: Sessions<S>,
  work: (session: S) => Promise<T>,
): Promise<T> {
  const known = await deps.tokens.get(account.id);
  const isFresh = known && compareInstants(deps.now(), known.expires) < 0;
  const tokens = isFresh ? known : await renew(deps, account, known);
  try {
    return await ask(deps, account, sessions, tokens, work);
  } catch (error) {
    if (!isFresh || !(error instanceof AccountProblem) || error.code !== 'signed-out') throw error;
    return ask(deps, account, sessions, await renew(deps, account, tokens), work);
  }
}

async function ask<S, T>(
  deps: CalendarsDeps,
  account: Account,
  sessions: Sessions<S>,
  { access: token, scopes }: Tokens,
  work: (session: S) => Promise<T>,
): Promise<T> {
  const provider = getProvider(deps, account);
  if (!isGranted(scopes, sessions.needed(provider))) throw new AccountProblem('scope-missing', 'not granted');
  const known = sessions.known.get(account.id);
  const open = known?.token === token ? known : openWith(deps, provider, sessions, token);
  sessions.known.set(account.id, open);
  const signal = deps.timeout(PATIENCE);
  const end = () => open.end.abort();
  signal.addEventListener('abort', end, { once: true });
  try {
    return await within(signal, () => work(open.session));
  } catch (error) {
    sessions.known.delete(account.id);
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
  }
}

function openWith<S>(
  deps: CalendarsDeps,
  provider: AccountProvider,
  sessions: Sessions<S>,
  token: string,
): OpenSession<S> {
  const end = new AbortController();
  const given = { fetch: deps.fetch, token, now: deps.now, signal: end.signal };
  return { session: sessions.open(provider, given), token, end };
}

async function renew(deps: CalendarsDeps, account: Account, known: Tokens | undefined): Promise<Tokens> {
  const provider = getProvider(deps, account);
  const ledger = await deps.open();
  const client = deps.findClient(account.provider, await ledger.get('settings', 'settings'));
  if (!client) throw new AccountProblem('not-configured', 'no client');
  // Where the browser forgot them, the provider may still know the person.
  const old = known ?? { access: '', expires: deps.now(), scopes: [...provider.scopes] };
  const more = await findMoreScopes(deps, account, known);
  const renewed = () => provider.renew(deps, client, old, account.address, more);
  const fresh = await within(deps.timeout(PATIENCE), renewed);
  await deps.tokens.put(account.id, fresh);
  // Disconnected meanwhile: what was forgotten stays forgotten.
  if (!(await ledger.get('accounts', account.id))) await deps.tokens.remove(account.id);
  return fresh;
}

/** Scopes to ask for beside the provider's own: for mail that is being read, and for what was granted before. */
export async function findMoreScopes(
  deps: CalendarsDeps,
  account: Account,
  known: Tokens | undefined,
): Promise<readonly string[]> {
  const { mail } = getProvider(deps, account);
  if (!mail) return [];
  const isRead = (await (await deps.open()).getAll('mailboxes')).some((each) => each.account === account.id);
  const setsReply = known !== undefined && isGranted(known.scopes, mail.autoReplyScopes);
  return [...(isRead ? mail.scopes : []), ...(setsReply ? mail.autoReplyScopes : [])];
}
