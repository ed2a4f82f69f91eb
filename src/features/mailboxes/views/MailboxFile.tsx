import { useState } from 'preact/hooks';
import { FileDrop, useFileReading } from '../../../ui/FileDrop.tsx';
import { MailFileOutcome } from './MailFileOutcome.tsx';
import { importMailbox, type MailImport, type MailOutcome } from './mailbox-file.ts';

interface MailboxFileProps extends Pick<MailImport, 'wanted' | 'read' | 'store'> {
  now: () => string;
  zone: string;
}

/** Mailbox files: chosen or dropped, one after the other, with progress, a way to stop, and what came of each. */
export function MailboxFile({ now, zone, ...given }: MailboxFileProps) {
  const [outcomes, setOutcomes] = useState<MailOutcome[]>([]);
  const files = useFileReading(async (task) => {
    const outcome = await importMailbox({ ...given, ...task, now: now() });
    setOutcomes((known) => [...known, outcome]);
  });
  const take = (chosen: File[]) => {
    setOutcomes([]);
    void files.read(chosen);
  };
  const hasPeople = given.wanted.people.size > 0;
  return (
    <section class="card form" aria-label="Mailbox files">
      <div>
        <h2 class="card-title">Mailbox files</h2>
        <p class="quiet">
          An .mbox file, as Google Takeout and Thunderbird write it, or messages saved as .eml, of any size. It is read
          here, and only who, when and subject of mail with your people is kept; never its text.
        </p>
      </div>
      <FileDrop
        reading={files.reading}
        choose="Choose mailbox files"
        hint="or drop them here"
        multiple
        unready={
          hasPeople ? null : <p class="quiet">Add your mentees with their addresses first: only their mail is kept.</p>
        }
        onFiles={take}
      />
      <div class="outcomes" aria-live="polite">
        {outcomes.map((outcome, at) => (
          <MailFileOutcome key={`${at} ${outcome.name}`} outcome={outcome} zone={zone} />
        ))}
      </div>
    </section>
  );
}
