// Documents to read: a capture's or a few lines of markup, at one of Outlook's addresses.
import { JSDOM } from 'jsdom';
import type { ReadOptions } from '../../../src/sites/site.ts';

export const NEW_YORK: ReadOptions = { zone: 'America/New_York' };

/** `Temporal` prints `Z` and whole seconds; so do tests. */
export function at(local: string, zone = 'America/New_York'): string {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString();
}

export function page(body: string, { path = '/mail/', lang = '' } = {}): Document {
  const html = `<!doctype html><html${lang && ` lang="${lang}"`}><body>${body}</body></html>`;
  return new JSDOM(html, { url: `https://outlook.office.com${path}` }).window.document;
}

export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
}

interface RowParts {
  id?: string;
  from?: string;
  email?: string;
  subject?: string;
  date?: string;
  shown?: string;
  label?: string;
  attributes?: string;
  weight?: number;
}

/** A row in the shape of `derived_list-rows_2026-09`, with the hooks other captures have (`data-convid`, `span[title]`). */
export function row(parts: RowParts): string {
  const { id, from = 'Ada', email, subject = 'Hello', date, shown = '12:28 AM', attributes = '', weight } = parts;
  const label = parts.label ?? `${from} ${subject} ${shown} preview`;
  return `<div role="option"${id ? ` data-convid="${escapeText(id)}"` : ''} aria-label="${escapeText(label)}" ${attributes}>
    <span role="img" aria-label="${escapeText(from)}">A</span>
    <div><span${email ? ` title="${escapeText(email)}"` : ''}>${escapeText(from)}</span></div>
    <div><span${weight ? ` style="font-weight: ${weight}"` : ''}>${escapeText(subject)}</span>${
      date ? `<span title="${escapeText(date)}">${escapeText(shown)}</span>` : ''
    }</div>
    <span>preview of the mail</span></div>`;
}

export function list(...rows: string[]): string {
  return `<div id="MailList"><div role="listbox">${rows.join('')}</div></div>`;
}

interface MessageParts {
  id?: string;
  from?: string;
  to?: string;
  cc?: string;
  date?: string;
  body?: string;
}

/** An open message with the ids and test ids of PAGE-FACTS section 3. */
export function message({ id = 'QAEIJBK8QAA', from, to, cc, date, body = '<p>Hi</p>' }: MessageParts): string {
  const head = (part: string, text: string | undefined) =>
    text === undefined ? '' : `<div id="MSG_${id}_${part}" role="heading">${text}</div>`;
  const time = date && `<div data-testid="SentReceivedSavedTime" role="heading" id="MSG_${id}_DATETIME">${date}</div>`;
  return `<div>${head('FROM', from)}${head('TO', to)}${head('CC', cc)}${time ?? ''}
    <div role="document"><div id="UniqueMessageBody_1">${body}</div></div></div>`;
}

export function pane(id: string | null, content: string, attributes = ''): string {
  return `<div role="main"><div id="ConversationReadingPaneContainer"${
    id === null ? '' : ` data-convid="${id}"`
  } ${attributes}>${content}</div></div>`;
}
