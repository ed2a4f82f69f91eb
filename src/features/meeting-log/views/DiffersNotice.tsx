import type { EventPrint } from '../../../domain/meeting/meeting.ts';
import { Button } from '../../../ui/Button.tsx';
import { composeStamp } from '../../../ui/dates.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { composeFollow, findDifference } from '../differs.ts';
import type { EntryViewProps } from './props.ts';
import { composeSpan } from './words.ts';

type Props = Pick<EntryViewProps, 'meeting' | 'event' | 'setting' | 'onKeep' | 'onFollow'> & { closed: boolean };

function composePrintWords({ start, end, status }: EventPrint, zone: string): string {
  if (status === 'cancelled') return 'cancelled';
  if (start.length <= 10) return 'all day';
  const minutes = Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
  return minutes > 0 ? composeSpan({ start, minutes }, zone) : composeStamp(start, zone);
}

/** "Calendar differs": what it says now, and the question what is to hold. Nothing changes by itself. */
export function DiffersNotice({ meeting, event, setting, closed, onKeep, onFollow }: Props) {
  const print = findDifference(meeting, event);
  if (!print) return null;
  const change = composeFollow(print);
  const canFollow = onFollow && Object.keys(change).length > 0;
  return (
    <Notice title="Calendar differs">
      The event is now: {composePrintWords(print, setting.zone)}
      <br />
      The entry stays as it is until you say.
      <span class="form-actions differs-actions">
        {canFollow ? (
          <Button onClick={() => onFollow(change, print)}>{closed ? 'Amend the entry…' : 'Update the entry'}</Button>
        ) : null}
        {onKeep ? <Button onClick={() => onKeep(print)}>Keep it as it is</Button> : null}
      </span>
    </Notice>
  );
}
