// oauth2-mock-server without a socket of its own: a request in, an answer out. It makes codes, checks PKCE and signs
// tokens; what the vendors ask for beyond that is checked before it, and their own words are put in after.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { OAuth2Issuer, OAuth2Service } from 'oauth2-mock-server';
import type { ApiAnswer, ApiRequest } from '../exchange.ts';

export interface Mounted {
  service: OAuth2Service;
  /** `path`: the request's path as the library knows it. */
  handle(request: ApiRequest, path: string): Promise<ApiAnswer>;
}

export async function mount(
  issuer: string,
  endpoints: { authorize: string; token: string; revoke: string },
): Promise<Mounted> {
  const signer = new OAuth2Issuer();
  signer.url = issuer;
  await signer.keys.generate('ES256');
  const { authorize, token, revoke } = endpoints;
  const service = new OAuth2Service(signer, { authorize, token, revoke });
  const handle = (request: ApiRequest, path: string) =>
    new Promise<ApiAnswer>((resolve) => {
      service.requestHandler(asIncoming(request, path), asResponse(resolve));
    });
  return { service, handle };
}

function asIncoming({ method, headers, body, url }: ApiRequest, path: string): IncomingMessage {
  const stream = Readable.from(body === '' ? [] : [Buffer.from(body)], { objectMode: false });
  return Object.assign(stream, { method, headers, url: `${path}${url.search}` }) as unknown as IncomingMessage;
}

/** Takes the place of a response to a socket; what is sent is handed over at its end. */
function asResponse(resolve: (answer: ApiAnswer) => void): ServerResponse {
  const headers: Record<string, string> = {};
  const response = {
    statusCode: 200,
    writableEnded: false,
    setHeader: (name: string, value: string | number) => {
      if (!name.toLowerCase().startsWith('access-control-')) headers[name.toLowerCase()] = String(value);
    },
    end: (body = '') => {
      response.writableEnded = true;
      delete headers['content-length'];
      resolve({ status: response.statusCode, headers, body });
    },
  };
  return response as unknown as ServerResponse;
}
