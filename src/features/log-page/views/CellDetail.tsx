import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { composeStamp } from '../../../ui/dates.ts';
import { composeDoubt } from '../../../ui/sentences.ts';
import type { Evidence } from '../evidence.ts';
import type { ChosenCell } from './CoverageGrid.tsx';
import { describeCell, describeColumn } from './cell-words.ts';

interface CellDetailProps {
  chosen: ChosenCell;
  evidence: Evidence[];
  now: string;
  zone: string;
  /** Writes the mail that would settle it. */
  onWrite: () => void;
  /** Searches the mailbox, which settles a doubt. */
  onSearch: () => void;
  onSetTerms: () => void;
}

/** The one thing that settles a cell. */
function Action({ chosen, onWrite, onSearch, onSetTerms }: Omit<CellDetailProps, 'evidence' | 'now' | 'zone'>) {
  const { state, verdict } = chosen.cell;
  if (state === 'cannot-tell' && verdict.doubt?.code === 'no-terms')
    return (
      <Button kind="primary" onClick={onSetTerms}>
        Set the semester dates
      </Button>
    );
  if (state === 'cannot-tell')
    return (
      <Button kind="primary" onClick={onSearch}>
        Search the mailbox
      </Button>
    );
  if (state === 'met' || state === 'booked') return null;
  return (
    <Button kind="primary" onClick={onWrite}>
      Write to {chosen.line.name}
    </Button>
  );
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What is behind a cell: its clause, the evidence, and what would settle it. */
export function CellDetail(props: CellDetailProps) {
  const { chosen, evidence, now, zone } = props;
  const { cell, column } = chosen;
  const { verdict } = cell;
  const words = describeCell(cell, column, now, zone);
  return (
    <div class="form">
      <p class="cell-head">
        <Chip shape={words.shape} tone={words.tone} text={upper(words.said)} />
        <span class="quiet">{describeColumn(column).said}</span>
      </p>
      {verdict.doubt ? <p>{composeDoubt(verdict.doubt, zone)}</p> : null}
      <figure class="clause">
        <blockquote class="clause-says">{verdict.clause.says}</blockquote>
        <figcaption class="small quiet">
          {verdict.clause.document}, {verdict.clause.section}
        </figcaption>
      </figure>
      {evidence.length > 0 ? (
        <ul class="evidence" aria-label="Evidence">
          {evidence.map(({ id, at, kind, about }) => (
            <li key={id}>
              <span class="quiet">{composeStamp(at, zone)}</span>
              <span>
                {kind}
                {about ? (
                  <>
                    : <bdi>{about}</bdi>
                  </>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">Nothing was seen that counts for this.</p>
      )}
      <Action {...props} />
    </div>
  );
}
