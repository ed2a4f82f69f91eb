// The kinds of session (drop-in, study session, speed session) that the entries have, as the programme or a sheet names
// them; one written in two ways is one.
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { Choice } from './choices.ts';
import { fold } from './fold.ts';
import type { LogRow } from './rows.ts';
import { modalityWords } from './words.ts';

type Kind = Pick<Meeting, 'sessionType'>;

/** What no kind's key is like: those all begin with `kind`. */
const NOT_SAID = 'none';

const nameOf = ({ sessionType = '' }: Kind) => sessionType.trim();

export function keyOfSession(meeting: Kind): string {
  const name = nameOf(meeting);
  return name === '' ? NOT_SAID : `kind ${fold(name)}`;
}

const byText = new Intl.Collator();

/** By name, and last the entries of no kind where there are some of both; none where no entry has a kind. */
export function sessionChoices(rows: readonly LogRow[]): Choice[] {
  const names = new Map(rows.map(({ meeting }) => [keyOfSession(meeting), nameOf(meeting)]));
  const isSome = names.delete(NOT_SAID);
  const kinds = [...names].map(([value, text]) => ({ value, text })).sort((a, b) => byText.compare(a.text, b.text));
  return kinds.length > 0 && isSome ? [...kinds, { value: NOT_SAID, text: 'Not said' }] : kinds;
}

/** "Study session · Video"; a kind that is the way they met ("In person") is said once, and how they met only of what was held. */
export function composeSession(meeting: Pick<Meeting, 'sessionType' | 'modality' | 'outcome'>): string {
  const how = meeting.outcome === 'held' && meeting.modality ? modalityWords[meeting.modality] : '';
  const kind = nameOf(meeting);
  return fold(kind) === fold(how) ? kind : [kind, how].filter(Boolean).join(' · ');
}
