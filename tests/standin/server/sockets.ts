// Requests and answers of sockets, as the rest of the stand-in knows them.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiRequest, Outcome } from './exchange.ts';
import { answer, type World } from './routes.ts';

export async function readRequest(host: string, request: IncomingMessage): Promise<ApiRequest> {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const url = new URL(request.url ?? '/', `https://${host}`);
  return { method: request.method ?? 'GET', url, headers, body: await readText(request) };
}

/** Sends an answer, or breaks the line, or says nothing. */
export function send(outcome: Outcome, response: ServerResponse): void {
  if (outcome === 'hang') return;
  if (outcome === 'cut') {
    response.destroy();
    return;
  }
  const { status, headers, body } = outcome;
  response.writeHead(status, { 'cache-control': 'no-store', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A page, or the data of one. */
export async function servePage(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const host = request.headers.host ?? '';
  const url = new URL(request.url ?? '/', `https://${host}`);
  const text = request.method === 'POST' ? await readText(request) : '';
  const given = answer(world, url.hostname, url, text === '' ? undefined : JSON.parse(text));
  response.writeHead(given.status, { 'content-type': given.type, 'cache-control': 'no-store', ...given.headers });
  response.end(given.body);
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
