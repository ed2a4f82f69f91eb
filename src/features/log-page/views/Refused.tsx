import type { Refusal } from '../../../domain/meeting/meeting.ts';
import { Button } from '../../../ui/Button.tsx';
import { composeStamp } from '../../../ui/dates.ts';

interface RefusedProps {
  refusals: readonly Refusal[];
  zone: string;
  onUnrefuse: (refusal: Refusal) => void;
}

/** What a refusal reaches: the widest thing it names. */
function composeReach({ title, series }: Refusal): string {
  if (title !== undefined) return 'Everything with this title';
  return series === undefined ? 'This event only' : 'The whole series';
}

/** What is no longer suggested, and the way back. */
export function Refused({ refusals, zone, onUnrefuse }: RefusedProps) {
  if (refusals.length === 0) return null;
  const newest = [...refusals].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <details class="card learned">
      <summary>
        What Waymark learned <span class="section-count">{refusals.length}</span>
      </summary>
      <p class="quiet small">You said that these are no mentoring meetings, so they are not suggested.</p>
      <ul class="learned-list">
        {newest.map((refusal) => (
          <li class="learned-line" key={refusal.id}>
            <span class="learned-words">
              <bdi>{refusal.shown}</bdi>
              <span class="log-under">
                {composeReach(refusal)}, since {composeStamp(refusal.at, zone)}
              </span>
            </span>
            <Button onClick={() => onUnrefuse(refusal)}>
              Suggest again<span class="only-read">: {refusal.shown}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
