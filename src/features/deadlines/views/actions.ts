// The words of an item: what it is about, its one action, and the rest of what can be done with it.
import type { Action, OverviewItem } from '../overview.ts';

const words: Record<Action['kind'], string> = {
  'open-thread': 'Open',
  search: 'Search mail',
  write: 'Write',
  'log-answer': 'Log answer',
  'log-contact': 'Log contact',
  'set-terms': 'Set dates',
  'open-dashboard': 'Show',
  none: 'Why?',
};

/** The one action, in a word or two. */
export const composeAction = (action: Action): string => words[action.kind];

/** What it is about, in parts that stand in one line: the detail only where the title does not say it. */
export function composeLine({ title, detail, via }: OverviewItem): string[] {
  const moment = detail.replace(/^Since /, '');
  const isSaid = title.includes(moment);
  return [...(via ? [via] : []), title, ...(isSaid ? [] : [detail])];
}

export type RestKind = 'platform' | 'elsewhere' | 'not-needed' | 'later' | 'why' | 'log';

export interface Rest {
  kind: RestKind;
  letter: string;
  text: string;
}

const isMail = (item: OverviewItem) => item.thread !== undefined;

/** What else can be done with an item, in the order of a menu. */
export function findRest(item: OverviewItem): Rest[] {
  const owed = item.message !== undefined && item.section !== 'waiting';
  const rest: (Rest | false)[] = [
    owed && item.via !== undefined && { kind: 'platform', letter: 'p', text: `Answered on ${item.via}` },
    owed && { kind: 'elsewhere', letter: 'a', text: 'Answered elsewhere…' },
    owed && isMail(item) && { kind: 'not-needed', letter: 'n', text: 'No reply needed' },
    { kind: 'log', letter: 'c', text: 'Log a text or call…' },
    item.section !== 'waiting' && { kind: 'later', letter: 'r', text: 'Remind me later…' },
    { kind: 'why', letter: 'w', text: 'Why?' },
  ];
  return rest.filter((entry) => entry !== false);
}
