// An inert label: shape, words and colour of one state. The host lays out its row as if the chip had no height.
import type { Description } from '../words.ts';
import { build } from './build.ts';
import type { Ground, Look } from './ground.ts';
import { standHost } from './host.ts';
import { drawShape } from './shape.ts';

export function drawChip(document: Document, { shape, text, tone }: Description): HTMLElement {
  return build(
    document,
    'span',
    { class: `chip ${tone}` },
    drawShape(document, shape),
    build(document, 'span', {}, text),
  );
}

export interface Chip {
  element: HTMLElement;
  show(description: Description, look: Look): void;
}

export function makeChip(ground: Ground): Chip {
  const host = standHost(ground, 'row');
  let shown = '';
  return {
    element: host.element,
    show(description, look) {
      host.wear(look);
      const key = JSON.stringify(description);
      if (key === shown) return;
      shown = key;
      host.inside.replaceChildren(drawChip(ground.document, description));
    },
  };
}
