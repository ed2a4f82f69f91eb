import type { Away } from '../../../domain/away/away.ts';
import { hasMessage } from '../../../domain/away/done.ts';
import { Button } from '../../../ui/Button.tsx';
import { composeDate } from '../../../ui/dates.ts';
import type { AwaySetting } from './props.ts';

interface PastAwaysProps {
  past: Away[];
  setting: AwaySetting;
  onRemove: (away: Away) => void;
}

function composeDone(away: Away, { small }: AwaySetting): string {
  const told = new Set(small.notices.filter((notice) => notice.away === away.id).map(({ to }) => to)).size;
  const parts = [
    hasMessage(away) ? 'automatic message set' : '',
    told > 0 ? `${told} told` : '',
    away.plannedTo ? 'ended early' : '',
  ].filter(Boolean);
  return parts.join(', ') || 'nobody told';
}

/** Absences that are over, the newest first. */
export function PastAways({ past, setting, onRemove }: PastAwaysProps) {
  if (past.length === 0) return null;
  return (
    <details class="card away-past">
      <summary class="card-title">
        Past <span class="section-count">{past.length}</span>
      </summary>
      <ul class="away-proposals">
        {past.map((away) => {
          const title = `${composeDate(away.from)} to ${composeDate(away.to)}`;
          return (
            <li key={away.id} class="away-proposal">
              <div class="away-task-words">
                <p>{title}</p>
                <p class="small quiet">{composeDone(away, setting)}</p>
              </div>
              <Button kind="plain" aria-label={`Remove: ${title}`} onClick={() => onRemove(away)}>
                Remove
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
