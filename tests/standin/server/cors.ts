// What the real hosts let a page of another origin read. The extension has no permission for any of them, so its calls
// live by these headers. Recorded: Google's list of readable headers in 2026-08 (no Retry-After, no ETag), Graph's in the
// developer proxy's own emulation of it; Google's documentation says that its revocation endpoint has none at all.
import type { ApiAnswer, ApiRequest } from './exchange.ts';

type Cors = (origin: string) => Record<string, string>;

const google: Cors = (origin) => ({
  'access-control-allow-origin': origin,
  'access-control-expose-headers': 'content-encoding,date,server,content-length,vary',
  vary: 'Origin, X-Origin, Referer',
});

const graph: Cors = () => ({
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant, Retry-After',
});

const open: Cors = (origin) => ({ 'access-control-allow-origin': origin, vary: 'Origin' });

function corsOf({ hostname, pathname }: URL): Cors | undefined {
  if (hostname === 'oauth2.googleapis.com') return pathname === '/revoke' ? undefined : open;
  if (hostname.endsWith('.googleapis.com')) return google;
  if (hostname === 'graph.microsoft.com') return graph;
  if (hostname === 'login.microsoftonline.com' && pathname.endsWith('/token')) return open;
  return undefined;
}

export function withCors(request: ApiRequest, answer: ApiAnswer): ApiAnswer {
  const { origin } = request.headers;
  const cors = origin === undefined ? undefined : corsOf(request.url);
  return cors ? { ...answer, headers: { ...answer.headers, ...cors(origin!) } } : answer;
}

/** The answer to a preflight; one without permission where the host gives none. */
export function preflight(request: ApiRequest): ApiAnswer {
  const cors = corsOf(request.url);
  const { origin = '' } = request.headers;
  if (!cors) return { status: 405, headers: {}, body: '' };
  return {
    status: 200,
    headers: {
      ...cors(origin),
      'access-control-allow-methods': 'DELETE,GET,HEAD,PATCH,POST,PUT',
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
      'access-control-max-age': '3600',
    },
    body: '',
  };
}
