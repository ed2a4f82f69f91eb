// Files that are chosen or dropped, and how far reading them has come.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from './Button.tsx';

export interface FileReading {
  name: string;
  /** From 0 to 1. */
  share: number;
  onStop: () => void;
}

export interface FileTask {
  file: File;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Milliseconds between two drawings of the progress, which costs more than reading a piece of a file. */
const DRAW_EVERY = 100;

/** Files read one after the other, until they are stopped or the page goes. */
export function useFileReading(take: (task: FileTask) => Promise<void>) {
  const [reading, setReading] = useState<FileReading | null>(null);
  const end = useRef<AbortController>(undefined);
  useEffect(() => () => end.current?.abort(), []);

  const read = async (files: readonly File[]) => {
    const stop = new AbortController();
    end.current = stop;
    try {
      for (const file of files) {
        if (stop.signal.aborted) break;
        const draw = (share: number) => setReading({ name: file.name, share, onStop: () => stop.abort() });
        draw(0);
        await take({ file, onProgress: seldom(draw), signal: stop.signal });
      }
    } finally {
      setReading(null);
    }
  };
  return { reading, read };
}

function seldom(draw: (share: number) => void): (share: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (share) => {
    if (performance.now() - last < DRAW_EVERY) return;
    last = performance.now();
    draw(share);
  };
}

interface FileDropProps {
  /** What is being read: then nothing is taken. */
  reading: FileReading | null;
  choose: string;
  hint: string;
  accept?: string;
  multiple?: boolean;
  /** Why nothing can be taken yet, in place of the button. */
  unready?: ComponentChildren;
  onFiles: (files: File[]) => void;
}

/** A place to drop files, with the button that is for everybody. */
export function FileDrop({ reading, unready, onFiles, ...choosing }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !reading && !unready) onFiles(files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is for everybody
    <div
      class={isOver ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      {reading ? <Progress {...reading} /> : (unready ?? <Choose {...choosing} onList={take} />)}
    </div>
  );
}

type ChooseProps = Pick<FileDropProps, 'choose' | 'hint' | 'accept' | 'multiple'>;

function Choose({ choose, hint, onList, ...input }: ChooseProps & { onList: (files: FileList | null) => void }) {
  return (
    <>
      <label class="button file-button">
        {choose}
        <input
          class="only-read"
          type="file"
          {...input}
          onChange={(event) => {
            onList(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <p class="quiet small">{hint}</p>
    </>
  );
}

function Progress({ name, share, onStop }: FileReading) {
  const id = useId();
  return (
    <div class="file-progress">
      <label class="cut" for={id}>
        Reading <bdi>{name}</bdi>
      </label>
      <progress id={id} max={1} value={share} />
      <Button onClick={onStop}>Stop</Button>
    </div>
  );
}
