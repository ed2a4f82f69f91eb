// The inline choices behind "Answered elsewhere" and "Remind me later".
import type { Channel } from '../../../domain/thread/contact.ts';
import { describeTime } from '../words.ts';
import { build } from './build.ts';
import { button, type Desk } from './desk.ts';
import { composeLocalTime, parseLocalTime } from './local-time.ts';
import { planRemindTimes } from './remind-times.ts';

const channels: { channel: Channel; label: string; by: string }[] = [
  { channel: 'text', label: 'Text', by: 'by text' },
  { channel: 'call', label: 'Call', by: 'by call' },
  { channel: 'in-person', label: 'In person', by: 'in person' },
  { channel: 'platform', label: 'Platform', by: 'on the platform' },
];

export interface AnsweredWhen {
  channel: Channel;
  at: string;
  /** What to say once it is stored. */
  said: string;
}

function panel(desk: Desk, label: string, ...children: (Node | string)[]): HTMLElement {
  return build(desk.ground.document, 'div', { class: 'group panel', role: 'group', 'aria-label': label }, ...children);
}

/** `since` is the instant of the message that was answered: no answer comes before it. */
export function makeAnsweredChoice(
  desk: Desk,
  since: string | undefined,
  onProblem: (text: string) => void,
  onChosen: (when: AnsweredWhen) => void,
): HTMLElement {
  const opened = composeLocalTime(desk.now(), desk.zone);
  const time = build(desk.ground.document, 'input', { type: 'datetime-local', 'aria-label': 'When', max: opened });
  time.value = opened;
  const choose = (channel: Channel, by: string) => {
    const now = desk.now();
    const at = time.value === opened ? now : parseLocalTime(time.value, desk.zone);
    if (!at) return onProblem('Give a day and a time.');
    if (Date.parse(at) > Date.parse(now)) return onProblem('That time is still to come.');
    if (since && Date.parse(at) < Date.parse(since)) return onProblem('That is before the message came.');
    onChosen({ channel, at, said: `Noted: answered ${by}, ${describeTime(at, now, desk.zone)}.` });
  };
  const ways = channels.map(({ channel, label, by }) => button(desk.ground, label, () => choose(channel, by)));
  return panel(desk, 'When and how it was answered', 'Answered', time, 'by', ...ways);
}

export function makeRemindChoice(desk: Desk, onChosen: (until: string, said: string) => void): HTMLElement {
  const now = desk.now();
  const times = planRemindTimes(now, desk.zone).map(({ label, at }) =>
    button(desk.ground, label, () => onChosen(at, `Reminder set for ${describeTime(at, now, desk.zone)}.`)),
  );
  return panel(desk, 'When to remind you', 'Remind me', ...times);
}
