// A reader of RFC 4180 that knows nothing of the one that writes.

export function parseCsv(text: string): string[][] {
  const lines: string[][] = [];
  let [cells, cell, isQuoted]: [string[], string, boolean] = [[], '', false];
  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const source = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < source.length; at += 1) {
    const letter = source[at]!;
    if (isQuoted && letter === '"' && source[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && letter === ',') endCell();
    else if (!isQuoted && letter === '\r' && source[at + 1] === '\n') {
      endCell();
      lines.push(cells);
      cells = [];
      at += 1;
    } else cell += letter;
  }
  return lines;
}
