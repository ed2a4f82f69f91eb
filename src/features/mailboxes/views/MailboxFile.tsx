import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { MailFileOutcome } from './MailFileOutcome.tsx';
import { importMailbox, type MailImport, type MailOutcome } from './mailbox-file.ts';

interface MailboxFileProps extends Pick<MailImport, 'wanted' | 'read' | 'store'> {
  now: () => string;
  zone: string;
}

interface Running {
  name: string;
  share: number;
  stop: () => void;
}

/** Milliseconds between two drawings of the progress. */
const DRAW_EVERY = 100;

/** Mailbox files: chosen or dropped, one after the other, with progress, a way to stop, and what came of each. */
export function MailboxFile({ now, zone, ...task }: MailboxFileProps) {
  const [running, setRunning] = useState<Running | null>(null);
  const [outcomes, setOutcomes] = useState<MailOutcome[]>([]);
  const [isOver, setOver] = useState(false);
  const end = useRef<AbortController>(undefined);
  useEffect(() => () => end.current?.abort(), []);
  const hasPeople = task.wanted.people.size > 0;

  const take = async (files: readonly File[]) => {
    if (files.length === 0 || running || !hasPeople) return;
    const stop = new AbortController();
    end.current = stop;
    const done: MailOutcome[] = [];
    setOutcomes([]);
    try {
      await takeAll(files, stop, done);
    } finally {
      setRunning(null);
      setOutcomes(done);
    }
  };
  const takeAll = async (files: readonly File[], stop: AbortController, done: MailOutcome[]) => {
    for (const file of files) {
      if (stop.signal.aborted) break;
      const draw = (share: number) => setRunning({ name: file.name, share, stop: () => stop.abort() });
      draw(0);
      done.push(await importMailbox({ ...task, file, now: now(), onProgress: seldom(draw), signal: stop.signal }));
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take([...(event.dataTransfer?.files ?? [])]);
  };
  return (
    <section class="card form" aria-label="Mailbox files">
      <div>
        <h2 class="card-title">Mailbox files</h2>
        <p class="quiet">
          An .mbox file, as Google Takeout and Thunderbird write it, or messages saved as .eml, of any size. It is read
          here, and only who, when and subject of mail with your people is kept; never its text.
        </p>
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
        {running ? <Progress {...running} /> : <Choose onFiles={take} hasPeople={hasPeople} />}
      </div>
      <div class="outcomes" aria-live="polite">
        {outcomes.map((outcome, at) => (
          <MailFileOutcome key={`${at} ${outcome.name}`} outcome={outcome} zone={zone} />
        ))}
      </div>
    </section>
  );
}

/** Drawing costs more than reading a piece of a file. */
function seldom(draw: (share: number) => void): (share: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (share) => {
    if (performance.now() - last < DRAW_EVERY) return;
    last = performance.now();
    draw(share);
  };
}

function Choose({ onFiles, hasPeople }: { onFiles: (files: File[]) => void; hasPeople: boolean }) {
  if (!hasPeople) return <p class="quiet">Add your mentees with their addresses first: only their mail is kept.</p>;
  return (
    <>
      <label class="button file-button">
        Choose mailbox files
        <input
          class="only-read"
          type="file"
          multiple
          onChange={(event) => {
            const input = event.currentTarget;
            onFiles([...(input.files ?? [])]);
            input.value = '';
          }}
        />
      </label>
      <p class="quiet small">or drop them here</p>
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
      <Button onClick={stop}>Stop</Button>
    </div>
  );
}
