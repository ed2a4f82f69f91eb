// What goes wrong on purpose, and for how many requests.
import type { Vendor } from '../semester/calendar/types.ts';

export const faultNames = [
  '401',
  '403-scope',
  '403-rate',
  '403-user-rate',
  '403-quota',
  '404',
  '410',
  '429',
  /** Retry-After "2.128". */
  '429-fraction',
  /** No Retry-After at all. */
  '429-bare',
  '500',
  '503',
  /** The connection is cut before an answer. */
  'offline',
  /** No answer ever comes. */
  'hang',
  /** 200, and not JSON. */
  'garbage',
] as const;
export type FaultName = (typeof faultNames)[number];

export interface FaultOptions {
  /** For how many requests; 1 when absent, `Infinity` until `heal`. */
  times?: number;
  /** Only where the path and query hold this; preflights are never touched. */
  at?: string | RegExp;
  /** How many requests that match go well before it starts. */
  after?: number;
}

interface Fault extends Required<Pick<FaultOptions, 'times' | 'after'>> {
  vendor: Vendor;
  name: FaultName;
  at: string | RegExp;
}

export class Faults {
  #faults: Fault[] = [];

  fail(vendor: Vendor, name: FaultName, { times = 1, at = '', after = 0 }: FaultOptions = {}): void {
    this.#faults.push({ vendor, name, times, at, after });
  }

  heal(vendor?: Vendor): void {
    this.#faults = vendor ? this.#faults.filter((fault) => fault.vendor !== vendor) : [];
  }

  /** The fault that this request meets; each meeting counts. */
  take(vendor: Vendor, path: string): FaultName | undefined {
    const matches = ({ at }: Fault) => (typeof at === 'string' ? path.includes(at) : at.test(path));
    const fault = this.#faults.find((each) => each.vendor === vendor && matches(each));
    if (!fault) return undefined;
    if (fault.after > 0) {
      fault.after--;
      return undefined;
    }
    fault.times--;
    if (fault.times <= 0) this.#faults = this.#faults.filter((each) => each !== fault);
    return fault.name;
  }
}
