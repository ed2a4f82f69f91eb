// What a person does with an account's mail: letting it be read, reading now, stopping.
import { useState } from 'preact/hooks';
import type { Account, Provider } from '../../domain/meeting/calendar.ts';
import { type Help, providerNames, type ToldProblem } from '../../features/calendars/views/account-words.ts';
import { composeMailConnectProblem } from '../../features/mailboxes/views/mail-words.ts';
import type { Desk } from './dashboard-state.ts';

export interface MailAccounts {
  /** Id of the account for which the provider's page is open. */
  busy: string | null;
  problem: { account: string; told: ToldProblem } | null;
  canRead: (provider: Provider) => boolean;
  connect: (account: Account) => void;
  help: (account: Account, help: NonNullable<Help>) => void;
  read: (account: Account) => void;
  stop: (account: Account) => void;
}

export function useMail({ deps, small, asking, reload }: Desk): MailAccounts {
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<MailAccounts['problem']>(null);

  const connect = async ({ id, provider }: Account) => {
    setBusy(id);
    setProblem(null);
    const answer = await deps.ask('mail.connect', { provider, account: id });
    setBusy(null);
    if (answer.ok && !answer.value.done) {
      setProblem({ account: id, told: composeMailConnectProblem(answer.value.code, provider) });
      return;
    }
    await asking.run(Promise.resolve(answer), 'Mail headers are read from now on');
    reload();
  };
  const read = ({ id, provider }: Account) =>
    void asking.run(deps.ask('mail.sync', { account: id }), `Reading mail headers from ${providerNames[provider]}`);
  return {
    busy,
    problem,
    canRead: (provider) =>
      Boolean(small.settings[0]?.clients?.[provider]) ||
      (provider !== 'google' && deps.builtInClients.includes(provider)),
    connect: (account) => void connect(account),
    help: (account, help) => {
      if (help === 'settings') deps.openDashboard('settings');
      else if (help === 'sign-in') void connect(account);
      else read(account);
    },
    read,
    stop: ({ id }) =>
      void asking.run(deps.ask('mail.disconnect', { account: id }), 'Mail is no longer read. What was read stays'),
  };
}
