// A shadow root in the host page, under an element whose name says nothing. Its style is set from inside, so that the
// page's rules do not reach it and the page cannot read it.
import { build } from './build.ts';
import type { Ground, Look } from './ground.ts';
import { marker } from './marker.ts';
import { adoptStyle } from './style.ts';

export interface Host {
  element: HTMLElement;
  /** Stands in the shadow root and carries the theme. */
  inside: HTMLElement;
  wear(look: Look): void;
}

/** `place` says where it stands: in a row of the list, above a thread, or at the bottom of the page. */
export function standHost(ground: Ground, place: 'row' | 'thread' | 'page'): Host {
  const { document } = ground;
  const element = build(document, 'span', { [marker]: place });
  const root = element.attachShadow({ mode: ground.mode });
  adoptStyle(document, root);
  const inside = build(document, 'span', { class: 'w', lang: 'en' });
  root.append(inside);
  return {
    element,
    inside,
    wear({ dark, font }) {
      inside.classList.toggle('dark', dark);
      if (place !== 'row') inside.style.fontFamily = font;
    },
  };
}

/**
 * Keys pressed in our parts are ours: the host's shortcuts must not hear them. Listening on the window comes before the
 * page; the browser's own handling (typing, Tab, Enter on a button) goes on all the same.
 */
export function keepKeys(ground: Ground, element: HTMLElement, onEscape: () => void): void {
  const keep = (event: Event) => {
    if (event.target !== element) return;
    event.stopImmediatePropagation();
    if (event.type === 'keydown' && (event as KeyboardEvent).key === 'Escape') onEscape();
  };
  for (const type of ['keydown', 'keypress', 'keyup']) {
    ground.document.defaultView?.addEventListener(type, keep, { capture: true, signal: ground.signal });
  }
  for (const type of ['mousedown', 'click']) element.addEventListener(type, (event) => event.stopPropagation());
}
