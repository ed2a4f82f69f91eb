// The figure a deadline rests on, and on hover, focus or press the sentence of the programme it comes from.
import type { Clause } from '../../../domain/programme/programme.ts';
import type { Mark } from '../mark.ts';
import { build } from './build.ts';
import { button } from './desk.ts';
import type { Ground } from './ground.ts';

/** "48 hours", "5 days"; "The rule" where no limit is named. */
export function describeLimit({ since, due }: Mark): string {
  if (!since || !due) return 'The rule';
  const hours = Math.round((Date.parse(due) - Date.parse(since)) / 3_600_000);
  if (hours > 72 && hours % 24 === 0) return `${hours / 24} days`;
  return hours === 1 ? '1 hour' : `${hours} hours`;
}

export function makeClause(ground: Ground, clause: Clause, mark: Mark): { element: HTMLElement; close(): void } {
  const { document } = ground;
  const tip = build(document, 'span', { id: 'clause', role: 'tooltip', class: 'tip', hidden: '' });
  tip.append(
    build(document, 'b', {}, clause.document),
    `${clause.section}: ${clause.says}`,
    build(document, 'span', { class: 'soft' }, ' The messages that decide it stand under “Why?” in Waymark.'),
  );
  const show = (visible: boolean) => {
    tip.hidden = !visible;
  };
  const opener = button(ground, describeLimit(mark), () => show(true), {
    class: 'quiet',
    'aria-describedby': 'clause',
  });
  const element = build(document, 'span', { class: 'clause' }, opener, tip);
  for (const type of ['mouseenter', 'focusin']) element.addEventListener(type, () => show(true));
  for (const type of ['mouseleave', 'focusout']) element.addEventListener(type, () => show(false));
  return { element, close: () => show(false) };
}
