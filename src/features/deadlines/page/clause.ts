// Behind "Why?": the sentence of the programme and what decides the line, asked for when it is opened.
import type { Clause } from '../../../domain/programme/programme.ts';
import type { Mark } from '../mark.ts';
import { build } from './build.ts';
import { button, type Desk } from './desk.ts';
import { makeEvidenceList } from './evidence-list.ts';
import { makeOutcome } from './outcome.ts';

/** "48 hours", "5 days"; '' where no limit is named. */
export function describeLimit({ since, due }: Mark): string {
  if (!since || !due) return '';
  const hours = Math.round((Date.parse(due) - Date.parse(since)) / 3_600_000);
  if (hours > 72 && hours % 24 === 0) return `${hours / 24} days`;
  return hours === 1 ? '1 hour' : `${hours} hours`;
}

export interface Why {
  element: HTMLElement;
  /** Asks again, and draws what became other. */
  refresh(): Promise<void>;
}

/** `thread` is the open thread's id, as the page has it. */
export function makeWhy(desk: Desk, host: Element, thread: string, clause: Clause | undefined): Why {
  const { document, signal } = desk.ground;
  const outcome = makeOutcome(desk, host, () => void refresh(), false);
  const list = makeEvidenceList(desk, outcome.act);
  let drawn = '';

  const refresh = async () => {
    const answer = await desk.ask('thread.why', { ...desk.account(), thread });
    const key = JSON.stringify(answer);
    if (signal.aborted || key === drawn) return;
    drawn = key;
    if (answer.ok) return list.show(answer.value);
    const again = button(desk.ground, 'Retry', () => void refresh());
    list.element.replaceChildren('Waymark could not look it up. ', again);
  };

  const source = clause && build(document, 'span', { class: 'soft' }, ` ${clause.document}, ${clause.section}`);
  const element = build(
    document,
    'div',
    { class: 'panel why', role: 'group', 'aria-label': 'What decides it' },
    build(document, 'p', {}, clause?.says ?? 'It is about whose turn it is; the programme names no limit.', source),
    outcome.element,
    list.element,
  );
  void refresh();
  return { element, refresh };
}
