import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { Problem } from '../../../ui/Notice.tsx';
import { type FileWindow, importFile, type Outcome, type ReadFile, type StorePart } from './calendar-file.ts';
import { FileOutcome } from './FileOutcome.tsx';
import { composeRefusal, composeWindow } from './file-words.ts';

interface CalendarFileProps {
  window: FileWindow;
  read: ReadFile;
  store: StorePart;
}

interface Running {
  name: string;
  share: number;
  stop: AbortController;
}

/** A calendar from a file: chosen or dropped, with its progress, a way to stop it, and what could not be read of it. */
export function CalendarFile({ window, read, store }: CalendarFileProps) {
  const [running, setRunning] = useState<Running | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isOver, setOver] = useState(false);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const take = async (file: File | undefined) => {
    if (!file || running) return;
    const end = new AbortController();
    stop.current = end;
    setOutcome(null);
    setRunning({ name: file.name, share: 0, stop: end });
    const onProgress = (share: number) => setRunning({ name: file.name, share, stop: end });
    setOutcome(await importFile({ file, read, store, onProgress, signal: end.signal }));
    setRunning(null);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer?.files[0]);
  };
  return (
    <section class="card form" aria-label="Calendar file">
      <div>
        <h2 class="card-title">Calendar file</h2>
        <p class="quiet">An .ics file, as every calendar exports it. {composeWindow(window)}</p>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is for everybody */}
      <div
        class={isOver ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {running ? <Progress {...running} /> : <Choose onFile={take} />}
      </div>
      <div aria-live="polite">
        {outcome?.state === 'refused' ? <Problem text={composeRefusal(outcome.name, outcome.code)} /> : null}
        {outcome?.state === 'stopped' ? <p class="quiet">Stopped. What was stored until then stays.</p> : null}
        {outcome?.state === 'done' ? <FileOutcome {...outcome} /> : null}
      </div>
    </section>
  );
}

function Choose({ onFile }: { onFile: (file: File | undefined) => void }) {
  return (
    <>
      <label class="button file-button">
        Choose an .ics file
        <input
          class="only-read"
          type="file"
          accept=".ics,.ical,.ifb,text/calendar"
          onChange={(event) => {
            const input = event.currentTarget;
            onFile(input.files?.[0]);
            input.value = '';
          }}
        />
      </label>
      <p class="quiet small">or drop it here</p>
    </>
  );
}

function Progress({ name, share, stop }: Running) {
  const id = useId();
  return (
    <div class="file-progress">
      <label class="cut" for={id}>
        Reading <bdi>{name}</bdi>
      </label>
      <progress id={id} max={1} value={share} />
      <Button onClick={() => stop.abort()}>Stop</Button>
    </div>
  );
}
