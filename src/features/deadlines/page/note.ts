// Why this page carries no chips, where that needs saying: quiet, at the bottom, once, and gone when dismissed.
import type { SightMarks } from '../contract.ts';
import { build } from './build.ts';
import { button } from './desk.ts';
import type { Ground, Look } from './ground.ts';
import { keepKeys, standHost } from './host.ts';

type NoteCode = NonNullable<SightMarks['note']>;

const sentences: Record<NoteCode, (site: string) => string> = {
  'names-only': (site) => `${site} shows names here, not addresses. Open a thread to see its reply time.`,
  'unknown-owner': (site) => `Waymark cannot see which ${site} account this is, so nothing is read here.`,
  blind: (site) => `Waymark cannot read this ${site} page. Reply times here may be out of date.`,
};

export interface Note {
  show(code: NoteCode | undefined, site: string, look: Look): void;
  hide(): void;
}

export function makeNote(ground: Ground): Note {
  const host = standHost(ground, 'page');
  const dismissed = new Set<NoteCode>();
  let shown: NoteCode | undefined;
  const hide = () => {
    host.element.remove();
    shown = undefined;
  };
  const dismiss = () => {
    if (shown) dismissed.add(shown);
    hide();
  };
  keepKeys(ground, host.element, dismiss);

  const stand = (code: NoteCode, site: string) => {
    const text = build(ground.document, 'span', { class: 'say', role: 'status' }, sentences[code](site));
    const close = button(ground, 'Dismiss', dismiss);
    host.inside.replaceChildren(build(ground.document, 'div', { class: 'strip note' }, text, close));
    ground.document.body.append(host.element);
  };
  return {
    show(code, site, look) {
      if (!code || dismissed.has(code)) return hide();
      host.wear(look);
      if (code !== shown || !host.element.isConnected) stand(code, site);
      shown = code;
    },
    hide,
  };
}
