// Gmail API v1, as far as it is used: users.getProfile, messages.list and get, history.list, settings.getVacation and
// updateVacation.
import type { AccountId, StandinMessage } from '../../semester/types.ts';
import type { GmailVacation } from '../auto-reply/gmail.ts';
import { type ApiAnswer, type ApiRequest, jsonAnswer } from '../exchange.ts';
import type { Mailboxes } from '../mailbox.ts';
import { Runs } from '../runs.ts';
import { googleError } from './errors.ts';
import { historyId, historyNumber, writeHistory, writeMessage } from './gmail-wire.ts';
import { parseQuery } from './query.ts';
import { answerVacation } from './vacation.ts';

const account: AccountId = 'gmail';
const reads = ['gmail.readonly', 'gmail.modify', 'gmail.metadata'];

type May = (names: readonly string[]) => boolean;

export class GmailApi {
  /** The most messages, or records of history, on a page. */
  pageLimit = 500;
  readonly #mailboxes: Mailboxes;
  readonly #vacation: GmailVacation;
  readonly #found = new Runs<StandinMessage, string>();
  readonly #history = new Runs<object, number>();

  constructor(mailboxes: Mailboxes, vacation: GmailVacation) {
    this.#mailboxes = mailboxes;
    this.#vacation = vacation;
  }

  /** `scopes` are those of the token. */
  answer(request: ApiRequest, scopes: readonly string[]): ApiAnswer {
    const may: May = (names) => names.some((name) => scopes.includes(`https://www.googleapis.com/auth/${name}`));
    const path = request.url.pathname.replace(/^\/gmail\/v1\/users\/[^/]+/, '');
    if (path === '/settings/vacation') return answerVacation(this.#vacation, request, may);
    if (!may(reads)) return googleError('scope');
    const query = request.url.searchParams;
    // A token that has this scope is held to it, whatever others it has.
    const isMetadata = may(['gmail.metadata']);
    if (path === '/profile') return this.#profile();
    if (path === '/messages') return isMetadata && query.has('q') ? googleError('metadataQuery') : this.#search(query);
    if (path === '/history') return this.#changes(query);
    const [, id = ''] = /^\/messages\/([^/]+)$/.exec(path) ?? [];
    return id === '' ? googleError('notFound') : this.#get(id, query, isMetadata);
  }

  #profile(): ApiAnswer {
    const all = this.#mailboxes.all(account);
    return jsonAnswer(200, {
      emailAddress: this.#mailboxes.accounts.find(({ id }) => id === account)!.address.email,
      messagesTotal: all.length,
      threadsTotal: new Set(all.map(({ threadId }) => threadId)).size,
      historyId: historyId(this.#mailboxes.log.number),
    });
  }

  #size(query: URLSearchParams): number {
    return Math.min(Number(query.get('maxResults') ?? 100), this.pageLimit);
  }

  #search(query: URLSearchParams): ApiAnswer {
    const q = query.get('q') ?? '';
    const test = parseQuery(q);
    if (!test) return googleError('invalid');
    const spam = query.get('includeSpamTrash') === 'true' || /(^|\s)in:(trash|anywhere)/.test(q);
    const token =
      query.get('pageToken') ?? this.#beginSearch(q, (each) => test(each) && (spam || !each.labels.includes('trash')));
    const page = this.#found.page(token, this.#size(query));
    // A page belongs to its search.
    if (page?.extra !== q) return googleError('pageToken');
    const messages = page.items.map(({ id, threadId }) => ({ id, threadId }));
    return jsonAnswer(200, {
      ...(messages.length > 0 ? { messages } : {}),
      ...(page.next ? { nextPageToken: page.next } : {}),
      resultSizeEstimate: messages.length,
    });
  }

  /** Newest first. */
  #beginSearch(q: string, test: (message: StandinMessage) => boolean): string {
    return this.#found.begin(this.#mailboxes.all(account).filter(test).reverse(), q);
  }

  #get(id: string, query: URLSearchParams, isMetadata: boolean): ApiAnswer {
    const format = query.get('format') ?? 'full';
    if (isMetadata && (format === 'full' || format === 'raw')) return googleError('metadataFormat');
    const message = this.#mailboxes.all(account).find((each) => each.id === id);
    if (!message) return googleError('notFound');
    const thread = this.#mailboxes.thread(account, message.threadId);
    const metadataHeaders = query.getAll('metadataHeaders');
    return jsonAnswer(200, writeMessage(message, thread, { format, metadataHeaders, history: 0 }));
  }

  #changes(query: URLSearchParams): ApiAnswer {
    const start = query.get('startHistoryId');
    if (start === null) return googleError('invalid');
    const given = query.get('pageToken');
    const token = given ?? this.#beginChanges(historyNumber(start), query.getAll('historyTypes'));
    if (token === null) return googleError('entityNotFound');
    const page = this.#history.page(token, this.#size(query));
    if (!page) return googleError('pageToken');
    return jsonAnswer(200, {
      ...(page.items.length > 0 ? { history: page.items } : {}),
      ...(page.next ? { nextPageToken: page.next } : {}),
      historyId: historyId(page.extra),
    });
  }

  #beginChanges(number: number, types: readonly string[]): string | null {
    const { log } = this.#mailboxes;
    const changes = log.since(account, number);
    return (
      changes &&
      this.#history.begin(
        changes.flatMap((each) => writeHistory(each, types) ?? []),
        log.number,
      )
    );
  }
}
