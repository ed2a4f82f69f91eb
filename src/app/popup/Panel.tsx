import type { ComponentChildren } from 'preact';
import { IconButton } from '../../ui/Button.tsx';

interface PanelProps {
  title: string;
  onBack: () => void;
  children: ComponentChildren;
}

/** Takes the popup's whole place, because a dialog can't be larger than the popup it stands in. Escape goes back. */
export function Panel({ title, onBack, children }: PanelProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onBack();
  };
  return (
    <main class="panel" aria-label={title} onKeyDown={onKeyDown}>
      <header class="popup-head panel-head">
        <IconButton icon="back" label="Back" onClick={onBack} />
        <h1 class="panel-title cut">
          <bdi>{title}</bdi>
        </h1>
      </header>
      <div class="panel-body">{children}</div>
    </main>
  );
}
