// Graph's error bodies. Their codes come in either case; clients compare them without it.
import { type ApiAnswer, jsonAnswer } from '../exchange.ts';

const kinds = {
  badQuery: [
    400,
    'ErrorInvalidUrlQuery',
    "The following parameters are not supported with change tracking over the 'CalendarView' resource: '$orderby, $filter, $select, $expand, $search'.",
  ],
  mailQuery: [400, 'ErrorInvalidUrlQuery', 'The query is not supported with change tracking over messages.'],
  badRequest: [400, 'BadRequest', 'The request is malformed.'],
  expired: [401, 'InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.'],
  denied: [403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.'],
  notFound: [404, 'ErrorItemNotFound', 'The specified object was not found in the store.'],
  folder: [404, 'ErrorFolderNotFound', 'The specified folder could not be found in the store.'],
  syncState: [410, 'SyncStateNotFound', 'The sync state generation is not found.'],
  syncStateLower: [410, 'syncStateNotFound', 'The sync state generation is not found.'],
  tooMany: [429, 'TooManyRequests', 'Please retry again later.'],
  server: [500, 'InternalServerError', 'An internal server error occurred.'],
  unavailable: [503, 'ServiceUnavailable', 'The service is unavailable.'],
} as const satisfies Record<string, [number, string, string]>;

export type GraphError = keyof typeof kinds;

export function graphError(name: GraphError, headers: Record<string, string> = {}): ApiAnswer {
  const [status, code, message] = kinds[name];
  const request = '94fb3b52-452a-4535-a601-69e0a90e3aa2';
  const innerError = { date: '2026-03-09T12:40:00', 'request-id': request, 'client-request-id': request };
  return jsonAnswer(status, { error: { code, message, innerError } }, headers);
}
