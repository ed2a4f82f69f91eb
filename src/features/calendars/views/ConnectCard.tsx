import type { Provider } from '../../../domain/meeting/calendar.ts';
import { Button } from '../../../ui/Button.tsx';
import { providerNames, type ToldProblem } from './account-words.ts';
import { ProblemLine } from './ProblemLine.tsx';
import { ProviderMark } from './ProviderMark.tsx';

interface ConnectCardProps {
  provider: Provider;
  /** True while the provider's page is open. */
  isBusy: boolean;
  /** True when one is connected already: then what is read was said before. */
  isFurther: boolean;
  /** Why the last try connected nothing. */
  problem: ToldProblem | null;
  /** False where there is no client to sign in with. */
  canConnect: boolean;
  onConnect: () => void;
  onSettings: () => void;
}

/** An account that may be connected: what would be read, and that nothing is sent. */
export function ConnectCard(props: ConnectCardProps) {
  const { provider, isBusy, isFurther, problem, canConnect, onConnect, onSettings } = props;
  const name = providerNames[provider];
  const label = isFurther ? `Another ${name} account` : `${name} account`;
  const connect = (
    <Button kind={isFurther ? 'plain' : 'primary'} disabled={isBusy || !canConnect} onClick={onConnect}>
      {isBusy ? `Waiting for ${name}…` : `Connect ${name}`}
    </Button>
  );
  return (
    <section class={isFurther ? 'card account account-further' : 'card account'} aria-label={label}>
      <header class="account-head">
        <ProviderMark provider={provider} />
        <div class="card-words">
          <h3 class="card-title">{label}</h3>
          {isFurther ? null : (
            <p class="quiet small">
              Reads title, time and guests of your events, so that a meeting never has to be typed. Nothing is changed
              at {name}, nothing is sent anywhere.
            </p>
          )}
        </div>
        {isFurther ? connect : null}
      </header>
      {problem ? <ProblemLine problem={problem} onHelp={onSettings} /> : null}
      {isFurther ? null : <div class="form-actions">{connect}</div>}
      <p class="quiet small" role="status">
        {isBusy ? 'Sign in on the page that opened.' : ''}
      </p>
    </section>
  );
}
