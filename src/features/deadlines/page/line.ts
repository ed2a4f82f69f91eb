// The line above an open thread: whose turn, since when, due when, why, and what settles it.
import type { ThreadLine } from '../contract.ts';
import { describeLine, describeMark } from '../words.ts';
import { build, setText } from './build.ts';
import { drawChip } from './chip.ts';
import { type AnsweredWhen, makeAnsweredChoice, makeRemindChoice } from './choices.ts';
import { describeLimit, makeWhy, type Why } from './clause.ts';
import { button, type Desk } from './desk.ts';
import { makeOutcome } from './outcome.ts';

export interface Line {
  element: HTMLElement;
  show(line: ThreadLine): void;
  /** Closes what is open and gives the focus back to what opened it. */
  close(): void;
}

/** `thread` is the open thread's id, as the page has it. */
export function makeLine(desk: Desk, host: Element, thread: string): Line {
  const { document } = desk.ground;
  const chip = build(document, 'span');
  const sentence = build(document, 'span');
  const limit = build(document, 'span', { class: 'soft' });
  const actions = build(document, 'span', { class: 'group' });
  const say = build(document, 'span', { class: 'say' }, chip, sentence, limit);
  const outcome = makeOutcome(desk, host, () => drawActions());
  const element = build(document, 'div', { role: 'region' }, say, outcome.element, actions);
  let line: ThreadLine;
  let acted: string | undefined;
  let open: { panel: HTMLElement; opener: HTMLElement } | null = null;
  let why: Why | null = null;
  const drawn: Record<string, string> = {};
  /** Draws a part again only when what it rests on differs, so that focus and open choices stay. */
  const redraw = (part: string, from: unknown, draw: () => void) => {
    const key = JSON.stringify(from) ?? '';
    if (drawn[part] === key) return;
    drawn[part] = key;
    draw();
  };

  const closePanel = () => {
    const was = open;
    open = why = null;
    was?.panel.remove();
    was?.opener.setAttribute('aria-expanded', 'false');
    return was;
  };
  const act: typeof outcome.act = (call, said) => {
    acted = line.message;
    outcome.act(call, said);
  };
  const opens = (label: string, make: () => HTMLElement, look = '') => {
    const opener = button(
      desk.ground,
      label,
      () => {
        if (closePanel()?.opener === opener) return;
        if (!outcome.isDone()) outcome.clear();
        open = { panel: make(), opener };
        opener.setAttribute('aria-expanded', 'true');
        element.append(open.panel);
      },
      { 'aria-expanded': 'false', class: look },
    );
    return opener;
  };

  const settle = (answers: string, { channel, at, said }: AnsweredWhen) => {
    const { relationship, menteeId: mentee } = line;
    act(() => desk.ask('reply.answeredElsewhere', { relationship, mentee, answers, channel, at }), said);
  };
  const answered = (answers: string) =>
    opens('Answered elsewhere', () =>
      makeAnsweredChoice(desk, line.mark.since, outcome.say, (when) => settle(answers, when)),
    );
  const onPlatform = (answers: string, via: string) =>
    button(desk.ground, `Answered on ${via}`, () =>
      settle(answers, { channel: 'platform', at: desk.now(), said: `Noted: answered on ${via}.` }),
    );
  const notNeeded = (message: string) =>
    button(desk.ground, 'No reply needed', () =>
      act(() => desk.ask('reply.notNeeded', { message }), 'Noted: no reply needed.'),
    );
  const needed = (message: string) =>
    button(desk.ground, 'A reply is needed', () =>
      act(() => desk.ask('reply.needed', { message }), 'Noted: the clock runs.'),
    );
  const later = (key: string) =>
    opens('Remind me later', () =>
      makeRemindChoice(desk, (until, said) => act(() => desk.ask('reply.remindLater', { key, until }), said)),
    );
  const takeBack = (undo: NonNullable<ThreadLine['undo']>) =>
    button(desk.ground, 'Undo', () => act(() => desk.ask('fact.undo', undo), 'Taken back.'));

  const drawActions = () => {
    const { mark, message, via, key, undo } = line;
    redraw('actions', [outcome.isDone(), message, via, key, undo, mark.seems], () => {
      if (open && actions.contains(open.opener)) closePanel();
      if (outcome.isDone()) return actions.replaceChildren();
      const owed = [
        message && via && onPlatform(message, via),
        message && answered(message),
        message && notNeeded(message),
        key && later(key),
      ];
      const offers = mark.seems ? [message && needed(message)] : owed;
      actions.replaceChildren(...[...offers, undo && takeBack(undo)].filter((offer) => offer !== undefined));
    });
  };

  const asked = () => {
    why = makeWhy(desk, host, thread, line.clause);
    return why.element;
  };
  say.append(opens('Why?', asked, 'quiet'));

  return {
    element,
    close() {
      closePanel()?.opener.focus();
    },
    show(next) {
      line = next;
      const now = desk.now();
      const face = describeMark(line.mark, now, desk.zone);
      // A new message is a new turn: what was done about the last one is over.
      if (acted && line.message && line.message !== acted) {
        acted = undefined;
        outcome.clear();
      }
      element.className = `strip line ${face.tone}`;
      element.setAttribute('aria-label', `Reply time, ${line.mentee}`);
      redraw('chip', face, () => chip.replaceChildren(drawChip(document, face)));
      setText(sentence, describeLine(line.mark, now, desk.zone));
      setText(limit, describeLimit(line.mark));
      redraw('why', line, () => void why?.refresh());
      drawActions();
    },
  };
}
