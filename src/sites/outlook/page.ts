// The whole page found once: rows, open thread, and all their dates read together.
import type { ReadOptions } from '../site.ts';
import { readDates } from './page-dates.ts';
import { type FoundMessage, findMessages, findOtherDate, findPane, readDateText } from './panes.ts';
import { type FoundRow, findRows } from './rows.ts';

export interface FoundPage {
  language: string;
  rows: FoundRow[];
  pane: Element | undefined;
  messages: FoundMessage[];
}

export function findPage(document: Document): FoundPage {
  const language = (document.documentElement?.getAttribute('lang') ?? '').slice(0, 35);
  const pane = findPane(document);
  return { language, rows: findRows(document, language), pane, messages: pane ? findMessages(pane, language) : [] };
}

/** Instants of rows and messages, and how often two ways to read a date's order, or a message's date, disagreed. */
export interface PageTimes {
  rows: (string | undefined)[];
  messages: (string | undefined)[];
  order: number;
  time: number;
}

export function readTimes({ language, rows, messages }: FoundPage, options: ReadOptions | undefined): PageTimes {
  const texts = [
    ...rows.map(({ date }) => date?.getAttribute('title') ?? ''),
    ...messages.map(({ mark }) => readDateText(mark, language)),
    ...messages.map((message) => readDateText(findOtherDate(message), language)),
  ];
  const { instants, disagreements } = readDates(texts, options, language);
  const first = instants.slice(rows.length, rows.length + messages.length);
  const second = instants.slice(rows.length + messages.length);
  const differs = first.map((at, index) => at && second[index] && at !== second[index]);
  return {
    rows: instants,
    // Two dates on one message that differ tell none.
    messages: first.map((at, index) => (differs[index] ? undefined : (at ?? second[index]))),
    order: disagreements,
    time: differs.filter(Boolean).length,
  };
}
