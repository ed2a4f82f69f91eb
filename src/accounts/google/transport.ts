// Stands in the place of `googleapis-common`, which needs Node's streams and process: the generated methods of the
// calendar and Gmail clients hand their request to this, and it hands it to whoever made the client. Nothing else is its
// matter. The build swaps it in (wxt.config.ts); in plain Node a hook does, without which the clients load the real one:
// `node --import ./tests/run/google-transport.mjs`, as vitest.config.ts has it for the tests, or an alias where a bench
// is bundled.

/** How the generated methods describe a request (googleapis-common 9, APIRequestParams). */
interface ApiRequest {
  options: { url: string; method?: string };
  params: Record<string, unknown>;
  requiredParams: readonly string[];
  pathParams: readonly string[];
  context: { _options: ApiOptions };
}

export interface ApiOptions {
  /** Sends a request, with this JSON where it has a body, and resolves to the JSON of a good answer. */
  send?: (url: string, method: string, body?: unknown) => Promise<unknown>;
}

/** The parameter under which the generated methods take a body. */
const BODY = 'requestBody';

export async function createAPIRequest(request: ApiRequest): Promise<{ data: unknown }> {
  const { send } = request.context._options;
  if (!send) throw new TypeError('The client was made without a way to send.');
  return { data: await send(composeUrl(request), request.options.method ?? 'GET', request.params[BODY]) };
}

function composeUrl({ options, params, requiredParams, pathParams }: ApiRequest): string {
  const missing = requiredParams.filter((name) => params[name] === undefined || params[name] === null);
  if (missing.length > 0) throw new RangeError(`Missing required parameters: ${missing.join(', ')}`);
  const path = options.url.replace(/\{\+?(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(params[name])));
  const url = new URL(path);
  for (const [name, value] of Object.entries(params)) {
    if (name === BODY || pathParams.includes(name) || value === undefined || value === null) continue;
    for (const each of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(each));
  }
  return url.href;
}

type ApiClass = new (options: ApiOptions) => object;

/** Makes the client of a version, as `calendar({ version: 'v3' })` asks for it. */
export function getAPI(
  name: string,
  options: string | (ApiOptions & { version: string }),
  versions: Record<string, ApiClass>,
): object {
  const version = typeof options === 'string' ? options : options.version;
  const Api = versions[version];
  if (!Api) throw new RangeError(`Unable to load endpoint ${name}("${version}")`);
  return new Api(typeof options === 'string' ? {} : options);
}

/** The client constructs one when it loads; signing in is done elsewhere. */
export class AuthPlus {}
