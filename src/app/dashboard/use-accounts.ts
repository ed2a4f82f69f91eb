// What a person does with calendar accounts: connecting, reading now, choosing, letting go.
import { useState } from 'preact/hooks';
import type { Account, Calendar, Provider } from '../../domain/meeting/calendar.ts';
import {
  composeConnectProblem,
  type Help,
  providerNames,
  type ToldProblem,
} from '../../features/calendars/views/account-words.ts';
import type { Desk } from './dashboard-state.ts';

interface Whose {
  provider: Provider;
  account?: string;
}

export interface Accounts {
  /** Whose page is open: the provider's, and for which account where one is signed in again. */
  busy: Whose | null;
  /** Why the last try connected nothing. */
  problem: (Whose & { told: ToldProblem }) | null;
  connect: (provider: Provider, account?: string) => void;
  help: (account: Account, help: NonNullable<Help>) => void;
  read: (account: Account) => void;
  choose: (calendar: Calendar, chosen: boolean) => void;
  disconnect: (account: Account, events: boolean) => Promise<boolean>;
  openSettings: () => void;
}

export function useAccounts({ deps, asking, reload }: Desk): Accounts {
  const [busy, setBusy] = useState<Accounts['busy']>(null);
  const [problem, setProblem] = useState<Accounts['problem']>(null);
  const openSettings = () => deps.openDashboard('settings');

  const connect = async (provider: Provider, account?: string) => {
    const whose = { provider, ...(account && { account }) };
    setBusy(whose);
    setProblem(null);
    const answer = await deps.ask('account.connect', whose);
    setBusy(null);
    if (answer.ok && !answer.value.done) {
      setProblem({ ...whose, told: composeConnectProblem(answer.value.code, provider, Boolean(account)) });
      return;
    }
    await asking.run(Promise.resolve(answer), `${providerNames[provider]} is connected`);
    reload();
  };
  const read = ({ id, provider }: Account) =>
    void asking.run(deps.ask('calendar.sync', { account: id }), `Reading from ${providerNames[provider]}`);
  return {
    busy,
    problem,
    connect: (provider, account) => void connect(provider, account),
    help: (account, help) => {
      if (help === 'settings') openSettings();
      else if (help === 'sign-in') void connect(account.provider, account.id);
      else read(account);
    },
    read,
    choose: ({ id, name }, chosen) => {
      const text = chosen ? `“${name}” is read from now on` : `“${name}” is no longer read`;
      void asking.run(deps.ask('calendar.choose', { calendar: id, chosen }), text);
    },
    disconnect: async ({ id, provider }, events) => {
      const answer = await deps.ask('account.disconnect', { account: id, events });
      return asking.run(Promise.resolve(answer), composeGoodbye(provider, answer.ok && answer.value.revoked));
    },
    openSettings,
  };
}

/** Where access could not be ended from here, it says where it can be. */
function composeGoodbye(provider: Provider, revoked: boolean): string {
  if (revoked) return 'Disconnected, and access was ended at Google';
  const where = provider === 'google' ? 'myaccount.google.com/connections' : 'myapps.microsoft.com';
  return `Disconnected. What you allowed can be taken back at ${where}`;
}
