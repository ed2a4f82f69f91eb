// "Is this a mentee?": asked once about a sender of the open thread, with the reason, and remembered.
import type { SightMarks } from '../contract.ts';
import { build } from './build.ts';
import { button, type Desk } from './desk.ts';
import { makeOutcome } from './outcome.ts';

type SuspectAsked = NonNullable<SightMarks['suspect']>;

export function makeSuspect(desk: Desk, host: Element, { email, name, reason }: SuspectAsked): HTMLElement {
  const { document } = desk.ground;
  const who = name ? `${name} (${email})` : email;
  const outcome = makeOutcome(desk, host, () => {
    answers.hidden = outcome.isDone();
  });
  const decide = (label: string, decision: 'yes' | 'no', said: string) =>
    button(desk.ground, label, () => outcome.act(() => desk.ask('suspect.decide', { email, decision }), said));
  const answers = build(
    document,
    'span',
    { class: 'group' },
    decide('Yes', 'yes', 'Noted as a mentee.'),
    decide('No', 'no', 'Noted: not a mentee.'),
  );
  const say = build(
    document,
    'span',
    { class: 'say' },
    build(document, 'span', {}, 'Is this a mentee?'),
    build(document, 'bdi', {}, who),
    build(document, 'span', { class: 'soft' }, reason),
  );
  return build(
    document,
    'div',
    { class: 'strip', role: 'region', 'aria-label': 'Is this a mentee?' },
    say,
    outcome.element,
    answers,
  );
}
