// A draft of the letter by which a non-profit organisation may confirm the hours (PROGRAMMES R3). It is the
// organisation's to check, to complete and to sign: what is not known here stands in brackets.
import type { Sheet } from './sheet.ts';
import { composeDay, composeHours } from './sheet-words.ts';

/** Plain text. `today` is a date. */
export function composeLetter({ mentors, mentees, programme, from, to, totals }: Sheet, today: string): string {
  const [mentor, mentee] = [list(mentors), list(mentees)];
  const { meetings, minutes } = totals;
  const paragraphs = [
    'DRAFT for the organisation to check, complete and issue. It is no confirmation until the organisation has signed it.',
    `[Name of the organisation]\n[Address]\n\n${composeDay(today)}`,
    'To whom it may concern',
    `This is to confirm that ${mentor} and ${mentee} took part in ${programme || '[name of the programme]'} as mentor and mentee.`,
    `From ${composeDay(from)} to ${composeDay(to)} they held ${meetings} ${meetings === 1 ? 'meeting' : 'meetings'}, ${composeHours(minutes)} in all. Time for preparation is not included.`,
    'The figures come from the log that mentor and mentee keep and sign. The tracking sheet is attached.',
    'For questions: [name, role, e-mail and telephone of a contact at the organisation]',
    '[Signature]\n[Name and role]\n[Name of the organisation]',
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** "Ann, Bo and Cy". */
function list(names: string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
