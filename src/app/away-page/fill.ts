// In the page: waits until the form stands there, fills it, and says beside it what is left to do. A form that is found
// by one way only is not touched.
import { build } from '../../features/deadlines/page/build.ts';
import { button } from '../../features/deadlines/page/desk.ts';
import type { Ground } from '../../features/deadlines/page/ground.ts';
import { keepKeys, standHost } from '../../features/deadlines/page/host.ts';
import type { AwayForm, AwayFormState, AwayFormValues } from '../../sites/away-form.ts';
import type { FillResult } from './contract.ts';
import { composeNote } from './words.ts';

/** How often in a row a form may be strange before it is given up. */
const PATIENCE = 12;

export interface FillDeps {
  ground: Ground;
  /** Resolves a moment later. */
  pause(): Promise<void>;
  /** How often it is looked before it is given up. */
  looks: number;
}

export async function fillWhenThere(
  form: AwayForm,
  values: AwayFormValues,
  { ground, pause, looks }: FillDeps,
): Promise<FillResult> {
  const { document } = ground;
  let before: AwayFormState = 'absent';
  let strange = 0;
  for (let look = 0; look < looks && strange < PATIENCE && !ground.signal.aborted; look++) {
    const state = form.inspect(document);
    // A page that is still being built may show half a form: it has to be known twice in a row.
    if (state === 'known' && before === 'known') break;
    strange = state === 'strange' ? strange + 1 : 0;
    before = state;
    await pause();
  }
  const left = form.fill(document, values);
  if (!left) return { done: false, code: 'form-not-found' };
  showNote(form, composeNote(left, values), ground);
  return { done: true, left };
}

function showNote(form: AwayForm, lines: readonly string[], ground: Ground): void {
  const { document } = ground;
  const host = standHost(ground, 'page');
  const close = () => host.element.remove();
  host.wear(form.look(document));
  const say = build(
    document,
    'span',
    { class: 'say', role: 'status' },
    ...lines.map((line) => build(document, 'span', {}, line)),
  );
  host.inside.append(build(document, 'div', { class: 'strip note' }, say, button(ground, 'Dismiss', close)));
  keepKeys(ground, host.element, close);
  ground.signal.addEventListener('abort', close, { once: true });
  document.body.append(host.element);
}
