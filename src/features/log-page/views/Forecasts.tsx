import { Icon } from '../../../ui/Icon.tsx';
import { composeForecastSum, type ForecastLine } from '../forecasts.ts';

interface ForecastsProps {
  lines: readonly ForecastLine[];
  /** True where all lines are about one person: then they are not named. */
  one: boolean;
}

/** With more lines than this a sum says it, and the lines stand behind it. */
const FEW = 3;
const MOST = 60;

const icons = { met: 'tick', booked: 'arrow', open: 'clock' } as const;

function Line({ line: { mentee, state, text }, one }: { line: ForecastLine; one: boolean }) {
  return (
    <li class={`forecast forecast-${state}`}>
      <Icon name={icons[state]} />
      <span>
        {one ? null : (
          <b>
            <bdi>{mentee}</bdi>:{' '}
          </b>
        )}
        {text}
      </span>
    </li>
  );
}

/** When what the programme asks for holds, by what is booked. */
export function Forecasts({ lines, one }: ForecastsProps) {
  if (lines.length === 0) return null;
  const list = (
    <ul class="forecasts">
      {lines.slice(0, MOST).map((line) => (
        <Line key={line.key} line={line} one={one} />
      ))}
    </ul>
  );
  return (
    <section class="card forecast-card" aria-label="What it counts for">
      <h2 class="card-title">What it counts for</h2>
      {lines.length <= FEW ? (
        list
      ) : (
        <details>
          <summary>{composeForecastSum(lines)}</summary>
          {list}
          {lines.length > MOST ? (
            <p class="quiet">And {lines.length - MOST} more. Choose a mentee to see theirs.</p>
          ) : null}
        </details>
      )}
    </section>
  );
}
