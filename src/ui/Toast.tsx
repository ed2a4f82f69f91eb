import { Button, IconButton } from './Button.tsx';

export interface Told {
  text: string;
  /** Takes back what the words speak of. */
  undo?: () => void;
}

/** Says once what happened, and offers to take it back. The region stays, so that it is announced. */
export function Toast({ told, onClose }: { told: Told | null; onClose: () => void }) {
  return (
    <div role="status">
      {told ? (
        <div class="toast">
          <span>{told.text}</span>
          {told.undo ? (
            <Button kind="plain" onClick={told.undo}>
              Undo
            </Button>
          ) : (
            <IconButton icon="close" label="Close this message" onClick={onClose} />
          )}
        </div>
      ) : null}
    </div>
  );
}
