// Documents to read: tiles in the shape of derived_month-cells-and-tile_2026-09, and a capture's.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { sharedPath } from '../../shared.ts';

export const LONDON = { zone: 'Europe/London' };

export function pageOf(body: string): Document {
  return new JSDOM(`<!doctype html><html lang="en"><body>${body}</body></html>`, {
    url: 'https://outlook.office.com/calendar/view/week',
  }).window.document;
}

export function capture(name: string): string {
  return readFileSync(sharedPath('captures', 'outlook-calendar', name) ?? '', 'utf8');
}

export function recordedLabels(): string[] {
  const { labels } = JSON.parse(capture('event-labels.json')) as { labels: { label: string }[] };
  return labels.map(({ label }) => label);
}

const escapeText = (text: string) => text.replace(/[&<>"\n]/g, (one) => `&#${one.charCodeAt(0)};`);

export function tile(label: string, { id = 'AAMkAD1', title = '', shown = '' } = {}): string {
  return `<div data-calitemid="${escapeText(id)}"><div role="button" aria-label="${escapeText(label)}"${
    title && ` title="${escapeText(title)}"`
  }><div>${shown && `<time>${shown}</time>`}<span>event</span></div></div></div>`;
}
