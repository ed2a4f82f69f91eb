import { Icon } from '../../../ui/Icon.tsx';
import { Problem } from '../../../ui/Notice.tsx';
import { Table } from '../../../ui/Table.tsx';
import { composeBroken, composeCounts, composeCover, composeMailProblem, composeRefusal } from './mail-file-words.ts';
import type { MailFileRead, MailOutcome } from './mailbox-file.ts';

/** What came of a mailbox file, what it covers, and message by message what could not be read. */
export function MailFileOutcome({ outcome, zone }: { outcome: MailOutcome; zone: string }) {
  if (outcome.state === 'refused') return <Problem text={composeRefusal(outcome.name, outcome.code)} />;
  return (
    <div class="file-outcome">
      <p class={outcome.state === 'done' ? 'file-done' : 'file-done file-half'}>
        <Icon name={outcome.state === 'done' ? 'tick' : 'question'} />
        <span>
          <bdi class="file-name">{outcome.name}</bdi>: {composeCounts(outcome)}
        </span>
      </p>
      {outcome.state === 'stopped' ? <p class="quiet">Stopped. What was stored until then stays.</p> : null}
      {outcome.state === 'cut-off' ? (
        <p class="quiet">The file could not be read to its end. What was stored until then stays; choose it again.</p>
      ) : null}
      {outcome.cover ? <p class="quiet">{composeCover(outcome.cover, zone)}</p> : null}
      {outcome.broken > 0 ? <Broken {...outcome} /> : null}
    </div>
  );
}

function Broken({ name, broken, problems }: MailFileRead) {
  return (
    <details>
      <summary>{composeBroken(broken)}; the others were</summary>
      <div class="file-problems">
        <Table
          caption={`What could not be read of ${name}`}
          rows={problems}
          getKey={({ message, at }) => `${message} ${at}`}
          columns={[
            { head: 'Message', cell: ({ message }) => message.toLocaleString() },
            { head: 'At byte', cell: ({ at }) => at.toLocaleString(), figure: true },
            { head: 'Why', cell: composeMailProblem },
          ]}
        />
      </div>
      {broken > problems.length ? (
        <p class="quiet small">{(broken - problems.length).toLocaleString()} more are not listed.</p>
      ) : null}
    </details>
  );
}
