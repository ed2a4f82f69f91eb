import { useState } from 'preact/hooks';
import type { Account, Provider } from '../../domain/meeting/calendar.ts';
import { AccountCard } from '../../features/calendars/views/AccountCard.tsx';
import { composeConnectProblem } from '../../features/calendars/views/account-words.ts';
import { ConnectCard } from '../../features/calendars/views/ConnectCard.tsx';
import { DisconnectForm } from '../../features/calendars/views/DisconnectForm.tsx';
import { MailOfAccount } from '../../features/mailboxes/views/MailOfAccount.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Desk } from './dashboard-state.ts';
import { useAccounts } from './use-accounts.ts';
import { useMail } from './use-mail.ts';

const providers: Provider[] = ['google', 'microsoft'];

/** Accounts with their calendars and mail: those that are connected, then those that may be. */
export function AccountsPart({ desk }: { desk: Desk }) {
  const { deps, small, overview, asking } = desk;
  const accounts = useAccounts(desk);
  const mail = useMail(desk);
  const mailboxesOf = ({ id }: Account) => small.mailboxes.filter((mailbox) => mailbox.account === id);
  const [leaving, setLeaving] = useState<Account | null>(null);
  const clients = small.settings[0]?.clients;
  const hasClient = (provider: Provider) => Boolean(clients?.[provider]) || deps.builtInClients.includes(provider);
  const problemOf = (provider: Provider) => {
    if (accounts.problem?.provider === provider && !accounts.problem.account) return accounts.problem.told;
    return hasClient(provider) ? null : composeConnectProblem('not-configured', provider);
  };
  return (
    <div class="accounts">
      {small.accounts.map((account) => (
        <AccountCard
          key={account.id}
          account={account}
          calendars={small.calendars.filter((calendar) => calendar.account === account.id)}
          zone={overview.zone}
          isBusy={accounts.busy?.account === account.id}
          failed={accounts.problem?.account === account.id ? accounts.problem.told : null}
          onHelp={(help) => accounts.help(account, help)}
          isBehind={mailboxesOf(account).some(({ problem }) => problem !== undefined)}
          onRead={() => {
            accounts.read(account);
            if (mailboxesOf(account).length > 0) mail.read(account);
          }}
          onChoose={accounts.choose}
          onDisconnect={() => setLeaving(account)}
        >
          <MailOfAccount
            account={account}
            mailboxes={mailboxesOf(account)}
            zone={overview.zone}
            canRead={mail.canRead(account.provider)}
            isBusy={mail.busy === account.id}
            failed={mail.problem?.account === account.id ? mail.problem.told : null}
            onConnect={() => mail.connect(account)}
            onHelp={(help) => mail.help(account, help)}
            onStop={() => mail.stop(account)}
          />
        </AccountCard>
      ))}
      {providers.map((provider) => (
        <ConnectCard
          key={provider}
          provider={provider}
          isBusy={accounts.busy?.provider === provider && !accounts.busy.account}
          isFurther={small.accounts.some((account) => account.provider === provider)}
          problem={problemOf(provider)}
          canConnect={hasClient(provider)}
          onConnect={() => accounts.connect(provider)}
          onSettings={accounts.openSettings}
        />
      ))}
      {leaving ? (
        <Dialog title={`Disconnect ${leaving.address}`} problem={asking.problem} onClose={() => setLeaving(null)}>
          <DisconnectForm
            account={leaving}
            onDisconnect={async (events) => {
              if (await accounts.disconnect(leaving, events)) setLeaving(null);
            }}
            onCancel={() => setLeaving(null)}
          />
        </Dialog>
      ) : null}
    </div>
  );
}
