// A session with an account's provider. Tokens that have run out are renewed once; where that fails, the person has to
// sign in again.
import { AccountProblem, type AccountProvider, type CalendarSession, type Tokens } from '../../accounts/account.ts';
import type { Account } from '../../domain/meeting/calendar.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import type { CalendarsDeps } from './deps.ts';
import { PATIENCE, within } from './patience.ts';

/** Of one slice: what a provider learns in one page of a run helps with the next. */
export type Sessions = Map<string, OpenSession>;

interface OpenSession {
  session: CalendarSession;
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
export async function withSession<T>(
  deps: CalendarsDeps,
  account: Account,
  sessions: Sessions,
  work: (session: CalendarSession) => Promise<T>,
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

async function ask<T>(
  deps: CalendarsDeps,
  account: Account,
  sessions: Sessions,
  { access: token }: Tokens,
  work: (session: CalendarSession) => Promise<T>,
): Promise<T> {
  const known = sessions.get(account.id);
  const open = known?.token === token ? known : openWith(deps, account, token);
  sessions.set(account.id, open);
  const signal = deps.timeout(PATIENCE);
  const end = () => open.end.abort();
  signal.addEventListener('abort', end, { once: true });
  try {
    return await within(signal, () => work(open.session));
  } catch (error) {
    sessions.delete(account.id);
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
  }
}

function openWith(deps: CalendarsDeps, account: Account, token: string): OpenSession {
  const end = new AbortController();
  const given = { fetch: deps.fetch, token, now: deps.now, signal: end.signal };
  return { session: getProvider(deps, account).open(given), token, end };
}

async function renew(deps: CalendarsDeps, account: Account, known: Tokens | undefined): Promise<Tokens> {
  const provider = getProvider(deps, account);
  const ledger = await deps.open();
  const client = deps.findClient(account.provider, await ledger.get('settings', 'settings'));
  if (!client) throw new AccountProblem('not-configured', 'no client');
  // Where the browser forgot them, the provider may still know the person.
  const old = known ?? { access: '', expires: deps.now(), scopes: [...provider.scopes] };
  const fresh = await within(deps.timeout(PATIENCE), () => provider.renew(deps, client, old, account.address));
  await deps.tokens.put(account.id, fresh);
  // Disconnected meanwhile: what was forgotten stays forgotten.
  if (!(await ledger.get('accounts', account.id))) await deps.tokens.remove(account.id);
  return fresh;
}
