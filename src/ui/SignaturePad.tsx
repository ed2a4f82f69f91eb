// A field to draw a signature in, with pen, finger or mouse. What is drawn is kept as strokes, sharp at any size.
import { useEffect, useRef } from 'preact/hooks';
import type Pad from 'signature_pad';
import { Button } from './Button.tsx';

export interface Drawn {
  /** SVG path data, one for each stroke. */
  paths: string[];
  width: number;
  height: number;
}

interface SignaturePadProps {
  label: string;
  /** Null when nothing is drawn. */
  onDrawn: (drawn: Drawn | null) => void;
}

interface Point {
  x: number;
  y: number;
}

const round = (value: number) => Math.round(value * 10) / 10;
const show = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
const between = (a: Point, b: Point) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** A smooth line through the points: curves that meet half way between two of them. A dot is a line of no length. */
export function composePath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = points.at(-1);
  if (!first || !last) return '';
  if (rest.length === 0) return `M${show(first)}h0`;
  const curves = rest.slice(0, -1).map((point, at) => `Q${show(point)} ${show(between(point, rest[at + 1]!))}`);
  return `M${show(first)}${curves.join('')}L${show(last)}`;
}

export function SignaturePad({ label, onDrawn }: SignaturePadProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const pad = useRef<Pad | null>(null);
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    const life = new AbortController();
    const { signal } = life;
    void start(canvas, signal, (made) => {
      pad.current = made;
      made.addEventListener('endStroke', () => onDrawn(readDrawn(made, canvas)), { signal });
    });
    return () => life.abort();
  }, []);
  const clear = () => {
    pad.current?.clear();
    onDrawn(null);
  };
  return (
    <div class="pad">
      <canvas ref={ref} class="pad-field" role="img" aria-label={label} />
      <Button onClick={clear}>Draw again</Button>
    </div>
  );
}

/** Only who draws loads what draws. */
async function start(canvas: HTMLCanvasElement, signal: AbortSignal, onStart: (pad: Pad) => void): Promise<void> {
  const { default: SignaturePad } = await import('signature_pad');
  const context = canvas.getContext('2d');
  if (signal.aborted || !context) return;
  const ratio = Math.max(1, window.devicePixelRatio);
  canvas.width = canvas.offsetWidth * ratio;
  canvas.height = canvas.offsetHeight * ratio;
  context.scale(ratio, ratio);
  const pad = new SignaturePad(canvas, { penColor: getComputedStyle(canvas).color, minWidth: 0.8, maxWidth: 2.2 });
  signal.addEventListener('abort', () => pad.off());
  onStart(pad);
}

function readDrawn(pad: Pad, { offsetWidth: width, offsetHeight: height }: HTMLCanvasElement): Drawn | null {
  const paths = pad.toData().map(({ points }) => composePath(points));
  return pad.isEmpty() ? null : { paths, width, height };
}

/** A drawn signature, shown. */
export function Drawing({ drawing, label }: { drawing: Drawn; label: string }) {
  return (
    <svg
      class="drawing"
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      preserveAspectRatio="xMinYMid"
      role="img"
      aria-label={label}
    >
      {drawing.paths.map((path, at) => (
        <path key={at} d={path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
      ))}
    </svg>
  );
}
