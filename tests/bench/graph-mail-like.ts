// Microsoft's mail, as far as a first run over its folders goes: pages of messages in Graph's own form.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const MINUTE = 60_000;
const begin = Date.parse('2026-01-05T08:00:00Z');
export const MENTEES = 20;

export interface GraphMailLike {
  origin: string;
  close(): void;
}

/** Serves so many messages in each folder, `perPage` a page; all of them are between the mentor and mentees. */
export async function serveGraphMailLike(folders: Record<string, number>, perPage: number): Promise<GraphMailLike> {
  const pages = new Map<string, string>();
  for (const [folder, messages] of Object.entries(folders)) {
    for (let page = 0; page * perPage < messages || page === 0; page++) {
      pages.set(`${folder} ${page}`, composePage(folder, page, messages, perPage));
    }
  }
  const server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://local');
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*, authorization');
    response.setHeader('content-type', pathname === '/' ? 'text/html' : 'application/json');
    const folder = pathname.match(/mailFolders\/(\w+)\/messages\/delta$/)?.[1];
    if (request.method === 'OPTIONS') response.end();
    else if (pathname === '/') response.end('<!doctype html>');
    else response.end(pages.get(`${folder} ${Number(searchParams.get('$skiptoken') ?? 0)}`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

function composePage(folder: string, page: number, messages: number, perPage: number): string {
  const first = page * perPage;
  const last = Math.min(messages, first + perPage);
  const link = `https://graph.microsoft.com/v1.0/me/mailFolders/${folder}/messages/delta`;
  const value = Array.from({ length: last - first }, (_, index) => composeMessage(folder, first + index));
  const next = last < messages ? { '@odata.nextLink': `${link}?$skiptoken=${page + 1}` } : {};
  const end = last < messages ? {} : { '@odata.deltaLink': `${link}?$deltatoken=1` };
  return JSON.stringify({ value, ...next, ...end });
}

const recipient = (address: string, name: string) => ({ emailAddress: { name, address } });
const me = recipient('me@uni.example', 'Robin Example');
const mentee = (index: number) => recipient(`mentee.${index}@uni.example`, `Mentee ${index}`);

function composeMessage(folder: string, index: number): object {
  const at = new Date(begin + index * 7 * MINUTE).toISOString().replace('.000Z', 'Z');
  const id = `AAMkAGI1${btoa(`${folder} ${index}`.padEnd(84, '.'))}AAA`;
  const them = mentee(index % MENTEES);
  const isSent = folder === 'sentitems';
  return {
    '@odata.type': '#microsoft.graph.message',
    '@odata.etag': `W/"CQAAABYAAAB${index}"`,
    id,
    conversationId: `AAQkAGI1${btoa(`conversation ${Math.floor(index / 4)} ${index % MENTEES}`.padEnd(36, '.'))}AA=`,
    internetMessageId: `<${folder}.${index}@uni.example>`,
    ...(!isSent && {
      internetMessageHeaders: [
        { name: 'Received', value: 'from mail.uni.example (10.0.0.1) by mx.uni.example with HTTPS' },
        { name: 'Content-Type', value: 'text/plain; charset="utf-8"' },
        { name: 'MIME-Version', value: '1.0' },
      ],
    }),
    subject: `Question ${Math.floor(index / 4)}`,
    from: isSent ? me : them,
    sender: isSent ? me : them,
    replyTo: [],
    toRecipients: [isSent ? them : me],
    ccRecipients: [],
    bccRecipients: [],
    receivedDateTime: at,
    sentDateTime: at,
    isDraft: false,
  };
}
