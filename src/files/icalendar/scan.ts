// Where the components of a calendar file begin and end, without reading what is in them.

/** What a VCALENDAR says of itself. */
export interface CalendarHead {
  /** X-WR-CALNAME, or empty. */
  name: string;
  /** METHOD in upper case, or empty. */
  method: string;
  /** X-WR-TIMEZONE, or empty: what its floating times are by. */
  zone: string;
}

/** One component right under a calendar, or under none. */
export interface Block {
  /** In upper case: `VEVENT`. */
  name: string;
  /** Line of its BEGIN, from 1. */
  line: number;
  /** Offsets of its text. */
  start: number;
  end: number;
  /** Filled while scanning goes on: complete when it has come to its end. */
  calendar: CalendarHead;
  /** True where its END is missing. */
  cut: boolean;
}

interface Open extends Block {
  /** Names of the components that are open in it, itself first. */
  stack: string[];
}

/** These stand in nothing but a calendar: where one begins, what was open before has lost its end. */
const neverInside: ReadonlySet<string> = new Set([
  'VCALENDAR',
  'VEVENT',
  'VTODO',
  'VJOURNAL',
  'VFREEBUSY',
  'VTIMEZONE',
]);

/** The blocks in order. `seen.calendar` becomes true when there is anything of a calendar at all. */
export function* scanBlocks(text: string, seen: { calendar: boolean }): Generator<Block, void> {
  let calendar = makeHead();
  let open: Open | null = null;
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const start = at;
    const newline = text.indexOf('\n', start);
    at = newline < 0 ? text.length : newline + 1;
    line += 1;
    const mark = readMark(text, start, at);
    if (mark === null) {
      if (open === null) readHead(text, start, at, calendar);
      continue;
    }
    if (open !== null && (mark.begins ? neverInside.has(mark.name) : mark.name === 'VCALENDAR')) {
      yield close(open, start, true);
      open = null;
    }
    if (mark.begins && mark.name === 'VCALENDAR') calendar = makeHead();
    else if (mark.begins && open === null) {
      open = { name: mark.name, line, start, end: start, calendar, cut: false, stack: [mark.name] };
    } else if (mark.begins) open!.stack.push(mark.name);
    else if (open !== null && endOne(open, mark.name)) {
      yield close(open, at, false);
      open = null;
    }
    if (mark.begins && neverInside.has(mark.name)) seen.calendar = true;
  }
  if (open !== null) yield close(open, text.length, true);
}

const makeHead = (): CalendarHead => ({ name: '', method: '', zone: '' });

function close({ name, line, start, calendar }: Open, end: number, cut: boolean): Block {
  return { name, line, start, end, calendar, cut };
}

/** Ends what is innermost, or what is named and everything in it; true when the block itself is over. */
function endOne(open: Open, name: string): boolean {
  const depth = open.stack.lastIndexOf(name);
  if (depth >= 0) open.stack.length = depth;
  return open.stack.length === 0;
}

const B = 66;
const E = 69;
const SMALL = 32;

/** `BEGIN:` or `END:` and the name, where the line is one. */
function readMark(text: string, start: number, end: number): { begins: boolean; name: string } | null {
  const first = text.charCodeAt(start) & ~SMALL;
  if ((first !== B && first !== E) || end - start > 100) return null;
  const [, mark, name] = /^(begin|end)[ \t]*:[ \t]*([a-z0-9-]+)\s*$/i.exec(text.slice(start, end)) ?? [];
  return mark === undefined ? null : { begins: mark.length === 5, name: name!.toUpperCase() };
}

function readHead(text: string, start: number, end: number, calendar: CalendarHead): void {
  const first = text.charCodeAt(start) & ~SMALL;
  if (first !== 88 && first !== 77) return;
  const [, name, value] =
    /^(x-wr-calname|x-wr-timezone|method)(?:;[^:]{0,200})?:(.{0,500})/i.exec(text.slice(start, end)) ?? [];
  if (name === undefined) return;
  if (name.toLowerCase() === 'method') calendar.method = value!.trim().toUpperCase();
  else if (name.toLowerCase() === 'x-wr-timezone') calendar.zone = value!.trim();
  else calendar.name = value!.replace(/\\([,;\\])/g, '$1').trim();
}
