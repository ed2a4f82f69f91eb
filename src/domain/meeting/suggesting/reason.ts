import type { MatchCode } from './match.ts';

/** Names that are said before the rest are counted. */
const SAID = 2;

/** Why an event is taken for a meeting, as one short sentence without a full stop. */
export function composeReason(code: MatchCode, names: readonly string[]): string {
  const who = composeWho(names);
  const are = names.length > 1 ? 'are' : 'is';
  switch (code) {
    case 'attendee':
    case 'group':
      return `${who} ${are} among those invited`;
    case 'series':
      return `You logged an earlier meeting of this series with ${who}`;
    case 'title':
      return `The title names ${who}`;
    case 'speed-session':
      return `The title speaks of a speed session; under that programme it is with ${who}`;
  }
}

/** "Amina Okafor, Jun Li and 3 more". */
function composeWho(names: readonly string[]): string {
  if (names.length === 0) return 'somebody you mentor';
  if (names.length <= SAID) return names.join(' and ');
  return `${names.slice(0, SAID).join(', ')} and ${names.length - SAID} more`;
}
