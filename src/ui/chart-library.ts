// The one door to the chart library, so that it loads only where a chart is drawn. Its drawings carry inline style
// attributes, which the pages' policy (style-src 'self') refuses: they are set as properties instead, which it allows.
import { BarChart, Svg } from 'chartist';

type Attr = (
  this: Svg,
  attributes: string | Record<string, string | number | undefined | null>,
  ns?: string,
) => unknown;

const original = Svg.prototype.attr as Attr;

function attrWithoutInlineStyle(this: Svg, ...[attributes, ns]: Parameters<Attr>): unknown {
  if (typeof attributes === 'string' || typeof attributes.style !== 'string')
    return original.call(this, attributes, ns);
  const { style, ...rest } = attributes;
  (this.getNode() as unknown as ElementCSSInlineStyle).style.cssText = style;
  return original.call(this, rest, ns);
}

Svg.prototype.attr = attrWithoutInlineStyle as typeof Svg.prototype.attr;

export interface Bars {
  labels: string[];
  values: number[];
  /** What stands above a bar. */
  words: string[];
  target?: { value: number; words: string };
}

export interface Drawn {
  update(bars: Bars): void;
  end(): void;
}

const HEIGHT = 208;
const ROOM_ABOVE = 1.18;

const highest = ({ values, target }: Bars) => Math.max(...values, target?.value ?? 0, 0.5) * ROOM_ABOVE;

const optionsOf = (bars: Bars) => ({
  height: `${HEIGHT}px`,
  low: 0,
  high: highest(bars),
  chartPadding: { top: 8, right: 8, bottom: 0, left: 0 },
  axisX: { showGrid: false, offset: 24 },
  axisY: { offset: 32, scaleMinSpace: 36 },
});

/** Draws bars into an element, and again whenever its window changes. */
export function drawBars(container: HTMLElement, first: Bars): Drawn {
  let bars = first;
  const dataOf = () => ({ labels: bars.labels, series: [bars.values] });
  const chart = new BarChart(container, dataOf(), optionsOf(bars));
  chart.on('draw', (drawn) => {
    if (drawn.type !== 'bar') return;
    const at = { x: drawn.x2, y: drawn.y2 - 6, 'text-anchor': 'middle' };
    drawn.group.elem('text', at, 'chart-figure').text(bars.words[drawn.index] ?? '');
  });
  chart.on('created', ({ svg, chartRect, axisY }) => {
    // On paper the drawing is scaled to the page; on screen it is drawn anew in its own size.
    svg.attr({ viewBox: `0 0 ${svg.width()} ${HEIGHT}` });
    if (!bars.target) return;
    const y = chartRect.y1 - axisY.projectValue(bars.target.value);
    svg.elem('line', { x1: chartRect.x1, x2: chartRect.x2, y1: y, y2: y }, 'chart-target');
    const above = { x: chartRect.x2, y: y - 5, 'text-anchor': 'end' };
    svg.elem('text', above, 'chart-target-words').text(bars.target.words);
  });
  return {
    update: (next) => {
      bars = next;
      chart.update(dataOf(), optionsOf(bars));
    },
    end: () => chart.detach(),
  };
}
