// What can be done with a row of the meetings to log, in the order of its menu.
import type { Ghost } from './ghosts.ts';

export type GhostAct = 'open' | 'held' | 'cancelled' | 'no-show' | 'moved' | 'count' | 'refuse' | 'keep';

interface GhostRest {
  act: GhostAct;
  letter: string;
  text: string;
}

export function findGhostRest({ kind }: Ghost): GhostRest[] {
  if (kind === 'differs') {
    return [
      { act: 'open', letter: 'd', text: 'Look at it…' },
      { act: 'keep', letter: 'k', text: 'Keep the entry as it is' },
    ];
  }
  const rest: (GhostRest | false)[] = [
    { act: 'held', letter: 'h', text: 'Held' },
    { act: 'open', letter: 'd', text: 'Held, with details…' },
    { act: 'cancelled', letter: 'c', text: 'Cancelled…' },
    { act: 'no-show', letter: 'n', text: 'No-show' },
    { act: 'moved', letter: 'v', text: 'Moved to another time…' },
    { act: 'count', letter: 'j', text: 'Just count it' },
    kind === 'suggestion' && { act: 'refuse', letter: 'x', text: 'Not a mentoring meeting…' },
  ];
  return rest.filter((each) => each !== false);
}
