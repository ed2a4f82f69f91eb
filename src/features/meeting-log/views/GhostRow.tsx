import { Button, IconButton } from '../../../ui/Button.tsx';
import type { GhostAct } from './ghost-acts.ts';
import type { Ghost } from './ghosts.ts';

interface GhostRowProps {
  ghost: Ghost;
  onAct: (act: GhostAct) => void;
  onMore: (at: HTMLElement) => void;
}

/** An entry that is not one yet: who and when is filled in, the reason stands under it. */
export function GhostRow({ ghost, onAct, onMore }: GhostRowProps) {
  const { key, title, when, reason, whole, kind } = ghost;
  const isEntry = kind === 'differs';
  return (
    <li class="ghost">
      <button
        type="button"
        class="ghost-row"
        data-row={key}
        aria-keyshortcuts={isEntry ? 'Enter K M' : 'Enter H M'}
        title={whole}
        onClick={() => onAct('open')}
      >
        <span class="ghost-title">
          <bdi class="cut">{title}</bdi>
          <span class="ghost-when"> · {when}</span>
        </span>
        <span class="only-read">, </span>
        <span class="ghost-reason cut">
          <bdi>{reason}</bdi>
        </span>
      </button>
      {isEntry ? (
        <Button tabIndex={-1} onClick={() => onAct('open')}>
          Look<span class="only-read"> at {title}</span>
        </Button>
      ) : (
        <Button kind="primary" tabIndex={-1} onClick={() => onAct('held')}>
          Held
          <span class="only-read">
            : {title}, {when}
          </span>
        </Button>
      )}
      <IconButton
        icon="more"
        label={`More for ${title}, ${when}`}
        tabIndex={-1}
        aria-haspopup="menu"
        onClick={(event) => onMore(event.currentTarget)}
      />
    </li>
  );
}
