// A calendar file read step by step, so that a page may draw in between and stop: components first, then what they make.

import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import { findExactZone } from '../../domain/time/zone-names.ts';
import { composeEvent, readSaid, type Said } from './compose-event.ts';
import { type Entry, readEntry } from './entry.ts';
import { parseBlock } from './part.ts';
import { type CalendarFileProblem, makeReport, type Report } from './problem.ts';
import type { Tools } from './recurrence.ts';
import type { Budget } from './rule.ts';
import { scanBlocks } from './scan.ts';
import { findOccurrences } from './series.ts';
import { makeZones } from './zones.ts';

export interface CalendarFileOptions {
  /** The window, instants; `to` is exclusive. */
  from: string;
  to: string;
  /** The reader's own zone: floating times are by it, and days begin by it. */
  zone: string;
  /** The reader's own addresses: whose answer to an invitation is theirs. */
  me?: readonly string[];
  onProblem?: (problem: CalendarFileProblem) => void;
  /** Milliseconds that one rule may take, and ten times as much all of them; 900 unless told. */
  patience?: number;
  /** Events in the window, of which more are refused; 100 000 unless told. */
  most?: number;
}

/** How far reading has come, of 1. */
export type Progress = number;

/**
 * Characters. The largest calendars that people export, of ten years and more, have some ten million; this is reached by
 * files that are no calendars of one person, and keeps what is held in memory within bounds.
 */
const MOST_TEXT = 120_000_000;
/** What a person's calendar has in two years is some thousands; so many would slow all that looks at events. */
const MOST_EVENTS = 100_000;
const PATIENCE = 900;
const DAY = 86_400;
const YEAR = 366 * DAY;

export function* readSteps(input: string, options: CalendarFileOptions): Generator<Progress, CalendarEvent[]> {
  const report = makeReport(options.onProblem);
  if (input.length > MOST_TEXT) return refuse(report, 'too-large');
  const text = tidy(input);
  const tools = makeTools(options, report);
  const seen = { calendar: false };
  const groups = new Map<string, Entry[]>();
  for (const at of collect(text, seen, groups, tools)) yield (at / text.length) * 0.7;
  if (!seen.calendar) return refuse(report, 'not-a-calendar');
  return yield* compose(groups, tools, options);
}

function refuse(report: Report, code: 'too-large' | 'too-many' | 'not-a-calendar'): CalendarEvent[] {
  report(1, code);
  return [];
}

/** Lines that end in a return alone, and a file that is indented as a whole. */
function tidy(input: string): string {
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input;
  const lines = text.includes('\n') ? text : text.replaceAll('\r', '\n');
  const indent = /^\s*?([ \t]+)BEGIN:/i.exec(lines.slice(0, 2000))?.[1];
  return indent === undefined ? lines : lines.replaceAll(`\n${indent}`, '\n').slice(indent.length);
}

function makeTools(options: CalendarFileOptions, report: Report): Tools {
  const seconds = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds / 1000;
  const window = { from: seconds(options.from), to: seconds(options.to) };
  const { patience = PATIENCE } = options;
  const budget: Budget = { left: 10 * patience, each: patience };
  const zones = makeZones(findExactZone(options.zone) ?? 'UTC', window.to + YEAR, budget, report);
  return { window, zones, budget, report };
}

/** Zones are wanted before the events that name them, wherever they stand: two runs. */
function* collect(
  text: string,
  seen: { calendar: boolean },
  groups: Map<string, Entry[]>,
  tools: Tools,
): Generator<number> {
  const { zones, report } = tools;
  const blocks = [];
  for (const block of scanBlocks(text, seen)) {
    if (block.name === 'VEVENT' || block.name === 'VTODO') blocks.push(block);
    else if (block.name === 'VTIMEZONE') {
      const part = parseBlock(text, block, report);
      if (part !== null) zones.define(part);
    }
    yield 0;
  }
  for (const block of blocks) {
    const part = parseBlock(text, block, report);
    const entry = part && readEntry(part, block, zones, report);
    if (entry) gather(groups, isFar(entry, tools) ? { ...entry, part: ['', [], []] } : entry);
    yield block.end;
  }
}

/** Of what never comes into the window only the uid and the SEQUENCE are wanted: a large file is mostly that. */
function isFar({ recurs, recurrence, start, length }: Entry, { window }: Tools): boolean {
  if (recurs || recurrence !== undefined) return false;
  return start.wall + length < window.from - 2 * DAY || start.wall > window.to + 2 * DAY;
}

/** Entries of one uid make one group; those without a uid stand alone. */
function gather(groups: Map<string, Entry[]>, entry: Entry): void {
  const key = entry.uid === '' ? ` ${groups.size}` : entry.uid;
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [entry]);
  else group.push(entry);
}

function* compose(
  groups: Map<string, Entry[]>,
  tools: Tools,
  { me: own, most = MOST_EVENTS }: CalendarFileOptions,
): Generator<Progress, CalendarEvent[]> {
  const me = new Set(own?.map((email) => email.toLowerCase()));
  const events = new Map<string, CalendarEvent>();
  let done = 0;
  for (const entries of groups.values()) {
    const said = new Map<string, Said>();
    for (const occurrence of findOccurrences(entries, tools)) {
      const key = `${occurrence.entry.line} ${occurrence.original !== undefined}`;
      if (!said.has(key)) said.set(key, readSaid(occurrence, me));
      const event = composeEvent(occurrence, said.get(key)!);
      const id = events.has(event.id) ? `${event.id} ${event.start}` : event.id;
      events.set(id, id === event.id ? event : { ...event, id });
    }
    if (events.size > most) return refuse(tools.report, 'too-many');
    done += 1;
    yield 0.7 + (done / groups.size) * 0.3;
  }
  return [...events.values()];
}
