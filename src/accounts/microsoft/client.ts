// The official Graph client with a chain of our own: the token, then `fetch`. No retry stands in it (it would sleep longer
// than a worker lives) and no redirect; the token goes to Graph's hosts alone.
import {
  AuthenticationHandler,
  Client,
  type Context,
  type Middleware,
  ResponseType,
} from '@microsoft/microsoft-graph-client';
import { AccountProblem, type AccountProvider } from '../account.ts';
import { asProblems, readAnswer } from '../answer.ts';
import { microsoftHosts } from './hosts.ts';
import { toGraphProblem } from './problems.ts';

type Given = Parameters<AccountProvider['open']>[0];

/** Asks for a path or a link that Graph gave. @throws {AccountProblem} */
export type AskGraph = (path: string, about: 'list' | 'events', headers?: Record<string, string>) => Promise<unknown>;

/** Changes what stands at a path, and resolves to what then stands there. @throws {AccountProblem} */
export type ChangeGraph = (path: string, change: object) => Promise<unknown>;

class Fetching implements Middleware {
  readonly #given: Given;
  constructor(given: Given) {
    this.#given = given;
  }
  async execute(context: Context): Promise<void> {
    const { fetch, signal } = this.#given;
    context.response = await fetch(context.request as string, { ...context.options, ...(signal && { signal }) });
  }
}

export function connectGraph(given: Given): AskGraph {
  const client = makeClient(given);
  return async (path, about, headers = {}) => {
    checkLink(path);
    return answerOf(given, about, () => client.api(path).headers(headers).responseType(ResponseType.RAW).get());
  };
}

export function connectGraphToChange(given: Given): ChangeGraph {
  const client = makeClient(given);
  return (path, change) => answerOf(given, 'list', () => client.api(path).responseType(ResponseType.RAW).patch(change));
}

function makeClient(given: Given): Client {
  const authentication = new AuthenticationHandler({ getAccessToken: async () => given.token });
  authentication.setNext(new Fetching(given));
  return Client.initWithMiddleware({ middleware: authentication });
}

function answerOf({ now }: Given, about: 'list' | 'events', send: () => Promise<unknown>): Promise<unknown> {
  return asProblems(
    async () => readAnswer((await send().catch(unwrap)) as Response, now()),
    (failure) => toGraphProblem(failure, about),
  );
}

/** The client wraps what `fetch` throws; the error's own name is kept as its code. */
function unwrap(error: { code?: unknown; name?: unknown }): never {
  const name = typeof error.code === 'string' && error.code !== '' ? error.code : String(error.name);
  throw Object.assign(new Error(name), { name });
}

/** A link is followed as it is, but only at Graph. */
function checkLink(path: string): void {
  if (path.startsWith('/')) return;
  if (URL.parse(path)?.origin !== microsoftHosts[0]) throw new AccountProblem('unreadable', 'a link leads elsewhere');
}
