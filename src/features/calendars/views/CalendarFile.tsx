import { useState } from 'preact/hooks';
import { FileDrop, useFileReading } from '../../../ui/FileDrop.tsx';
import { Problem } from '../../../ui/Notice.tsx';
import { type FileWindow, importFile, type Outcome, type ReadFile, type StorePart } from './calendar-file.ts';
import { FileOutcome } from './FileOutcome.tsx';
import { composeRefusal, composeWindow } from './file-words.ts';

interface CalendarFileProps {
  window: FileWindow;
  read: ReadFile;
  store: StorePart;
}

/** A calendar from a file: chosen or dropped, with its progress, a way to stop it, and what could not be read of it. */
export function CalendarFile({ window, read, store }: CalendarFileProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const file = useFileReading(async (task) => setOutcome(await importFile({ ...task, read, store })));
  const take = (files: File[]) => {
    setOutcome(null);
    void file.read(files.slice(0, 1));
  };
  return (
    <section class="card form" aria-label="Calendar file">
      <div>
        <h2 class="card-title">Calendar file</h2>
        <p class="quiet">An .ics file, as every calendar exports it. {composeWindow(window)}</p>
      </div>
      <FileDrop
        reading={file.reading}
        choose="Choose an .ics file"
        hint="or drop it here"
        accept=".ics,.ical,.ifb,text/calendar"
        onFiles={take}
      />
      <div aria-live="polite">
        {outcome?.state === 'refused' ? <Problem text={composeRefusal(outcome.name, outcome.code)} /> : null}
        {outcome?.state === 'stopped' ? <p class="quiet">Stopped. What was stored until then stays.</p> : null}
        {outcome?.state === 'done' ? <FileOutcome {...outcome} /> : null}
      </div>
    </section>
  );
}
