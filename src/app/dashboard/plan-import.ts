// What a sheet that was read becomes in the log: entries, what is to be known of each, and what is left out.
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { type ImportPlan, makeKnown } from '../../features/log-page/import-lines.ts';
import { composePlace, composeSheetProblem, isLeftOut } from '../../features/log-page/views/import-words.ts';
import type { SheetImport, SheetProblem } from '../../files/sheet-import.ts';

const rowKey = ({ row, sheet }: Pick<SheetProblem, 'row' | 'sheet'>) => `${sheet ?? ''} ${row}`;

export function planImport({ rows, problems }: SheetImport, stored: readonly Meeting[]): ImportPlan {
  const isKnown = makeKnown(stored);
  const read = new Set(rows.map(rowKey));
  const isAboutRow = (problem: SheetProblem) => read.has(rowKey(problem)) && !isLeftOut(problem);
  const byRow = Map.groupBy(problems.filter(isAboutRow), rowKey);
  const rest = problems.filter((problem) => !isAboutRow(problem));
  const lines = rows.map((row) => ({
    place: composePlace(row),
    meeting: row.meeting,
    notes: (byRow.get(rowKey(row)) ?? []).map(composeSheetProblem),
    isKnown: isKnown(row.meeting),
  }));
  const ofAll = notesOfAll(lines);
  return {
    lines: lines.map((line) => ({ ...line, notes: line.notes.filter((note) => !ofAll.includes(note)) })),
    left: rest
      .filter(isLeftOut)
      .map((problem) => ({ place: composePlace(problem), text: composeSheetProblem(problem) })),
    notes: [
      ...new Set(rest.filter((problem) => !isLeftOut(problem)).map(composeNote)),
      ...ofAll.map((note) => `All rows: ${note}.`),
    ],
  };
}

/** What is to be known of every row is said once. */
function notesOfAll(lines: readonly { notes: string[] }[]): string[] {
  const [first] = lines;
  if (!first || lines.length === 1) return [];
  return first.notes.filter((note) => lines.every(({ notes }) => notes.includes(note)));
}

function composeNote(problem: SheetProblem): string {
  const place = composePlace(problem);
  return place ? `${place}: ${composeSheetProblem(problem)}.` : `${composeSheetProblem(problem)}.`;
}
