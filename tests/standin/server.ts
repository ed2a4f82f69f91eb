// The stand-in web: one HTTPS server on this machine that plays the hosts the extension meets. The browser is told to
// look for every host here, so the unchanged extension runs against the real addresses, and nothing leaves the machine.
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Draft } from './semester/post.ts';
import type { Semester, StandinMessage } from './semester/types.ts';
import { type Look, plainLook } from './server/look.ts';
import { Mailboxes } from './server/mailbox.ts';
import { answer, type World } from './server/routes.ts';

export interface Standin {
  port: number;
  /** Puts a message into a mailbox, as if it had just arrived or been sent elsewhere. Open tabs show it. */
  deliver(draft: Draft): StandinMessage;
  /** All messages of all mailboxes, oldest first. */
  state(): readonly StandinMessage[];
  /** Changes the looks of every page loaded from here on, and of open tabs. */
  setLook(look: Partial<Look>): void;
  /** Gmail's next redesign: rows and threads are still there, and nothing carries the name it had. */
  breakGmail(broken?: boolean): void;
  /** Every request so far, as `host path`. */
  requests: string[];
  close(): Promise<void>;
}

export async function startStandin(options: {
  semester: Semester;
  port?: number;
  look?: Partial<Look>;
}): Promise<Standin> {
  const mailboxes = new Mailboxes(options.semester);
  const world: World = { mailboxes, look: { ...plainLook, ...options.look }, broken: false };
  const requests: string[] = [];
  // A key that guards nothing: it is public, and only names this machine.
  const pem = readFileSync(new URL('./server/localhost.pem', import.meta.url));
  const server = createServer({ key: pem, cert: pem }, (request, response) => {
    requests.push(`${request.headers.host} ${request.url}`);
    handle(world, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    deliver: (draft) => mailboxes.deliver(draft),
    state: () => mailboxes.messages,
    setLook(look) {
      world.look = { ...world.look, ...look };
      mailboxes.changed();
    },
    breakGmail(broken = true) {
      world.broken = broken;
      mailboxes.changed();
    },
    requests,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function handle(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const host = request.headers.host ?? '';
  const url = new URL(request.url ?? '/', `https://${host}`);
  const body = request.method === 'POST' ? await readJson(request) : undefined;
  const given = answer(world, url.hostname, url, body);
  response.writeHead(given.status, { 'content-type': given.type, 'cache-control': 'no-store', ...given.headers });
  response.end(given.body);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}
