// All that stands above an open thread, in one place of ours: the line, and a question about a sender.
import type { SightMarks, ThreadLine } from '../contract.ts';
import type { Desk } from './desk.ts';
import type { Look } from './ground.ts';
import { keepKeys, standHost } from './host.ts';
import { type Line, makeLine } from './line.ts';
import { makeSuspect } from './suspect.ts';

export interface AboveThread {
  /** `thread` tells one thread from another; what was said about one is not kept for the next. */
  show(thread: string, anchor: Element, line: ThreadLine | null, suspect: SightMarks['suspect'], look: Look): void;
  hide(): void;
}

export function makeAboveThread(desk: Desk): AboveThread {
  const host = standHost(desk.ground, 'thread');
  let thread: string | null = null;
  let line: Line | null = null;
  let question: HTMLElement | null = null;
  keepKeys(desk.ground, host.element, () => line?.close());

  const clear = () => {
    thread = line = question = null;
    host.inside.replaceChildren();
  };
  const showLine = (thread: string, next: ThreadLine | null) => {
    if (!next) {
      line?.element.remove();
      line = null;
      return;
    }
    if (!line) {
      line = makeLine(desk, host.element, thread);
      host.inside.prepend(line.element);
    }
    line.show(next);
  };
  // The worker names a sender once: the question stays while the thread does, and is never put again.
  const ask = (suspect: NonNullable<SightMarks['suspect']>) => {
    question = makeSuspect(desk, host.element, suspect);
    host.inside.append(question);
    void desk.ask('suspect.decide', { email: suspect.email, decision: 'shown' });
  };

  return {
    show(next, anchor, nextLine, suspect, look) {
      if (next !== thread) clear();
      thread = next;
      host.wear(look);
      showLine(next, nextLine);
      if (suspect && !question) ask(suspect);
      if (!line && !question) return host.element.remove();
      if (host.element.nextElementSibling !== anchor) anchor.before(host.element);
    },
    hide() {
      clear();
      host.element.remove();
    },
  };
}
