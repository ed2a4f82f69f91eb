// A row of a pasted list or roster file, as previews show it, and the words for what may be wrong with it.

export interface RosterLine {
  /** Line of the text, from 1. */
  line: number;
  name: string;
  email: string;
  phone?: string;
  problem?: 'no-address' | 'bad-address' | 'duplicate' | 'too-many' | 'already-known';
  /** The line on which the same address stood first. */
  duplicateOf?: number;
}

/** Reads a text into rows; `known` are addresses of people who are there already. */
export type ParseRoster = (text: string, known?: Iterable<string>) => { rows: RosterLine[] };

export function composeRosterProblem({ problem, duplicateOf }: RosterLine): string {
  switch (problem) {
    case 'no-address':
      return 'No address';
    case 'bad-address':
      return 'Not a complete address';
    case 'duplicate':
      return duplicateOf ? `Same address as on line ${duplicateOf}` : 'Same address twice';
    case 'too-many':
      return 'Several addresses, the first is shown';
    case 'already-known':
      return 'Is here already';
    default:
      return '';
  }
}
