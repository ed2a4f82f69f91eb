import type { Finding } from '../../../domain/meeting/chain.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import type { LogRow } from '../rows.ts';
import { composeChainLine, composeTouched, whatHelps } from './chain-words.ts';

interface ChainLineProps {
  rows: readonly LogRow[];
  /** Undefined while it is being checked. */
  findings: readonly Finding[] | undefined;
  onOpen: (row: LogRow) => void;
}

/** So many are named one by one. */
const MOST = 5;

/** Whether every signed entry is what was signed. Nothing is said before the first signature. */
export function ChainLine({ rows, findings, onOpen }: ChainLineProps) {
  const signed = rows.filter(({ signed: state }) => state !== 'unsigned').length;
  if (!findings || (signed === 0 && findings.length === 0)) return null;
  if (findings.length === 0) {
    return (
      <p class="chain-good">
        <Icon name="tick" size={12} />
        {composeChainLine(signed)}
      </p>
    );
  }
  const touched = composeTouched(findings, rows);
  return (
    <div class="notice notice-problem" role="alert">
      <Icon name="triangle" />
      <div class="notice-words chain-words">
        <ul class="chain-list">
          {touched.slice(0, MOST).map(({ key, row, text, signedOn }) => (
            <li key={key}>
              <span>
                {text}
                {signedOn ? ` It was last signed on ${signedOn}.` : null}
              </span>
              {row ? <Button onClick={() => onOpen(row)}>Open it</Button> : null}
            </li>
          ))}
        </ul>
        {touched.length > MOST ? <p>And {touched.length - MOST} more.</p> : null}
        <p class="small">{whatHelps}</p>
      </div>
    </div>
  );
}
