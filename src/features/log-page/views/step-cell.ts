// Moving the focus about a grid with the arrow keys: over cells that hold nothing to the next that holds something.

const steps: Record<string, [down: number, right: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** True when the key was one of those that move. */
export function stepCell(event: KeyboardEvent, body: HTMLTableSectionElement | null): boolean {
  const cell = (event.target as HTMLElement).closest('td');
  const row = cell?.parentElement as HTMLTableRowElement | null | undefined;
  if (!body || !cell || !row) return false;
  if (event.key === 'Home' || event.key === 'End') {
    const buttons = row.querySelectorAll('button');
    buttons[event.key === 'Home' ? 0 : buttons.length - 1]?.focus();
    return true;
  }
  const step = steps[event.key];
  if (!step) return false;
  const isRightToLeft = getComputedStyle(body).direction === 'rtl';
  const [down, right] = [step[0], isRightToLeft ? -step[1] : step[1]];
  const rows = [...body.rows];
  let [at, column] = [rows.indexOf(row) + down, cell.cellIndex + right];
  for (; rows[at]?.cells[column]; at += down, column += right) {
    const button = rows[at]?.cells[column]?.querySelector('button');
    if (button) {
      button.focus();
      break;
    }
  }
  return true;
}
