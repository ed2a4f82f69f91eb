// Microsoft Graph v1.0, as far as mail is read: a folder's messages by delta.
import type { AccountId, Label, StandinMessage } from '../../semester/types.ts';
import { type ApiAnswer, type ApiRequest, jsonAnswer } from '../exchange.ts';
import type { MailChange } from '../mail-log.ts';
import type { Mailboxes } from '../mailbox.ts';
import { Runs, seal, unseal } from '../runs.ts';
import { graphError } from './errors.ts';
import {
  bodyFields,
  folders,
  graphMessageId,
  pickSelected,
  writeFields,
  writeGone,
  writeMessage,
  writeRead,
} from './mail-wire.ts';

/** What a token remembers of the request that began it. */
interface Track {
  number: number;
  folder: Label;
  select: string[] | null;
  /** Only what came at or after this instant. */
  since: string | null;
}

interface Item {
  message: StandinMessage;
  what: 'whole' | 'read' | 'gone';
}

const base = 'https://graph.microsoft.com/v1.0';
const account: AccountId = 'outlook';

export class GraphMail {
  /** The most messages on a page. */
  pageLimit = 1000;
  /** The most messages that a run with a filter tells of (learn.microsoft.com/graph/delta-query-messages). */
  mostFiltered = 5000;
  readonly #mailboxes: Mailboxes;
  readonly #runs = new Runs<Item, Track>();

  constructor(mailboxes: Mailboxes) {
    this.#mailboxes = mailboxes;
  }

  /** `path` begins after `/me`. `may` tells whether the token has one of these scopes. */
  answer(request: ApiRequest, path: string, may: (...names: string[]) => boolean): ApiAnswer {
    const hasBodies = may('Mail.Read', 'Mail.ReadWrite');
    if (!hasBodies && !may('Mail.ReadBasic')) return graphError('denied');
    const [, name = ''] = /^\/mailFolders\/([^/]+)\/messages\/delta(\(\))?$/i.exec(path) ?? [];
    if (name === '') return graphError('badRequest');
    const folder = folders[decodeURIComponent(name).toLowerCase()];
    return folder ? this.#track(folder, request, hasBodies) : graphError('folder');
  }

  #track(folder: Label, request: ApiRequest, hasBodies: boolean): ApiAnswer {
    const query = request.url.searchParams;
    const skip = query.get('$skiptoken');
    const delta = query.get('$deltatoken');
    const track = skip === null && delta === null ? this.#readTrack(folder, query) : null;
    if (skip === null && delta === null && !track) return graphError('mailQuery');
    if (!hasBodies && track?.select?.some((name) => bodyFields.includes(name))) return graphError('denied');
    const token = skip ?? (track ? this.#runs.begin(this.#listAll(track), track) : this.#beginChanges(folder, delta!));
    const size = Math.min(
      Number(/odata\.maxpagesize=(\d+)/i.exec(request.headers.prefer ?? '')?.[1] ?? 10),
      this.pageLimit,
    );
    const page = token === null ? null : this.#runs.page(token, size);
    if (page?.extra.folder !== folder)
      return graphError('syncState', { location: `${base}${request.url.pathname.slice(5)}` });
    const link = (name: string, value: string) => `${base}${request.url.pathname.slice(5)}?${name}=${value}`;
    const immutable = /IdType="ImmutableId"/i.test(request.headers.prefer ?? '');
    return jsonAnswer(
      200,
      {
        '@odata.context': `${base}/$metadata#Collection(message)`,
        ...(page.next
          ? { '@odata.nextLink': link('$skiptoken', page.next) }
          : { '@odata.deltaLink': link('$deltatoken', seal(page.extra)) }),
        value: page.items.map((item) => this.#write(item, page.extra, immutable, hasBodies)),
      },
      { 'preference-applied': `odata.maxpagesize=${size}` },
    );
  }

  /** Null for a query that change tracking does not take. */
  #readTrack(folder: Label, query: URLSearchParams): Track | null {
    const order = query.get('$orderby');
    if (query.has('$top') || (order !== null && !/^receivedDateTime desc$/i.test(order))) return null;
    const filter = query.get('$filter');
    const [, since] = /^receivedDateTime g[et] (\d{4}-\d\d-\d\dT[\d:.]+Z)$/i.exec(filter ?? '') ?? [];
    if (filter !== null && since === undefined) return null;
    const select = query.get('$select')?.split(',') ?? null;
    const [any] = this.#mailboxes.all(account);
    if (any && !pickSelected(writeFields(any, []), select)) return null;
    return { number: this.#mailboxes.log.number, folder, select, since: since ?? null };
  }

  /** Newest first; with a filter, no more than Graph gives. */
  #listAll({ folder, since }: Track): Item[] {
    const all = this.#mailboxes
      .all(account)
      .filter((message) => message.labels[0] === folder && isWanted(message, since))
      .reverse();
    return (since === null ? all : all.slice(0, this.mostFiltered)).map((message) => ({ message, what: 'whole' }));
  }

  #beginChanges(folder: Label, token: string): string | null {
    const track = unseal<Track>(token);
    if (track?.folder !== folder) return null;
    const changes = this.#mailboxes.log.since(account, track.number);
    if (!changes) return null;
    const existing = new Set(this.#mailboxes.all(account));
    const items = [...Map.groupBy(changes, ({ message }) => message)].flatMap(([message, each]): Item[] => {
      const what = tellChange(folder, each, existing.has(message) && message.labels[0] === folder);
      return what && (what === 'gone' || isWanted(message, track.since)) ? [{ message, what }] : [];
    });
    return this.#runs.begin(items, { ...track, number: this.#mailboxes.log.number });
  }

  #write({ message, what }: Item, { select }: Track, immutable: boolean, hasBodies: boolean): object {
    const id = graphMessageId(message, immutable);
    if (what === 'gone') return writeGone(id);
    if (what === 'read') return writeRead({ id, message });
    const fields = writeFields(message, this.#mailboxes.thread(account, message.threadId));
    if (!hasBodies) for (const name of bodyFields) delete fields[name];
    return writeMessage({ id, message }, pickSelected(fields, select)!);
  }
}

const isWanted = ({ sentAt }: StandinMessage, since: string | null) =>
  since === null || Date.parse(sentAt) >= Date.parse(since);

/** What a folder tells of one message's changes; undefined where they were not in it. */
function tellChange(folder: Label, changes: readonly MailChange[], isIn: boolean): Item['what'] | undefined {
  const places = changes.filter(({ what }) => what !== 'read');
  if (places.length === 0) return isIn ? 'read' : undefined;
  if (isIn) return 'whole';
  return places.some(({ from, to }) => from === folder || to === folder) ? 'gone' : undefined;
}
