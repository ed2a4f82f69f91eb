// What was talked about, as it stands in one cell: lines, bullets nested by indent or by another sign, homework below.

export interface Topics {
  topics: string[];
  /** 0, 1 or 2 for each topic, how deep it stands (PROGRAMMES M9). */
  levels: number[];
  homework: string[];
}

const DEEPEST = 2;

interface Line {
  indent: number;
  /** The kind of bullet: its sign, `1`, `a`, `i`, or nothing. */
  kind: string;
  text: string;
}

const homeworkHead =
  /^(?:home ?work|assignments?|action items?|to[ -]?dos?|hausaufgaben?|aufgaben?|devoirs|deberes|tareas?)\s*(?:[:：–—-]\s*|$)/i;

/** `Homework:` and what stands behind it; where nothing does, the lines below it that stand deeper or are bullets. */
export function parseTopics(cell: string): Topics {
  const found: Topics = { topics: [], levels: [], homework: [] };
  const open: Line[] = [];
  let homework: Line | null = null;
  for (const line of splitLines(cell)) {
    const head = homeworkHead.exec(line.text);
    if (head !== null) {
      homework = line;
      const rest = line.text.slice(head[0].length).trim();
      if (rest !== '') found.homework.push(rest);
      if (rest !== '') homework = null;
    } else if (homework !== null && isUnder(line, homework)) found.homework.push(line.text);
    else {
      homework = null;
      found.topics.push(line.text);
      found.levels.push(Math.min(DEEPEST, descend(open, line)));
    }
  }
  return found;
}

/** A column of its own: each line one. */
export function parseItems(cell: string): string[] {
  return splitLines(cell).map(({ text }) => text.replace(homeworkHead, '').trim() || text);
}

const isUnder = (line: Line, head: Line) => line.indent > head.indent || (line.kind !== '' && line.kind !== head.kind);

/** Puts the line where it belongs among those that are open, and says how deep that is. */
function descend(open: Line[], line: Line): number {
  while (open.length > 0 && open.at(-1)!.indent > line.indent) open.pop();
  const same = open.findLastIndex((each) => each.indent === line.indent && each.kind === line.kind);
  if (same >= 0) open.length = same;
  open.push(line);
  return open.length - 1;
}

const bullet = /^([-–—•·*◦▪▫■□●○‣⁃]|o(?=\s{1,4}\S)|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)/i;
const TAB = 4;

function splitLines(cell: string): Line[] {
  const lines = cell
    .split('\n')
    .flatMap((line) => (/^\s*[•●▪◦]/.test(line) ? line.split(/(?<=\S)\s+(?=[•●▪]\s)/) : [line]));
  let last = '';
  return lines.flatMap((raw) => {
    const indent = [.../^\s*/.exec(raw)![0]].reduce((sum, sign) => sum + (sign === '\t' ? TAB : 1), 0);
    const plain = raw.trim();
    const [mark = '', sign = ''] = bullet.exec(plain) ?? [];
    const text = plain.slice(mark.length).trim();
    if (text === '' || /^[-–—•*_]+$/.test(text)) return [];
    const kind = kindOf(sign, last);
    if (sign !== '') last = sign.replace(/[().]/g, '').toLowerCase();
    return [{ indent, kind, text }];
  });
}

/** `i.` is a Roman one unless `h.` went before it. `1.2` is a kind apart from `1`. */
function kindOf(sign: string, last: string): string {
  const plain = sign.replace(/[().]+$|^\(/g, '').toLowerCase();
  if (/^\d/.test(plain)) return plain.replace(/\d+/g, '1');
  if (!/^[a-z]+$/.test(plain) || (plain === 'o' && sign === 'o')) return sign;
  const follows = last.length === 1 && plain.charCodeAt(0) === last.charCodeAt(0) + 1;
  return /^[ivx]+$/.test(plain) && !(plain.length === 1 && follows) ? 'i' : 'a';
}
