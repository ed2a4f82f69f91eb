// As many events as a test wants, in one calendar, all alike: for full syncs, kills and benchmarks.
import { cohort, me } from '../cast.ts';
import { makeRandom } from '../random.ts';
import type { StandinEvent, Vendor } from './types.ts';
import { guest } from './write.ts';

export interface ManyOptions {
  count: number;
  now: string;
  vendor?: Vendor;
  calendar?: string;
  zone?: string;
  seed?: number;
  /** Days before `now` with which they begin; 300 when absent. */
  daysBack?: number;
}

/** Single events, spread evenly over the days before `now` and 30 after; every tenth is with a mentee. */
export function manyEvents(options: ManyOptions): StandinEvent[] {
  const {
    count,
    now,
    vendor = 'google',
    calendar = 'primary',
    zone = 'America/Toronto',
    seed = 1,
    daysBack = 300,
  } = options;
  const random = makeRandom(seed);
  const first = Date.parse(now) - daysBack * 86_400_000;
  const organizer = { name: me.name, email: vendor === 'google' ? me.emails[0]! : me.emails[1]! };
  return Array.from({ length: count }, (_, n) => {
    const start = first + Math.floor((((daysBack + 30) * 86_400_000) / count) * n);
    const whole = start - (start % 300_000);
    const mentee = cohort[n % cohort.length]!;
    return {
      key: `many-${n}`,
      vendor,
      calendar,
      title: n % 10 === 0 ? `${mentee.name}, meeting ${n}` : `Event ${n}`,
      start: instant(whole),
      end: instant(whole + random.between(1, 6) * 900_000),
      allDay: false,
      zone,
      organizer,
      guests: n % 10 === 0 ? [guest(mentee)] : [],
      response: 'accepted',
      busy: true,
      kind: 'default',
      status: 'confirmed',
    };
  });
}

const instant = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');
