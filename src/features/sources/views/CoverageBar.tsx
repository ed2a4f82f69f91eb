import { composeStamp } from '../../../ui/dates.ts';
import { type MailboxCoverage, placeStretch } from './coverage.ts';

interface CoverageBarProps {
  mailbox: MailboxCoverage;
  name: string;
  from: string;
  to: string;
  zone: string;
}

const WIDTH = 1000;

/** When a mailbox was read: filled where it was, open where not. The table beside it says the same in words. */
export function CoverageBar({ mailbox, name, from, to, zone }: CoverageBarProps) {
  const parts = mailbox.stretches.map((stretch) => placeStretch(stretch, from, to)).filter(({ length }) => length > 0);
  const words = mailbox.stretches.map((one) => `${composeStamp(one.from, zone)} to ${composeStamp(one.to, zone)}`);
  return (
    <svg
      class="coverage-bar"
      viewBox={`0 0 ${WIDTH} 12`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${name} was read ${words.length > 0 ? words.join('; ') : 'only in searches'}`}
    >
      <rect class="coverage-ground" width={WIDTH} height="12" rx="3" />
      {parts.map(({ start, length }) => (
        <rect
          class="coverage-read"
          key={start}
          x={start * WIDTH}
          width={Math.max(3, length * WIDTH)}
          height="12"
          rx="3"
        />
      ))}
    </svg>
  );
}
