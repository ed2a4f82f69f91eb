// What decides a line, as the worker words it: who, when, and what each message was taken for; and the way to put it right.
import type { ThreadWhy, WhyEntry } from '../contract.ts';
import { describeTime } from '../words.ts';
import { build, setText } from './build.ts';
import { button, type Desk } from './desk.ts';
import type { Act } from './outcome.ts';

export interface EvidenceList {
  element: HTMLElement;
  /** What stands open stays open. The focus stays where it is, or goes to the message that was just put right. */
  show(why: ThreadWhy): void;
}

export function makeEvidenceList(desk: Desk, act: Act): EvidenceList {
  const { ground, ask } = desk;
  const { document } = ground;
  const counted = build(document, 'ol');
  const others = build(document, 'ol');
  const title = build(document, 'summary');
  const beside = build(document, 'details', {}, title, others);
  const element = build(document, 'div', {}, 'One moment.');
  /** By what they say: an entry that says the same is not drawn again. */
  let drawn = new Map<string, HTMLElement>();
  /** The message that was just put right. */
  let acted: string | undefined;

  const press = (message: string, label: string, look: string, call: Parameters<Act>[0], said: string) => {
    const onPress = () => {
      acted = message;
      act(call, said);
    };
    return button(ground, label, onPress, { class: look });
  };
  const drawCorrection = (
    { said }: WhyEntry,
    { message, label, offers }: NonNullable<WhyEntry['correct']>,
  ): HTMLElement[] => [
    ...said.map(({ words, undo }) =>
      build(
        document,
        'p',
        {},
        words,
        press(message, 'Take back', 'quiet', () => ask('fact.undo', undo), 'Taken back.'),
      ),
    ),
    build(
      document,
      'details',
      {},
      build(document, 'summary', { 'aria-label': label }, 'Not right?'),
      build(
        document,
        'div',
        { class: 'group' },
        ...offers.map(({ words, as }) =>
          press(message, words, '', () => ask('message.correct', { message, ...as }), 'Noted.'),
        ),
      ),
    ),
  ];
  const drawEntry = (entry: WhyEntry) => {
    const { who, at, says, correct } = entry;
    const name = build(document, 'bdi', {}, who);
    const time = build(document, 'span', { class: 'soft' }, describeTime(at, desk.now(), desk.zone));
    const words = build(document, 'p', {}, says);
    const corrections = correct ? drawCorrection(entry, correct) : [];
    return build(
      document,
      'li',
      {},
      build(document, 'div', { class: 'group who' }, name, time),
      build(document, 'div', { class: 'what soft' }, words, ...corrections),
    );
  };

  return {
    element,
    show(why) {
      const { activeElement } = element.getRootNode() as ShadowRoot;
      const focused = element.parentNode?.contains(activeElement) ? (activeElement as HTMLElement) : undefined;
      const known = drawn;
      let back: HTMLElement | null | undefined;
      drawn = new Map();
      const place = (entry: WhyEntry) => {
        const key = JSON.stringify(entry);
        const item = known.get(key) ?? drawEntry(entry);
        drawn.set(key, item);
        if (acted && entry.correct?.message === acted) back = item.querySelector<HTMLElement>('button, summary');
        return item;
      };
      counted.replaceChildren(...why.decide.map(place));
      others.replaceChildren(...why.beside.map(place));
      setText(title, why.title);
      element.replaceChildren(
        why.decide.length > 0 ? counted : 'No message counts for it.',
        why.beside.length > 0 ? beside : '',
      );
      if (back && others.contains(back)) beside.open = true;
      if (focused) (back ?? focused).focus();
      acted = undefined;
    },
  };
}
