// What could not be read of a calendar file, as codes the surfaces turn into sentences.

export type CalendarFileCode =
  /** No calendar at all: a page, a table, bytes. Nothing is read. */
  | 'not-a-calendar'
  /** More characters than a calendar has. Nothing is read. */
  | 'too-large'
  /** More events in the window than one person has. Nothing is read. */
  | 'too-many'
  /** A component that does not end: what stands of it is read. */
  | 'cut'
  /** A line that is no `NAME:value`, or whose value cannot be read: it is left out. `detail` is its name, if it has one. */
  | 'broken-line'
  /** An event without a beginning that can be read, or with nothing in it: it is left out. `detail` is the property. */
  | 'broken-event'
  /** A zone nobody knows and the file does not define: its times are taken in the reader's own. `detail` is its name. */
  | 'unknown-zone'
  /** A rule that cannot be expanded surely, or not in time: of its series there is what the file names. `detail` says why. */
  | 'cannot-expand'
  /** A component with more in it than is read at once: from this line on some is left out. `detail` is its name. */
  | 'too-long'
  /** There are more problems than are listed. */
  | 'more';

export interface CalendarFileProblem {
  /** Line of the file, from 1, on which the component (or, for `broken-line`, the line itself) begins. */
  line: number;
  code: CalendarFileCode;
  /** A name out of the file or a word for the reason; never an event's text. */
  detail: string;
}

export type Report = (line: number, code: CalendarFileCode, detail?: string) => void;

const MOST = 1000;

/** Hands on each problem once, and no more than a person could want to read. */
export function makeReport(onProblem: ((problem: CalendarFileProblem) => void) | undefined): Report {
  const told = new Set<string>();
  return (line, code, detail = '') => {
    const key = `${line} ${code} ${detail}`;
    if (told.size > MOST || told.has(key)) return;
    told.add(key);
    if (told.size > MOST) onProblem?.({ line, code: 'more', detail: '' });
    else onProblem?.({ line, code, detail: detail.slice(0, 200) });
  };
}
