// Documents to read: a capture's, whole or with the chips and columns a test names.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { sharedPath } from '../../shared.ts';

export const PRAGUE = { zone: 'Europe/Prague' };

const base64 = (text: string) => btoa(text).replace(/=+$/, '');

/** `data-eventid` as the page writes it. */
export const eventId = (id: string, calendar = 'mentor.example@m') => base64(`${id} ${calendar}`);

export function pageOf(html: string): Document {
  return new JSDOM(html.startsWith('<!doctype') ? html : `<!doctype html>${html}`, {
    url: 'https://calendar.google.com/calendar/u/0/r/week',
  }).window.document;
}

/** The derived captures have words where the base64 values stood. */
export function capture(name: string): Document {
  const html = readFileSync(sharedPath('captures', 'google-calendar', name) ?? '', 'utf8');
  return pageOf(html.replace(/__EVENT_(\w+?)__/g, (_all, word: string) => eventId(`event${word.toLowerCase()}`)));
}

interface ChipParts {
  id?: string;
  calendar?: string;
  title?: string;
  label?: string;
  /** Minutes of the day. */
  start?: number;
  minutes?: number;
  scale?: number;
  style?: string;
  attributes?: string;
}

/** A chip in the shape of the capture of 2025. */
export function chip(parts: ChipParts = {}): string {
  const { id = 'eventone', calendar, title = 'Mentoring Kim', start = 1200, minutes = 60, scale = 48 } = parts;
  const { label = '8pm to 9pm, Mentoring Kim, Sam Example, No location, December 4, 2025', attributes = '' } = parts;
  const top = (start / 60) * scale - 1;
  const style = parts.style ?? `top: ${top}px; height: ${(minutes / 60) * scale - 2}px; left: calc(0% + 0px)`;
  return `<div role="button" data-eventchip="" data-eventid="${eventId(id, calendar)}" style="${style}" ${attributes}>
    <div class="XuJrye">${label}</div><div aria-hidden="true"><div><span>${title}</span></div><div>8 - 9pm</div></div></div>`;
}

export function dateKey(date: string): number {
  const { year, month, day } = Temporal.PlainDate.from(date);
  return (year - 1970) * 512 + month * 32 + day;
}

/** A week: columns from `from` on, each with the chips given for its date; all-day chips apart. */
export function week(
  from: string,
  chips: Record<string, string>,
  { allDay = '', lang = 'en', days = 7, head = '' } = {},
): Document {
  const first = Temporal.PlainDate.from(from);
  const dates = Array.from({ length: days }, (_, index) => first.add({ days: index }).toString());
  const columns = dates.map(
    (date) => `<div role="gridcell" data-datekey="${dateKey(date)}">${chips[date] ?? ''}</div>`,
  );
  return pageOf(
    `<!doctype html><html lang="${lang}"><body><div role="main">${head}<div role="gridcell">${allDay}</div>${columns.join('')}</div></body></html>`,
  );
}
