// Where one script of ours leaves something for another in the same document: on the object that all scripts of this
// extension share there, and that the page does not see.
import type { makeThreadJudge } from './judge-thread.ts';
import type { makePainter } from './paint.ts';

interface Shelf {
  /** Ends the page script that runs in this document. */
  running?: AbortController;
  makePainter?: typeof makePainter;
  makeThreadJudge?: typeof makeThreadJudge;
}

const key = Symbol.for('waymark');

export function getShelf(): Shelf {
  const shared = globalThis as { [key]?: Shelf };
  shared[key] ??= {};
  return shared[key];
}
