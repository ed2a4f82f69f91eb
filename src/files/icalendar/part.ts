// A component as ical.js reads it: jCal (RFC 7265). A line that it cannot read is named and left out, the rest is kept.
import ICAL from 'ical.js';
import type { Report } from './problem.ts';
import type { Block } from './scan.ts';

// A date without VALUE=DATE is common, and otherwise refused.
(ICAL.design as { strict: boolean }).strict = false;

/** Name and type in lower case, parameters, values. */
export type Prop = [string, Record<string, string | string[]>, string, ...unknown[]];
/** Name in lower case, properties, components. */
export type Part = [string, Prop[], Part[]];

export function findProps(part: Part, name: string): Prop[] {
  return part[1].filter((prop) => prop[0] === name);
}

/** A property's first value as text; empty when there is none. */
export function getText(part: Part, name: string): string {
  const prop = part[1].find((each) => each[0] === name);
  const value = prop?.[3];
  return typeof value === 'string' ? value : '';
}

/** A parameter as text; of several values the first. */
export function getParam(prop: Prop, name: string): string {
  const value = prop[1][name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** Characters of a component that are read at once: more would keep the page from drawing for seconds. */
const LARGE = 1_000_000;

/** What nothing is read of, and large events consist of. */
const idle = /^(?:attach|comment|description|styled-description|x-alt-desc)[;:]/i;

/** ical.js reads blanks in a rule as part of a name or value. */
const blankInRule = /^[EX]?RRULE[^:\n]*:[^\n]*[ \t](?=\S)/im;

export function parseBlock(text: string, block: Block, report: Report): Part | null {
  const own = text.slice(block.start, block.end);
  if (block.cut) report(block.line, 'cut', block.name);
  else if (own.length <= LARGE && !blankInRule.test(own)) {
    const whole = tryParse(own);
    if (whole !== null) return whole;
  }
  return parseLines(own, block, report);
}

function tryParse(text: string): Part | null {
  try {
    const part = ICAL.parse(text) as unknown as Part;
    return Array.isArray(part) && typeof part[0] === 'string' && Array.isArray(part[1]) ? part : null;
  } catch {
    return null;
  }
}

function parseLines(text: string, block: Block, report: Report): Part | null {
  const root: Part = ['', [], []];
  const open: Part[] = [root];
  const fits = makeRoom(text, block, report);
  for (const { line, content } of unfold(text, block.line)) {
    const [, mark, name] = /^(begin|end)[ \t]*:[ \t]*([a-z0-9-]+)\s*$/i.exec(content) ?? [];
    if (mark?.length === 5) {
      const part: Part = [name!.toLowerCase(), [], []];
      open.at(-1)![2].push(part);
      if (open.length < 20) open.push(part);
    } else if (mark !== undefined) {
      if (open.length > 1) open.pop();
    } else if (content.trim() !== '' && fits(content, line)) addProp(open.at(-1)!, content, line, report);
  }
  return root[2][0] ?? null;
}

/** Of a large component what fits is read; that some did not is told once, by its first line. */
function makeRoom(text: string, block: Block, report: Report): (content: string, line: number) => boolean {
  if (text.length <= LARGE) return () => true;
  let room = LARGE;
  let isTold = false;
  return (content, line) => {
    if (idle.test(content)) return false;
    if (content.length > room) {
      if (!isTold) report(line, 'too-long', block.name);
      isTold = true;
      return false;
    }
    room -= content.length;
    return true;
  };
}

function addProp(part: Part, content: string, line: number, report: Report): void {
  const name = /^[a-z0-9-]+(?=[;:])/i.exec(content)?.[0] ?? '';
  const isRule = /^(x|r)?rrule$|^exrule$/i.test(name);
  const prop = name === '' ? null : tryProp(isRule ? tidyRule(content) : content);
  if (prop !== null) part[1].push(prop);
  else if (isRule) report(line, 'cannot-expand', 'unreadable');
  else report(line, 'broken-line', name.toUpperCase());
}

function tidyRule(content: string): string {
  const colon = content.indexOf(':');
  return content.slice(0, colon + 1) + content.slice(colon + 1).replace(/\s+/g, '');
}

function tryProp(content: string): Prop | null {
  try {
    return (ICAL.parse.property(content) as unknown as Prop | undefined) ?? null;
  } catch {
    return null;
  }
}

/** Lines as they were before folding (RFC 5545, 3.1), each with the line it begins on. */
function* unfold(text: string, first: number): Generator<{ line: number; content: string }> {
  let current: { line: number; content: string } | null = null;
  let line = first - 1;
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const content = text.slice(at, text[end - 1] === '\r' ? end - 1 : end);
    at = end + 1;
    line += 1;
    if (current !== null && /^[ \t]/.test(content)) current.content += content.slice(1);
    else {
      if (current !== null) yield current;
      current = { line, content };
    }
  }
  if (current !== null) yield current;
}
