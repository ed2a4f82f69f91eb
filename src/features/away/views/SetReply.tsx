// The ways to set the automatic reply: through an account, in Gmail's own form, or by hand. What is there already is
// shown before it is replaced.
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { Notice, Problem } from '../../../ui/Notice.tsx';
import type { AutoReplyState, SetOutcome } from '../contract.ts';
import type { ReplyAccount, ReplyTexts, Steps } from './actions.ts';
import type { AwayViewProps } from './props.ts';
import { composeFillFailure, composeSetFailure } from './words.ts';

interface SetReplyProps extends AwayViewProps {
  texts: ReplyTexts;
  /** False while a text can't be used. */
  isGood: boolean;
}

/** One that stands in the account already, set elsewhere, and is replaced only when its owner says so. */
interface Found {
  account: ReplyAccount;
  state: AutoReplyState;
}

function FoundReply({ found, onReplace, onKeep }: { found: Found; onReplace: () => void; onKeep: () => void }) {
  return (
    <section class="away-found" aria-label="An automatic reply is set already">
      <Notice title={`${found.account.address} has an automatic reply already`}>It was not set here:</Notice>
      <blockquote class="away-quote" dir="auto">
        {found.state.text || 'No text'}
      </blockquote>
      <div class="form-actions">
        <Button onClick={onReplace}>Replace it</Button>
        <Button onClick={onKeep}>Leave it</Button>
      </div>
    </section>
  );
}

function StepList({ steps }: { steps: Steps }) {
  return (
    <div class="away-steps">
      <h4 class="away-programme-name">{steps.title}</h4>
      <ol>
        {steps.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {steps.url ? (
        <a class="button" href={steps.url} target="_blank" rel="noreferrer">
          Open the settings
        </a>
      ) : null}
    </div>
  );
}

function useSetting({ away, actions, texts }: SetReplyProps) {
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [steps, setSteps] = useState<Steps | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async (job: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    setSaid(null);
    await job().catch(() => setProblem(composeSetFailure('failed')));
    setBusy(false);
  };
  const end = (outcome: SetOutcome) => {
    setFound(null);
    if (!outcome.done) setProblem(composeSetFailure(outcome.code));
  };
  const set = (account: ReplyAccount, over: boolean) =>
    run(async () => {
      // Asked for first: the browser allows its question only straight from a press.
      const outcome = await actions.setInAccount!(away, account, texts, over);
      const isOther = !outcome.done && outcome.code === 'changed-meanwhile' && !over;
      const state = isOther ? (await actions.readReply?.(account.id))?.state : undefined;
      if (state?.on && !state.ours) setFound({ account, state });
      else end(outcome);
    });
  const fill = () =>
    run(async () => {
      const outcome = await actions.fillInGmail!(away, texts);
      if (!outcome.done) setProblem(composeFillFailure(outcome.code));
      else setSaid('Filled in. Look it over in Gmail and press Save Changes there.');
    });
  const copy = () =>
    run(async () => {
      const provider = actions.accounts[0]?.provider ?? 'google';
      setSteps(await actions.copySteps!(away, texts, provider));
      setSaid('Copied.');
    });
  return { found, setFound, problem, said, steps, busy, set, fill, copy };
}

export function SetReply(props: SetReplyProps) {
  const { away, acts, actions, texts, isGood } = props;
  const { found, setFound, problem, said, steps, busy, set, fill, copy } = useSetting(props);
  const off = busy || !isGood;
  const accounts = actions.setInAccount ? actions.accounts : [];
  return (
    <div class="form">
      {problem ? <Problem text={problem} /> : null}
      {found ? (
        <FoundReply found={found} onReplace={() => void set(found.account, true)} onKeep={() => setFound(null)} />
      ) : null}
      <div class="form-actions">
        {accounts.map((account) => (
          <Button key={account.id} kind="primary" disabled={off} onClick={() => void set(account, false)}>
            {account.provider === 'microsoft' ? 'Set in Outlook' : 'Set in Gmail'}
            {accounts.length > 1 ? <bdi> {account.address}</bdi> : null}
          </Button>
        ))}
        {actions.fillInGmail ? (
          <Button disabled={off} onClick={() => void fill()}>
            Fill in Gmail
          </Button>
        ) : null}
        {actions.copySteps ? (
          <Button disabled={off} onClick={() => void copy()}>
            Copy text and show the steps
          </Button>
        ) : null}
        <span class="push" />
        <Button kind="plain" disabled={off} onClick={() => acts.setByHand(away, texts.inside)}>
          I set it myself
        </Button>
      </div>
      <p class="only-read" role="status">
        {busy ? 'Working' : (said ?? '')}
      </p>
      {said ? <p class="away-said">{said}</p> : null}
      {steps ? <StepList steps={steps} /> : null}
    </div>
  );
}
