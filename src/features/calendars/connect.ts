// Connecting an account, and letting go of it.
import { AccountProblem, type AccountProvider, type SignedIn } from '../../accounts/account.ts';
import type { Account, Calendar } from '../../domain/meeting/calendar.ts';
import type { Mailbox } from '../../domain/thread/mailbox.ts';
import { type Change, type Companion, type EventChanges, LedgerError } from '../../ledger/ledger.ts';
import { planForgetMail } from '../mailboxes/forget.ts';
import type { ConnectOutcome } from './contract.ts';
import type { CalendarsDeps } from './deps.ts';
import { planCalendars } from './list-calendars.ts';
import { findMoreScopes } from './open-session.ts';
import { PATIENCE, within } from './patience.ts';

type FailedCode = Extract<ConnectOutcome, { done: false }>['code'];

const told: ReadonlySet<string> = new Set<FailedCode>([
  'closed-by-person',
  'refused',
  'scope-missing',
  'not-configured',
  'offline',
  'no-answer',
  'server',
  'rate-limited',
]);

export async function connect(
  deps: CalendarsDeps,
  provider: AccountProvider,
  known: Account | undefined,
  wanted: { mail?: boolean } = {},
): Promise<ConnectOutcome> {
  const ledger = await deps.open();
  const client = deps.findClient(provider.provider, await ledger.get('settings', 'settings'));
  if (!client) return { done: false, code: 'not-configured' };
  try {
    // A person signs in at their own pace, so nothing ends this but the person.
    const more = known ? await findMoreScopes(deps, known, await deps.tokens.get(known.id)) : [];
    const scopes = new Set([...more, ...(wanted.mail ? (provider.mail?.scopes ?? []) : [])]);
    const signedIn = await provider.signIn(deps, client, known?.address, [...scopes]);
    return await keep(deps, provider, signedIn, wanted.mail ? (provider.mail?.folders ?? []) : []);
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    if (!(error instanceof AccountProblem)) deps.report(error);
    const code = error instanceof AccountProblem ? error.code : 'failed';
    return { done: false, code: told.has(code) ? (code as FailedCode) : 'failed' };
  }
}

async function keep(
  deps: CalendarsDeps,
  provider: AccountProvider,
  signedIn: SignedIn,
  folders: readonly Mailbox['folder'][],
): Promise<ConnectOutcome> {
  const ledger = await deps.open();
  const address = signedIn.address.toLowerCase();
  const account: Account = {
    id: `${provider.provider} ${address}`,
    provider: provider.provider,
    address,
    connectedAt: deps.now(),
  };
  const calendars = (await ledger.getAll('calendars')).filter((calendar) => calendar.account === account.id);
  const listed = await list(deps, provider, account, signedIn, calendars);
  await deps.tokens.put(account.id, signedIn.tokens);
  await ledger.apply([
    { list: 'accounts', put: account },
    ...listed.map((put): Change => ({ list: 'calendars', put: { ...put, askedAt: deps.now() } })),
    ...planMailboxes(account, folders, await ledger.getAll('mailboxes'), deps.now()),
  ]);
  return { done: true, account: account.id };
}

/** What is read of its mail already, and the folders that are to be: all asked for again, whatever was the matter. */
function planMailboxes(
  account: Account,
  folders: readonly Mailbox['folder'][],
  known: readonly Mailbox[],
  now: string,
): Change[] {
  const own = known.filter((mailbox) => mailbox.account === account.id);
  const { id: of, provider } = account;
  const fresh = folders
    .filter((folder) => !own.some((mailbox) => mailbox.folder === folder))
    .map((folder): Mailbox => ({ id: `${of} ${folder}`, account: of, provider, folder }));
  return [...own, ...fresh].map(({ problem: _, ...rest }) => ({ list: 'mailboxes', put: { ...rest, askedAt: now } }));
}

/** A list that can't be had now is asked for again by the first slice. */
async function list(
  deps: CalendarsDeps,
  provider: AccountProvider,
  account: Account,
  { tokens }: SignedIn,
  known: Calendar[],
): Promise<Calendar[]> {
  const signal = deps.timeout(PATIENCE);
  const session = provider.open({ fetch: deps.fetch, token: tokens.access, now: deps.now, signal });
  const listed = await within(signal, () => session.listCalendars()).catch((error) => {
    if (!(error instanceof AccountProblem)) deps.report(error);
    return [];
  });
  const listedNow = planCalendars(account, listed, known);
  const others = known.filter((calendar) => !listedNow.some((each) => each.id === calendar.id));
  return [...listedNow, ...others].map(({ problem: _, ...calendar }) => calendar);
}

/** Everything here is forgotten first, whatever the provider then says. Resolves to whether it revoked what it granted. */
export async function disconnect(deps: CalendarsDeps, account: Account, withEvents: boolean): Promise<boolean> {
  const ledger = await deps.open();
  const tokens = await deps.tokens.get(account.id);
  const calendars = (await ledger.getAll('calendars')).filter((calendar) => calendar.account === account.id);
  const provider = deps.providers.find((each) => each.provider === account.provider);
  await ledger.apply(await planForgetMail(ledger, account));
  await ledger.applyEvents({
    goneBefore: withEvents && provider ? calendars.map((calendar) => everythingOf(provider, calendar)) : [],
    with: [
      { list: 'accounts', remove: account.id },
      ...calendars.map(({ id }): Companion => ({ list: 'calendars', remove: id })),
    ],
  });
  await deps.tokens.remove(account.id);
  const client = deps.findClient(account.provider, await ledger.get('settings', 'settings'));
  if (!tokens || !client || !provider) return false;
  return within(deps.timeout(PATIENCE), () => provider.revoke(deps, client, tokens)).catch((error) => {
    if (!(error instanceof AccountProblem)) deps.report(error);
    return false;
  });
}

type Gone = NonNullable<EventChanges['goneBefore']>[number];

export function everythingOf({ source }: AccountProvider, { id }: Calendar): Gone {
  const [from, to] = ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z'];
  return { source, calendar: id, at: to, from, to };
}
