import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './Button.tsx';
import { Problem } from './Notice.tsx';

interface DialogProps {
  title: string;
  wide?: boolean;
  /** What went wrong with what was asked in it: the page behind can’t say it. */
  problem?: string | null;
  onClose: () => void;
  children: ComponentChildren;
}

/** A native modal dialog: Escape closes it, focus returns to where it was. */
export function Dialog({ title, wide, problem, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Opened before the content's own effects run, so that content may place the focus itself.
  useLayoutEffect(() => {
    const before = document.activeElement;
    ref.current?.showModal();
    ref.current?.querySelector<HTMLElement>('.dialog-body :is(input, select, textarea)')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={ref} class={wide ? 'dialog dialog-wide' : 'dialog'} aria-labelledby={id} onClose={onClose}>
      <div class="dialog-head">
        <h2 class="dialog-title cut" id={id}>
          {title}
        </h2>
        <IconButton icon="close" label="Close" onClick={onClose} />
      </div>
      <div class="dialog-body">
        {problem ? (
          <div class="dialog-problem">
            <Problem text={problem} />
          </div>
        ) : null}
        {children}
      </div>
    </dialog>
  );
}
