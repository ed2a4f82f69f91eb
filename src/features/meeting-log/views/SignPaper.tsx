import { useId, useState } from 'preact/hooks';
import type { Meeting } from '../../../domain/meeting/meeting.ts';
import { Button } from '../../../ui/Button.tsx';
import { Check } from '../../../ui/Field.tsx';
import type { EntrySetting, SignEntryProps } from './props.ts';
import { readScan, type Scan } from './scan.ts';
import type { SignStepProps } from './sign-props.ts';

interface SignPaperProps extends SignStepProps {
  setting: EntrySetting;
  meeting: Meeting;
  onPrint: SignEntryProps['onPrint'];
}

/** On a printed sheet; a scan or photo of it is kept beside the entry. */
export function SignPaper({ person, onMade, setting, meeting, onPrint }: SignPaperProps) {
  const id = useId();
  const [scan, setScan] = useState<Scan | null>(null);
  const [problem, setProblem] = useState('');
  const [isKept, setKept] = useState(false);
  const onFile = async (file: File | undefined) => {
    const read = file ? await readScan(file) : null;
    setScan(read && 'data' in read ? read : null);
    setProblem(read && 'problem' in read ? read.problem : '');
  };
  const sign = () => {
    if (!scan) return onMade({});
    const attachment = `scan ${meeting.id} ${person.id} ${setting.now}`.slice(-500);
    onMade(
      { attachment },
      { id: attachment, relationship: meeting.relationship, meeting: meeting.id, at: setting.now, ...scan },
    );
  };
  return (
    <div class="form">
      {onPrint ? (
        <div class="form-actions">
          <Button onClick={onPrint}>Open the sheet to print</Button>
        </div>
      ) : null}
      <div class="field">
        <label class="field-label" for={id}>
          Scan or photo of the signed page
        </label>
        <input
          id={id}
          class="file-field"
          type="file"
          accept="image/png,image/jpeg,image/webp,application/pdf"
          aria-describedby={`${id}-hint`}
          onChange={(event) => void onFile(event.currentTarget.files?.[0])}
        />
        <p class="field-hint" id={`${id}-hint`}>
          An image (PNG, JPEG, WebP) or a PDF, up to 5 MB. It stays on this computer.
        </p>
        {problem ? (
          <p class="field-problem" role="alert">
            {problem}
          </p>
        ) : null}
      </div>
      {scan ? null : <Check label="The signed page is kept elsewhere" checked={isKept} onCheck={setKept} />}
      <div class="form-actions">
        <Button kind="primary" disabled={!scan && !isKept} onClick={sign}>
          {person.name} signed on paper
        </Button>
      </div>
    </div>
  );
}
