// What the vendors refuse, and in which words.
import type { Vendor } from '../../semester/calendar/types.ts';
import { type ApiAnswer, type ApiRequest, jsonAnswer } from '../exchange.ts';
import { standinClients } from './clients.ts';

/** Back to whoever asked, with an error (RFC 6749, 4.1.2.1). */
export function backWith(query: URLSearchParams, error: string): ApiAnswer {
  const url = new URL(query.get('redirect_uri')!);
  url.searchParams.set('error', error);
  url.searchParams.set('state', query.get('state') ?? '');
  return { status: 302, headers: { location: url.href }, body: '' };
}

const redirect = /^https:\/\/[a-p]{32}\.chromiumapp\.org\//;

/** What a vendor's page would refuse, in its words. */
export function checkAuthorize(vendor: Vendor, query: URLSearchParams): string | undefined {
  if (query.get('client_id') !== standinClients[vendor].id) {
    return vendor === 'google'
      ? 'Error 401: invalid_client'
      : 'AADSTS700016: Application was not found in the directory.';
  }
  if (!redirect.test(query.get('redirect_uri') ?? '')) return 'Error 400: redirect_uri_mismatch';
  if (query.get('response_type') !== 'code') return 'Error 400: unsupported_response_type';
  if (!query.get('scope')) return 'Error 400: Missing required parameter: scope';
  if (!query.get('state')) return 'Error 400: the state is missing';
  const challenge = /^[\w-]{43}$/.test(query.get('code_challenge') ?? '');
  return challenge && query.get('code_challenge_method') === 'S256'
    ? undefined
    : 'Error 400: PKCE with S256 is required';
}

export interface Refusal {
  status: number;
  error: string;
  error_description: string;
}

export function checkToken(vendor: Vendor, request: ApiRequest, body: URLSearchParams): Refusal | undefined {
  const refuse = (error: string, error_description: string, status = 400) => ({ status, error, error_description });
  const secret = body.get('client_secret');
  const isCode = body.get('grant_type') === 'authorization_code';
  if (body.get('client_id') !== standinClients[vendor].id)
    return refuse('invalid_client', 'The OAuth client was not found.', 401);
  if (isCode && !body.has('code_verifier')) return refuse('invalid_grant', 'Missing code verifier.');
  if (vendor === 'google') {
    if (secret === null) return refuse('invalid_request', 'client_secret is missing.');
    return secret === standinClients.google.secret ? undefined : refuse('invalid_client', 'Unauthorized', 401);
  }
  if (secret !== null) return refuse('invalid_request', 'AADSTS90023: Public clients can’t send a client secret.');
  if (request.headers.origin) return undefined;
  return refuse(
    'invalid_request',
    'AADSTS9002327: Tokens issued for the ‘Single-Page Application’ client-type may only be redeemed via cross-origin requests.',
  );
}

const tokenWords: Record<string, string> = {
  invalid_grant: 'Token has been expired or revoked.',
  invalid_client: 'The OAuth client was not found.',
  redirect_uri_mismatch: 'Bad Request',
};

export function tokenError(error: string, words = tokenWords[error]): ApiAnswer {
  return jsonAnswer(error === 'invalid_client' ? 401 : 400, { error, error_description: words ?? error });
}
