// Answers of both vendors as they were recorded, read from `../shared`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedPath } from '../shared.ts';
import type { Recorded } from './fake-web.ts';

/** One recorded answer: `google/events-page-1`. */
export function recorded(name: string): Recorded {
  const path = sharedPath('apis', 'payloads', `${name}.json`);
  if (path === null) throw new Error(`${name} is not in ../shared`);
  return JSON.parse(readFileSync(path, 'utf8')) as Recorded;
}

/** Names of a vendor's answers that begin with one of these words. */
export function recordedNames(vendor: 'google' | 'graph', ...beginnings: string[]): string[] {
  const folder = sharedPath('apis', 'payloads', vendor);
  if (folder === null) return [];
  return readdirSync(folder)
    .filter((file) => beginnings.some((each) => file.startsWith(each)))
    .map((file) => join(vendor, file.replace(/\.json$/, '')));
}

export function sharedJson(...parts: string[]): Record<string, never> {
  return JSON.parse(readFileSync(sharedPath('apis', ...parts)!, 'utf8'));
}
