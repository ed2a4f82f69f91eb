import { useEffect, useRef, useState } from 'preact/hooks';
import type { Bars, Drawn } from './chart-library.ts';

interface ChartBarsProps {
  /** What the chart shows, in a sentence; the figures stand in a table beside it. */
  label: string;
  bars: Bars;
}

/** Bars with their figures and, where there is one, a line to reach. The library comes in when the first chart is shown. */
export function ChartBars({ label, bars }: ChartBarsProps) {
  const ref = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const [isReady, setReady] = useState(false);
  const latest = useRef(bars);
  latest.current = bars;
  useEffect(() => {
    let isGone = false;
    void import('./chart-library.ts').then(({ drawBars }) => {
      if (isGone || !ref.current) return;
      drawn.current = drawBars(ref.current, latest.current);
      setReady(true);
    });
    return () => {
      isGone = true;
      drawn.current?.end();
    };
  }, []);
  useEffect(() => {
    if (isReady) drawn.current?.update(bars);
  }, [bars]);
  return <div ref={ref} class="chart" role="img" aria-label={label} />;
}
