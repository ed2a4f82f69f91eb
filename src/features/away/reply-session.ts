// A session for an account's automatic reply, which has a scope of its own: it is asked for when it is first needed, and
// only where a person just clicked.
import { AccountProblem, type AccountProvider } from '../../accounts/account.ts';
import type { AutoReplySession } from '../../accounts/mail.ts';
import { isGranted } from '../../accounts/scopes.ts';
import type { Account } from '../../domain/meeting/calendar.ts';
import type { CalendarsDeps } from '../calendars/deps.ts';
import { findMoreScopes, getProvider, type Sessions, withSession } from '../calendars/open-session.ts';
import { PATIENCE, within } from '../calendars/patience.ts';

const scopesOf = ({ mail }: AccountProvider): readonly string[] => mail?.autoReplyScopes ?? [];

const makeSessions = (): Sessions<AutoReplySession> => ({
  known: new Map(),
  needed: scopesOf,
  open: (provider, given) => {
    if (!provider.mail) throw new AccountProblem('not-configured', 'it has no automatic reply');
    return provider.mail.openAutoReply(given);
  },
});

/**
 * @param mayAsk whether the provider's own page may be shown, where only that helps
 * @throws {AccountProblem}
 */
export async function withReplies<T>(
  deps: CalendarsDeps,
  account: Account,
  mayAsk: boolean,
  work: (session: AutoReplySession) => Promise<T>,
): Promise<T> {
  const sessions = makeSessions();
  try {
    return await withSession(deps, account, sessions, work);
  } catch (error) {
    const isAccess = error instanceof AccountProblem && (error.code === 'scope-missing' || error.code === 'signed-out');
    if (!isAccess || !(await gainAccess(deps, account, mayAsk))) throw error;
    return withSession(deps, account, makeSessions(), work);
  }
}

/** Silently where the provider knows the person and what they allowed; else by its page. Resolves to whether it was gained. */
async function gainAccess(deps: CalendarsDeps, account: Account, mayAsk: boolean): Promise<boolean> {
  const provider = getProvider(deps, account);
  const client = deps.findClient(account.provider, await (await deps.open()).get('settings', 'settings'));
  if (!client) throw new AccountProblem('not-configured', 'no client');
  const known = await deps.tokens.get(account.id);
  const more = [...new Set([...(await findMoreScopes(deps, account, known)), ...scopesOf(provider)])];
  const old = known ?? { access: '', expires: deps.now(), scopes: [...provider.scopes] };
  const silently = () => provider.renew(deps, client, old, account.address, more);
  const renewed = await within(deps.timeout(PATIENCE), silently).catch(unlessAccess);
  if (renewed && isGranted(renewed.scopes, scopesOf(provider))) {
    await deps.tokens.put(account.id, renewed);
    return true;
  }
  if (!mayAsk) return false;
  // A person signs in at their own pace, so nothing ends this but the person.
  const { address, tokens } = await provider.signIn(deps, client, account.address, more);
  if (address.toLowerCase() !== account.address) throw new AccountProblem('signed-out', 'another account signed in');
  await deps.tokens.put(account.id, tokens);
  return true;
}

/** Only the person can help: nothing to be thrown yet. */
function unlessAccess(error: unknown): null {
  if (error instanceof AccountProblem && (error.code === 'signed-out' || error.code === 'scope-missing')) return null;
  throw error;
}
