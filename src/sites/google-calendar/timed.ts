// Timed events: the day from the column, start and length from where the chip stands, and both checked against what is
// read aloud. Where these two ways disagree, the event is refused.
import { type ClockTime, namesRange, readClockTimes, withoutTimes } from '../dates/clock-times.ts';
import { tellsDay } from '../dates/named-day.ts';
import type { Chip } from './chips.ts';
import { type DayColumn, isRowOfDays } from './days.ts';
import { type Box, endOf, findScale, readBox, startOf } from './scale.ts';

/** One chip in its column. */
interface Piece {
  chip: Chip;
  date: Temporal.PlainDate;
  box: Box;
  times: ClockTime[];
}

export interface TimedEvent {
  chip: Chip;
  start: Temporal.PlainDateTime;
  end: Temporal.PlainDateTime;
}

export interface TimedEvents {
  events: TimedEvent[];
  disagreements: Record<string, number>;
}

const DAY = 1440;
/** Pixels up to which a chip may be higher than its event is long: short events are not drawn smaller. */
const LOWEST = 22;

export function findPieces(chips: Chip[], columns: DayColumn[], language: string): Piece[] {
  return chips.flatMap((chip) => {
    const column = columns.find(({ cell }) => cell.contains(chip.element));
    const box = readBox(chip.element);
    return column && box ? [{ chip, date: column.date, box, times: readClockTimes(chip.label, language) }] : [];
  });
}

/** `language` is the page's `lang`. */
export function readTimed(chips: Chip[], columns: DayColumn[], language: string): TimedEvents {
  const pieces = findPieces(chips, columns, language);
  const scale = findScale(pieces, columns[0]?.cell.clientHeight ?? 0);
  const disagreements: Record<string, number> = {};
  if (scale === null) return { events: [], disagreements };
  const groups = Map.groupBy(pieces, ({ chip }) => `${chip.id} ${chip.calendar}`);
  const events = [...groups.values()].flatMap((group) => {
    const read = joinPieces(group, scale, (piece) => isDayTold(piece, columns, language));
    if (typeof read === 'object') return read ? [read] : [];
    disagreements[read] = (disagreements[read] ?? 0) + 1;
    return [];
  });
  return { events, disagreements };
}

/** An event over midnight stands in two columns or more. Of one that begins or ends off the page too little is known. */
function joinPieces(
  group: Piece[],
  scale: number,
  isDay: (piece: Piece) => boolean | undefined,
): TimedEvent | null | 'day' | 'time' {
  const parts = group
    .map((piece) => ({ piece, ...readRange(piece, scale) }))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.piece.date, other.piece.date))
    .filter((part, index, all) => index === 0 || !part.piece.date.equals(all[index - 1]!.piece.date));
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const isOneChip = group.length === 1 || parts.length === group.length || isSame(group);
  if (!isOneChip || !parts.every((part, index) => index === 0 || isContinued(parts[index - 1]!, part))) return 'time';
  if (!namesRange(first.piece.times, first.start, last.end)) {
    return first.start === 0 || last.end >= DAY ? null : 'time';
  }
  const day = isDay(first.piece);
  if (!day) return day === false ? 'day' : null;
  const { date } = first.piece;
  return { chip: first.piece.chip, start: at(date, first.start), end: at(last.piece.date, last.end) };
}

interface Part {
  piece: Piece;
  start: number;
  end: number;
}

const isContinued = (before: Part, after: Part) =>
  before.end === DAY && after.start === 0 && before.piece.date.add({ days: 1 }).equals(after.piece.date);

/** Where several people's days stand side by side, one event stands in each of them. */
const isSame = (group: Piece[]) =>
  new Set(group.map(({ date, box }) => `${date} ${box.top} ${box.height}`)).size ===
  new Set(group.map(({ date }) => `${date}`)).size;

/** What a short event's chip is too high for, its words may tell: then they have to be exact. */
function readRange(piece: Piece, scale: number): { start: number; end: number } {
  const { box, times } = piece;
  const [start, end] = [startOf(box, scale), endOf(box, scale)];
  if (box.height > LOWEST || namesRange(times, start, end)) return { start, end };
  const index = times.findIndex((time) => time.certain && namesRange([time, time], start, start));
  const later = times[index + 1];
  if (index < 0 || !later?.certain) return { start, end };
  const [told = end] = [5, 10, 15, 20, 25]
    .map((minutes) => start + minutes)
    .filter((each) => namesRange([times[index]!, later], start, each));
  return { start, end: Math.min(told, end) };
}

const at = (date: Temporal.PlainDate, minutes: number) => date.toPlainDateTime({ hour: 0 }).add({ minutes });

/** Undefined where neither the words nor the columns beside it bear the day out. */
function isDayTold(piece: Piece, columns: DayColumn[], language: string): boolean | undefined {
  const told = tellsDay(withoutTimes(piece.chip.label, piece.times), piece.date, language);
  if (told === 'unknown') return isRowOfDays(columns) && columns.length > 2 ? true : undefined;
  return told === 'yes';
}
