// The whole page found once: rows, open thread, and all their dates read together.
import type { ReadOptions } from '../site.ts';
import { type DateWords, dateWords } from './date-words.ts';
import { readDates } from './page-dates.ts';
import { tidy } from './page-text.ts';
import { type FoundMessage, findMessages, findPane, readDateText } from './panes.ts';
import { type FoundRow, findRows } from './rows.ts';

export interface FoundPage {
  rows: FoundRow[];
  pane: Element | null;
  messages: FoundMessage[];
  words: DateWords;
}

export function findPage(document: Document): FoundPage {
  const words = wordsOf(document);
  const pane = findPane(document);
  return { rows: findRows(document, words), pane, messages: pane ? findMessages(pane, words) : [], words };
}

export function wordsOf(document: Document): DateWords {
  return dateWords(languageOf(document));
}

function languageOf(document: Document): string {
  return document.documentElement?.getAttribute('lang')?.trim().slice(0, 35) ?? '';
}

/** Instants of rows and messages; `disagreements` by the fact's name. */
export interface PageTimes {
  rows: (string | undefined)[];
  messages: (string | undefined)[];
  dateOrder: number;
  time: number;
}

export function readTimes(document: Document, page: FoundPage, options: ReadOptions | undefined): PageTimes {
  const { rows, messages, words } = page;
  const rowTexts = rows.map(({ date }) => tidy(date?.getAttribute('title'), 100));
  const texts = messages.map(({ mark }) => readDateText(mark, words) ?? '');
  const otherTexts = messages.map(({ otherDate }) => (otherDate && readDateText(otherDate, words)) ?? '');
  const dates = readDates([...rowTexts, ...texts, ...otherTexts], options, languageOf(document));
  const first = dates.instants.slice(rows.length, rows.length + messages.length);
  const second = dates.instants.slice(rows.length + messages.length);
  const differ = first.map((at, index) => at !== undefined && second[index] !== undefined && at !== second[index]);
  return {
    rows: dates.instants.slice(0, rows.length),
    // Two dates on one message that differ tell none.
    messages: first.map((at, index) => (differ[index] ? undefined : (at ?? second[index]))),
    dateOrder: dates.disagreements,
    time: differ.filter(Boolean).length,
  };
}
