import { Fragment } from 'preact';
import { Avatar } from '../../../ui/Avatar.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import type { Overview, OverviewItem } from '../overview.ts';
import { describeMark } from '../words.ts';
import { composeAction, composeLine } from './actions.ts';

interface ItemRowProps {
  item: OverviewItem;
  overview: Overview;
  active: boolean;
  onFocus: () => void;
  onAct: () => void;
  onMore: (at: HTMLElement) => void;
}

/** Parts what is read aloud in one go. */
const Comma = () => <span class="only-read">, </span>;

/** One thing to do: who, what about, how urgent. The row itself is its one action. */
export function ItemRow({ item, overview, active, onFocus, onAct, onMore }: ItemRowProps) {
  const mark = describeMark(item.mark, overview.now, overview.zone);
  const line = composeLine(item);
  const action = composeAction(item.action);
  return (
    <li class="row-item" data-active={active || undefined}>
      <button
        type="button"
        class="row"
        data-row={item.key}
        tabIndex={active ? 0 : -1}
        aria-keyshortcuts="Enter M"
        onFocus={onFocus}
        onClick={onAct}
      >
        <Avatar name={item.mentee} id={item.menteeId} />
        <span class="row-words">
          <span class="row-name cut">
            <bdi>{item.mentee}</bdi>
          </span>
          <Comma />
          <span class="row-detail cut">
            {line.map((part, at) => (
              <Fragment key={at}>
                {at > 0 ? ' · ' : ''}
                <bdi>{part}</bdi>
              </Fragment>
            ))}
          </span>
          <span class="row-action" aria-hidden="true">
            {action}
          </span>
        </span>
        <Comma />
        <Chip {...mark} />
        <span class="only-read">, {action}</span>
      </button>
      <IconButton
        icon="more"
        label={`More for ${item.mentee}`}
        tabIndex={-1}
        aria-haspopup="menu"
        onClick={(event) => onMore(event.currentTarget)}
      />
    </li>
  );
}
