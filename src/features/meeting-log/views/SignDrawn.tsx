import { useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { type Drawn, SignaturePad } from '../../../ui/SignaturePad.tsx';
import type { SignStepProps } from './sign-props.ts';

/** With pen, finger or mouse, on this screen. */
export function SignDrawn({ person, onMade }: SignStepProps) {
  const [drawing, setDrawing] = useState<Drawn | null>(null);
  return (
    <div class="form">
      <SignaturePad label={`Field for the signature of ${person.name}`} onDrawn={setDrawing} />
      <p class="quiet small">
        {person.isMe ? 'Draw your signature' : `Let ${person.name} draw here`} with pen, finger or mouse. Without one,
        choose “Type”: it counts as much.
      </p>
      <div class="form-actions">
        <Button kind="primary" disabled={!drawing} onClick={() => drawing && onMade({ drawing })}>
          Sign as {person.name}
        </Button>
      </div>
    </div>
  );
}
