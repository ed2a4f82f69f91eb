import type { ComponentChildren } from 'preact';
import type { Account, Calendar } from '../../../domain/meeting/calendar.ts';
import { compareInstants } from '../../../domain/time/instants.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { composeStamp } from '../../../ui/dates.ts';
import { composeProblem, type Help, providerNames, type ToldProblem } from './account-words.ts';
import { CalendarList } from './CalendarList.tsx';
import { ProblemLine } from './ProblemLine.tsx';
import { ProviderMark } from './ProviderMark.tsx';

interface AccountCardProps {
  account: Account;
  calendars: Calendar[];
  zone: string;
  /** True while the provider's page is open, to sign this account in again. */
  isBusy: boolean;
  /** Why signing in again did not work. */
  failed: ToldProblem | null;
  onHelp: (help: NonNullable<Help>) => void;
  onRead: () => void;
  onChoose: (calendar: Calendar, chosen: boolean) => void;
  onDisconnect: () => void;
  /** True where something else of the account could not be read. */
  isBehind?: boolean;
  /** What else is read of the account. */
  children?: ComponentChildren;
}

/** When everything that is read was last read; undefined while something never was. */
function findLastRead(calendars: Calendar[]): string | undefined {
  const times = calendars.flatMap(({ syncedAt }) => syncedAt ?? []);
  return times.length < calendars.length ? undefined : times.toSorted(compareInstants)[0];
}

function State({ account, chosen, isBehind }: { account: Account; chosen: Calendar[]; isBehind: boolean }) {
  if (account.problem?.code === 'signed-out') return <Chip shape="question" tone="unknown" text="Signed out" />;
  if (isBehind || account.problem || chosen.some(({ problem }) => problem)) {
    return <Chip shape="question" tone="unknown" text="Not up to date" />;
  }
  if (chosen.length === 0) return <Chip shape="none" tone="far" text="Nothing chosen" />;
  const isReading = chosen.some(({ cursor, syncedAt }) => cursor?.page || !syncedAt);
  return isReading ? (
    <Chip shape="arrow" tone="waiting" text="Being read" />
  ) : (
    <Chip shape="tick" tone="met" text="Up to date" />
  );
}

/** A connected account: whose it is, what is read of it, and what keeps it from being read. */
export function AccountCard(props: AccountCardProps) {
  const { account, calendars, zone, isBusy, failed, onHelp, onRead, onChoose, onDisconnect } = props;
  const name = providerNames[account.provider];
  const chosen = calendars.filter((calendar) => calendar.chosen);
  const lastRead = chosen.length > 0 ? findLastRead(chosen) : undefined;
  const problem = account.problem ?? chosen.find((calendar) => calendar.problem)?.problem;
  return (
    <section class="card account" aria-label={`${name} account ${account.address}`}>
      <header class="account-head">
        <ProviderMark provider={account.provider} />
        <div class="card-words">
          <h3 class="card-title">
            <bdi>{account.address}</bdi>
          </h3>
          <p class="quiet small">
            {lastRead ? `${name} · last read ${composeStamp(lastRead, zone)}` : `${name} · not read in full yet`}
          </p>
        </div>
        <State account={account} chosen={chosen} isBehind={props.isBehind ?? false} />
      </header>
      {problem ? <ProblemLine problem={composeProblem(problem, account.provider, zone)} onHelp={onHelp} /> : null}
      {failed ? <ProblemLine problem={failed} onHelp={onHelp} /> : null}
      <p class="quiet small" role="status">
        {isBusy ? 'Sign in on the page that opened.' : ''}
      </p>
      {calendars.length > 0 ? (
        <CalendarList calendars={calendars} isHeld={Boolean(account.problem)} zone={zone} onChoose={onChoose} />
      ) : null}
      {props.children}
      <div class="form-actions">
        <Button onClick={onRead}>Read now</Button>
        <Button kind="plain" onClick={onDisconnect}>
          Disconnect
        </Button>
      </div>
    </section>
  );
}
