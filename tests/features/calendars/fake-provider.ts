// A calendar provider with state: full and incremental runs page by page, tombstones, and whatever fault a test puts in.
import {
  AccountProblem,
  type AccountProvider,
  type CalendarSession,
  type EventPage,
  type ReadEvents,
  type Tokens,
} from '../../../src/accounts/account.ts';
import type { CalendarEvent } from '../../../src/domain/meeting/meeting.ts';

export interface FakeCalendar {
  name: string;
  primary?: boolean;
  events: Map<string, CalendarEvent>;
  /** Ids in the order in which they changed. */
  log: string[];
}

export function event(id: string, more: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    id,
    uid: `${id}@example.edu`,
    calendar: 'primary',
    title: `Meeting ${id}`,
    start: '2026-03-10T15:00:00Z',
    end: '2026-03-10T16:00:00Z',
    allDay: false,
    status: 'confirmed',
    myResponse: 'accepted',
    attendees: [{ email: 'ana@example.edu' }],
    kind: 'default',
    ...more,
  };
}

export class FakeProvider implements AccountProvider {
  readonly provider = 'google';
  readonly source = 'google-calendar';
  readonly name = 'Google';
  readonly hosts = [];
  readonly scopes = ['read'];
  readonly calendars = new Map<string, FakeCalendar>();
  address = 'me@example.edu';
  pageSize = 250;
  /** The token that is taken now. */
  token = 'token-0';
  /** Whether new tokens are given without a page. */
  renews = true;
  revokes: () => Promise<boolean> = async () => true;
  signsIn: () => void = () => {};
  /** Requests so far, by what they asked for. */
  readonly asked: string[] = [];
  /** Called before each answer; what it throws or waits for is the fault. */
  fault: (request: number, what: string) => void | Promise<void> = () => {};
  /** Cursors of changes that are older no longer hold. */
  expiredBefore = 0;

  add(id: string, events: CalendarEvent[], more: { primary?: boolean } = {}): FakeCalendar {
    const calendar = { name: id, events: new Map(), log: [], ...more };
    this.calendars.set(id, calendar);
    for (const each of events) this.put(id, each);
    return calendar;
  }

  put(calendar: string, each: CalendarEvent): void {
    const { events, log } = this.calendars.get(calendar)!;
    events.set(each.id, { ...each, calendar });
    log.push(each.id);
  }

  remove(calendar: string, id: string): void {
    const { events, log } = this.calendars.get(calendar)!;
    events.delete(id);
    log.push(id);
  }

  signIn = async () => {
    this.signsIn();
    return { address: this.address, tokens: this.tokens() };
  };

  renew = async (): Promise<Tokens> => {
    this.asked.push('renew');
    if (!this.renews) throw new AccountProblem('signed-out', 'sign in');
    this.token = `token-${this.asked.length}`;
    return this.tokens();
  };

  revoke = async () => {
    this.asked.push('revoke');
    return this.revokes();
  };

  open = ({ token }: { token: string }): CalendarSession => ({
    listCalendars: async () => {
      await this.#take('list', token);
      return [...this.calendars].map(([calendar, { name, primary }]) => ({
        calendar,
        name,
        ...(primary && { primary }),
      }));
    },
    readPage: async (wanted) => {
      const { page, changes } = wanted.cursor;
      await this.#take(`${wanted.calendar} ${page ?? changes ?? 'full'}`, token);
      return this.#page(wanted);
    },
  });

  tokens(): Tokens {
    return { access: this.token, expires: '2027-01-01T00:00:00Z', refresh: 'r', scopes: ['read'] };
  }

  async #take(what: string, token: string): Promise<void> {
    this.asked.push(what);
    await this.fault(this.asked.length, what);
    if (token !== this.token) throw new AccountProblem('signed-out', 'the token does not hold');
  }

  #page({ calendar: id, cursor, from, to }: ReadEvents): EventPage {
    const calendar = this.calendars.get(id);
    if (!calendar) throw new AccountProblem('not-shared', '404');
    const since = cursor.changes === undefined ? null : Number(cursor.changes);
    if (since !== null && since < this.expiredBefore) throw new AccountProblem('expired-cursor', '410');
    // A run shows what there was when it began; what happens meanwhile comes with the changes.
    const [until, offset] = (cursor.page ?? `${calendar.log.length} 0`).split(' ').map(Number) as [number, number];
    const ids = [...new Set(since === null ? calendar.log.slice(0, until) : calendar.log.slice(since, until))];
    const some = ids.slice(offset, offset + this.pageSize);
    const known = some.flatMap((each) => calendar.events.get(each) ?? []);
    const inWindow = known.filter((each) => each.end > from && each.start < to);
    const done = offset + this.pageSize >= ids.length;
    const kept = cursor.changes === undefined ? {} : { changes: cursor.changes };
    return {
      put: structuredClone(since === null ? inWindow : known),
      gone: since === null ? [] : some.filter((each) => !calendar.events.has(each)),
      cursor: done ? { changes: String(until) } : { ...kept, page: `${until} ${offset + this.pageSize}` },
      done,
      unreadable: 0,
    };
  }
}
