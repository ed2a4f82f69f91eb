// The shape that stands beside a state's word, drawn in the colour of the text.
import type { Shape } from '../words.ts';

const paths: Record<Shape, string> = {
  triangle: 'M8 2.5 14.5 13.5H1.5ZM8 6.8v2.6M8 11.4v.1',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2M8 5v3l2 1.6',
  tick: 'M3 8.6 6.4 12 13 4.6',
  arrow: 'M2.5 8H13M9 4l4 4-4 4',
  question: 'M5.4 5.8a2.6 2.6 0 1 1 3.8 2.3C8.3 8.6 8 9.1 8 10M8 12.6v.1',
  none: '',
};

const SVG = 'http://www.w3.org/2000/svg';

export function drawShape(document: Document, shape: Shape): SVGElement | null {
  if (!paths[shape]) return null;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', shape);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', paths[shape]);
  svg.append(path);
  return svg;
}
