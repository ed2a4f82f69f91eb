// Google's error bodies, as its error guide publishes them.
import { type ApiAnswer, jsonAnswer } from '../exchange.ts';

interface Reason {
  status: number;
  domain: string;
  reason: string;
  message: string;
  location?: [type: string, name: string];
}

const reasons = {
  authError: {
    status: 401,
    domain: 'global',
    reason: 'authError',
    message: 'Invalid Credentials',
    location: ['header', 'Authorization'],
  },
  scope: {
    status: 403,
    domain: 'global',
    reason: 'insufficientPermissions',
    message: 'Request had insufficient authentication scopes.',
  },
  rate: { status: 403, domain: 'usageLimits', reason: 'rateLimitExceeded', message: 'Rate Limit Exceeded' },
  userRate: {
    status: 403,
    domain: 'usageLimits',
    reason: 'userRateLimitExceeded',
    message: 'User Rate Limit Exceeded',
  },
  quota: { status: 403, domain: 'usageLimits', reason: 'quotaExceeded', message: 'Calendar usage limits exceeded.' },
  metadataQuery: {
    status: 403,
    domain: 'global',
    reason: 'forbidden',
    message: "Metadata scope does not support 'q' parameter",
  },
  metadataFormat: {
    status: 403,
    domain: 'global',
    reason: 'forbidden',
    message: "Metadata scope doesn't allow format FULL",
  },
  entityNotFound: { status: 404, domain: 'global', reason: 'notFound', message: 'Requested entity was not found.' },
  pageToken: { status: 400, domain: 'global', reason: 'invalidArgument', message: 'Invalid pageToken' },
  notFound: { status: 404, domain: 'global', reason: 'notFound', message: 'Not Found' },
  fullSync: {
    status: 410,
    domain: 'calendar',
    reason: 'fullSyncRequired',
    message: 'Sync token is no longer valid, a full sync is required.',
    location: ['parameter', 'syncToken'],
  },
  tooMany: { status: 429, domain: 'usageLimits', reason: 'rateLimitExceeded', message: 'Rate Limit Exceeded' },
  emptyRange: {
    status: 400,
    domain: 'calendar',
    reason: 'timeRangeEmpty',
    message: 'The specified time range is empty.',
    location: ['parameter', 'timeMax'],
  },
  invalid: { status: 400, domain: 'global', reason: 'invalid', message: 'Invalid Value' },
  withSyncToken: {
    status: 400,
    domain: 'global',
    reason: 'badRequest',
    message: 'Sync token cannot be used with other query restrictions.',
  },
  backend: { status: 500, domain: 'global', reason: 'backendError', message: 'Backend Error' },
  unavailable: {
    status: 503,
    domain: 'global',
    reason: 'backendError',
    message: 'The service is currently unavailable.',
  },
} satisfies Record<string, Reason>;

export type GoogleError = keyof typeof reasons;

export function googleError(name: GoogleError, headers: Record<string, string> = {}): ApiAnswer {
  const { status, domain, reason, message, location }: Reason = reasons[name];
  const where = location ? { locationType: location[0], location: location[1] } : {};
  const errors = [{ domain, reason, message, ...where }];
  return jsonAnswer(status, { error: { errors, code: status, message } }, headers);
}
