import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Overview } from '../overview.ts';
import { describeDay, describeTime } from '../words.ts';

interface BlindNoticesProps {
  overview: Overview;
  /** Opens the source's page. */
  onOpen: (source: string) => void;
}

/** A time today stands alone; an earlier one names its day. */
function composeSince(since: string, { now, zone }: Overview): string {
  const text = describeTime(since, now, zone);
  const today = describeDay(now, now, zone);
  return text.startsWith(`${today} `) ? text.slice(today.length + 1) : text;
}

/** A page is read while it is open; an account is asked, and may no longer answer. */
const isPage = (source: string) => source.endsWith('-page');

/** Which mailboxes are not read, since when, and what would help. */
export function BlindNotices({ overview, onOpen }: BlindNoticesProps) {
  return overview.blind.map(({ source, name, since }) => (
    <Notice
      key={source}
      title={`Not reading ${name} since ${composeSince(since, overview)}`}
      action={<Button onClick={() => onOpen(source)}>{isPage(source) ? `Open ${name}` : 'See sources'}</Button>}
    >
      {isPage(source)
        ? 'Its page looks different. Later mail is not shown here; a reload may help.'
        : 'Its account does not let Waymark read. Later mail is not shown here; the sources say what to do.'}
    </Notice>
  ));
}
