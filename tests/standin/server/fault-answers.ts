// What each vendor says when something goes wrong.
import type { Vendor } from '../semester/calendar/types.ts';
import type { ApiAnswer } from './exchange.ts';
import type { FaultName } from './faults.ts';
import { type GoogleError, googleError } from './google/errors.ts';
import { type GraphError, graphError } from './graph/errors.ts';

const googleFaults: Record<string, [GoogleError, Record<string, string>?]> = {
  '401': ['authError'],
  '403-scope': ['scope'],
  '403-rate': ['rate'],
  '403-user-rate': ['userRate'],
  '403-quota': ['quota'],
  '404': ['notFound'],
  '410': ['fullSync'],
  '429': ['tooMany', { 'retry-after': '2' }],
  '429-fraction': ['tooMany', { 'retry-after': '2.128' }],
  '429-bare': ['tooMany'],
  '500': ['backend'],
  '503': ['unavailable', { 'retry-after': '120' }],
};

const graphFaults: Record<string, [GraphError, Record<string, string>?]> = {
  '401': ['expired'],
  '403-scope': ['denied'],
  '403-rate': ['tooMany'],
  '403-user-rate': ['tooMany'],
  '403-quota': ['tooMany'],
  '404': ['notFound'],
  '410': ['syncStateLower'],
  '429': ['tooMany', { 'retry-after': '2' }],
  '429-fraction': ['tooMany', { 'retry-after': '2.128' }],
  '429-bare': ['tooMany'],
  '500': ['server'],
  '503': ['unavailable', { 'retry-after': '120' }],
};

export function answerFault(vendor: Vendor, fault: FaultName): ApiAnswer {
  if (fault === 'garbage') return { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html>' };
  if (vendor === 'google') return googleError(...googleFaults[fault]!);
  return graphError(...graphFaults[fault]!);
}
