// Google's calendar, as far as a run over its events goes: pages of events in Google's own form, and the changes after.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const HOUR = 3_600_000;
const begin = Date.parse('2026-01-05T08:00:00Z');

export interface GoogleLike {
  origin: string;
  close(): void;
}

/** Serves `events` events, `perPage` a page; after a full run, ten changes each time it is asked. */
export async function serveGoogleLike(events: number, perPage: number): Promise<GoogleLike> {
  const pages = Array.from({ length: Math.ceil(events / perPage) }, (_, page) => composePage(page, events, perPage));
  let asked = 0;
  const server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://local');
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'authorization');
    response.setHeader('content-type', pathname === '/' ? 'text/html' : 'application/json');
    if (request.method === 'OPTIONS') response.end();
    else if (pathname === '/') response.end('<!doctype html>');
    else if (searchParams.has('syncToken')) response.end(composeChanges(++asked, events));
    else response.end(pages[Number(searchParams.get('pageToken') ?? 0)]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

function composePage(page: number, events: number, perPage: number): string {
  const first = page * perPage;
  const last = Math.min(events, first + perPage);
  const items = Array.from({ length: last - first }, (_, index) => composeEvent(first + index));
  return JSON.stringify({ items, ...(last < events ? { nextPageToken: `${page + 1}` } : { nextSyncToken: 's0' }) });
}

function composeChanges(asked: number, events: number): string {
  const items = Array.from({ length: 10 }, (_, index) => {
    return { ...composeEvent((index * 97 + asked) % events), summary: `Renamed ${asked}` };
  });
  return JSON.stringify({ items, nextSyncToken: `s${asked}` });
}

const person = (index: number) => ({ email: `mentee.${index}@uni.example`, displayName: `Mentee ${index}` });

function composeEvent(index: number): object {
  // In a term there are not so many hours: several stand side by side.
  const start = begin + (index % 2000) * HOUR;
  const id = `${(index * 7919 + 1_000_003).toString(32)}0k5v9q3c7e1g${index}`;
  return {
    kind: 'calendar#event',
    id,
    status: 'confirmed',
    summary: `Meeting ${index}`,
    iCalUID: `${id}@google.com`,
    start: { dateTime: new Date(start).toISOString(), timeZone: 'America/Toronto' },
    end: { dateTime: new Date(start + HOUR).toISOString(), timeZone: 'America/Toronto' },
    organizer: { email: 'me@uni.example', self: true },
    attendees: [
      { ...person(index % 20), responseStatus: 'accepted' },
      { email: 'me@uni.example', self: true, organizer: true, responseStatus: 'accepted' },
    ],
    eventType: 'default',
  };
}
