// What came of a press: what was done, with Undo, or what went wrong, with Retry. It is announced once.
import type { Answer } from '../../../messages/contract.ts';
import type { Undo } from '../contract.ts';
import { build, setText } from './build.ts';
import { button, type Desk, describeFailure } from './desk.ts';

export type Act = (call: () => Promise<Answer<Undo | null>>, said: string) => void;

export interface Outcome {
  element: HTMLElement;
  /** True from a success until it is taken back. */
  isDone(): boolean;
  /** Runs one call and says `said` once it is stored. A second press while one runs does nothing. */
  act: Act;
  /** Says something and offers nothing. */
  say(text: string): void;
  clear(): void;
}

/** `offersUndo` is false where what was done stands elsewhere, with its own way back. */
export function makeOutcome(desk: Desk, host: Element, onChange: () => void, offersUndo = true): Outcome {
  const { document, signal } = desk.ground;
  const status = build(document, 'span', { role: 'status' });
  const offers = build(document, 'span', { class: 'group' });
  const element = build(document, 'span', { class: 'group' }, status, offers);
  let done = false;
  let busy = false;

  const say = (text: string, ...next: HTMLElement[]) => {
    setText(status, text);
    offers.replaceChildren(...next);
  };
  const undo = (fact: Undo) => act(() => desk.ask('fact.undo', fact), 'Taken back.');
  const act: Act = async (call, said) => {
    if (busy) return;
    busy = true;
    element.parentElement?.setAttribute('aria-busy', 'true');
    const answer = await call();
    busy = false;
    element.parentElement?.removeAttribute('aria-busy');
    if (signal.aborted) return;
    const focused = document.activeElement === host;
    if (answer.ok) {
      const fact = answer.value;
      done = fact !== null;
      say(said, ...(fact && offersUndo ? [button(desk.ground, 'Undo', () => undo(fact))] : []));
      desk.onSettled();
    } else {
      say(
        describeFailure(answer),
        button(desk.ground, 'Retry', () => act(call, said)),
      );
    }
    onChange();
    // The pressed button is gone. The focus stays with us only if it was ours, and does not fall out of the line then.
    if (focused) (element.querySelector('button') ?? element.nextElementSibling?.querySelector('button'))?.focus();
  };

  return {
    element,
    isDone: () => done,
    act,
    say: (text) => say(text),
    clear: () => {
      done = false;
      say('');
    },
  };
}
