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
  return {
    lines: rows.map((row) => ({
      place: composePlace(row),
      meeting: row.meeting,
      notes: (byRow.get(rowKey(row)) ?? []).map(composeSheetProblem),
      isKnown: isKnown(row.meeting),
    })),
    left: rest
      .filter(isLeftOut)
      .map((problem) => ({ place: composePlace(problem), text: composeSheetProblem(problem) })),
    notes: [...new Set(rest.filter((problem) => !isLeftOut(problem)).map(composeNote))],
  };
}

function composeNote(problem: SheetProblem): string {
  const place = composePlace(problem);
  return place ? `${place}: ${composeSheetProblem(problem)}.` : `${composeSheetProblem(problem)}.`;
}
