// The coverage grid (N9): each mentee by month (in touch) and by window (meetings), as the verdicts say. Nothing is
// decided here.
import type { Ledger } from '../../domain/ledger.ts';
import type { RuleId } from '../../domain/programme/programme.ts';
import type { Verdict, VerdictState, Window } from '../../domain/verdict/verdict.ts';

export interface GridColumn extends Window {
  key: string;
  kind: 'month' | 'window';
  rule: RuleId;
  /** A semester's name, where the window is one. */
  name?: string;
}

export interface GridCell {
  state: VerdictState | 'booked';
  verdict: Verdict;
  /** booked: when. */
  at?: string;
}

export interface GridLine {
  key: string;
  mentee: string;
  name: string;
  relationship: string;
  /** In the order of the columns; null where nothing is asked. */
  cells: (GridCell | null)[];
}

export interface Grid {
  columns: GridColumn[];
  lines: GridLine[];
}

/** Meetings that are booked: under which relationship, with whom, and when. */
export type Booked = readonly { relationship: string; people: readonly string[]; start: string }[];

/** How many months are shown, the present one included. */
const MONTHS = 12;

const windowRules: ReadonlySet<RuleId> = new Set(['semester-meeting', 'yearly-meetings', 'hours-or-meetings']);

/** `verdicts` of these relationships, which share a programme. */
export function composeGrid(
  relationships: Ledger['relationships'],
  people: Ledger['people'],
  verdicts: readonly Verdict[],
  booked: Booked,
): Grid {
  const shown = verdicts.filter(({ rule, subject }) => subject.window && (isMonth(rule) || windowRules.has(rule)));
  const columns = composeColumns(relationships, shown);
  const cells = new Map(shown.map((verdict) => [`${verdict.subject.relationship} ${cellKey(verdict)}`, verdict]));
  const names = new Map(people.map(({ id, name, emails }) => [id, name || emails[0] || 'Someone']));
  const lines = relationships.flatMap(({ id, mentees, me, role }) =>
    mentees
      .filter((mentee) => mentee !== me || role === 'mentee')
      .map((mentee) => ({
        key: `${id} ${mentee}`,
        mentee,
        name: names.get(mentee) ?? 'Someone',
        relationship: id,
        cells: columns.map(({ key }) => composeCell(cells.get(`${id} ${mentee} ${key}`), booked)),
      })),
  );
  return { columns, lines };
}

const isMonth = (rule: RuleId) => rule === 'monthly-contact';

/** Months that are cut by a relationship's start or end stand in the column of the whole month. */
function columnKey({ rule, subject }: Verdict): string {
  const { from, to } = subject.window!;
  return isMonth(rule) ? from.slice(0, 7) : `${rule} ${from} ${to}`;
}

const cellKey = (verdict: Verdict) => `${verdict.subject.mentee ?? ''} ${columnKey(verdict)}`;

function composeColumns(relationships: Ledger['relationships'], verdicts: readonly Verdict[]): GridColumn[] {
  const terms = relationships.flatMap((each) => each.terms ?? []);
  const columns = new Map<string, GridColumn>();
  for (const verdict of verdicts) {
    const { rule, subject } = verdict;
    const key = columnKey(verdict);
    if (columns.has(key)) continue;
    const window = subject.window!;
    const name = terms.find(({ start, end }) => start === window.from && end === window.to)?.name;
    columns.set(key, { ...window, key, rule, kind: isMonth(rule) ? 'month' : 'window', ...(name && { name }) });
  }
  const all = [...columns.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const months = all.filter(({ kind }) => kind === 'month').slice(-MONTHS);
  const since = months[0]?.from ?? '';
  return [...months, ...all.filter(({ kind, to }) => kind === 'window' && to >= since)];
}

function composeCell(verdict: Verdict | undefined, booked: Booked): GridCell | null {
  if (!verdict) return null;
  const ahead = verdict.state === 'open' && !isMonth(verdict.rule) ? findBooked(verdict, booked) : undefined;
  return ahead ? { state: 'booked', verdict, at: ahead.start } : { state: verdict.state, verdict };
}

function findBooked({ subject, since, due }: Verdict, booked: Booked): Booked[number] | undefined {
  return booked.find(
    ({ relationship, people, start }) =>
      relationship === subject.relationship &&
      people.includes(subject.mentee ?? '') &&
      (!since || start >= since) &&
      (!due || start < due),
  );
}

/** How many of each state a column holds, of the mentees who are asked about there. */
export function countStates(grid: Grid, column: number): { settled: number; of: number } {
  const cells = grid.lines.flatMap(({ cells }) => cells[column] ?? []);
  return { settled: cells.filter(({ state }) => state === 'met').length, of: cells.length };
}
