// A Gmail in memory, as far as reading mail needs it: search by addresses, headers, history. Requests are kept.
import type { Asked } from '../fake-web.ts';

export interface FakeMessage {
  id: string;
  threadId?: string;
  labelIds?: string[];
  internalDate?: string | number;
  headers: Record<string, string>;
  mimeType?: string;
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

export class FakeGmail {
  readonly asked: Asked[] = [];
  messages: FakeMessage[] = [];
  history: object[] = [];
  historyId = '100';
  /** The oldest history that is still known. */
  oldest = 1;
  /** Found by search, and gone when asked for. */
  vanished: string[] = [];
  pageSize = 50;
  /** True: a search finds everything, as one that matched an alias would. */
  findsAll = false;

  fetch: typeof fetch = async (input, init = {}) => {
    const url = new URL(String(input));
    const headers = new Headers(init.headers);
    this.asked.push({ url, method: init.method ?? 'GET', headers, body: new URLSearchParams(), init });
    const path = url.pathname.replace('/gmail/v1/users/me/', '');
    if (path === 'profile') return json({ emailAddress: 'robin@school.example', historyId: this.historyId });
    if (path === 'messages') return json(this.#search(url.searchParams));
    if (path === 'history') return this.#tell(url.searchParams);
    return this.#get(path.replace('messages/', ''));
  };

  #search(asked: URLSearchParams): object {
    const addresses = [...asked.get('q')!.matchAll(/from:(\S+)/g)].map(([, address]) => address!);
    const found = this.messages.filter(({ headers }) => {
      const said = Object.values(headers).join(' ').toLowerCase();
      return this.findsAll || addresses.some((address) => said.includes(address));
    });
    return this.#page(found, asked, 'messages', ({ id, threadId = id }) => ({ id, threadId }));
  }

  #tell(asked: URLSearchParams): Response {
    const since = Number(asked.get('startHistoryId'));
    if (since < this.oldest) return json({ error: { code: 404, errors: [{ reason: 'notFound' }] } }, 404);
    return json({ ...this.#page(this.history, asked, 'history', (each) => each), historyId: this.historyId });
  }

  #page<T>(all: T[], asked: URLSearchParams, name: string, show: (each: T) => object): object {
    const at = Number(asked.get('pageToken') ?? 0);
    const next = at + this.pageSize;
    return {
      [name]: all.slice(at, next).map(show),
      ...(next < all.length && { nextPageToken: String(next) }),
    };
  }

  #get(id: string): Response {
    const message = this.messages.find((each) => each.id === id);
    if (!message || this.vanished.includes(id)) return json({ error: { code: 404 } }, 404);
    const { headers, mimeType = 'text/plain', ...rest } = message;
    const payload = { mimeType, headers: Object.entries(headers).map(([name, value]) => ({ name, value })) };
    return json({ threadId: id, internalDate: '1773050400000', labelIds: ['INBOX'], ...rest, payload });
  }

  /** What was searched for. */
  get searches(): string[] {
    return this.asked.flatMap(({ url }) => url.searchParams.get('q') ?? []);
  }
}
