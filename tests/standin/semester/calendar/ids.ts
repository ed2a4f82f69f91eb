// Ids as the two vendors make them, from the keys by which tests call events.
import { createHash } from 'node:crypto';
import type { Instance, StandinEvent } from './types.ts';

const hash = (text: string) => createHash('sha256').update(text);

/** Base32hex, as Google's event ids are. */
export function googleEventId(event: Pick<StandinEvent, 'key'>): string {
  return hash(`google ${event.key}`).digest('hex').slice(0, 26);
}

/** `20260304T230000Z`, or `20260304` of a date. */
export function compactTime(text: string): string {
  return text.length === 10 ? text.replaceAll('-', '') : `${text.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** An occurrence's id ends in the start its series planned, wherever it was moved. */
export function googleInstanceId(instance: Pick<Instance, 'event' | 'original'>): string {
  const id = googleEventId(instance.event);
  return instance.original === undefined ? id : `${id}_${compactTime(instance.original)}`;
}

export function googleUid(event: StandinEvent): string {
  return event.uid ?? `${googleEventId(event)}@google.com`;
}

/** `data-eventid`: base64 without padding of the event's id and its calendar's, gmail.com cut short. */
export function googleChipId(id: string, calendarId: string): string {
  const short = calendarId.replace(/@gmail\.com$/, '@m');
  return Buffer.from(`${id} ${short}`).toString('base64').replace(/=+$/, '');
}

function exchangeBytes(text: string): string {
  const bytes = [1, 2, 3].map((n) => hash(`exchange ${n} ${text}`).digest());
  return `AAMkAGI1${Buffer.concat(bytes).toString('base64')}AAA=`;
}

const exchangeName = ({ event, original }: Pick<Instance, 'event' | 'original'>) =>
  original === undefined ? event.key : `${event.key} ${original}`;

/** As Outlook's page has it (`data-calitemid`). */
export function outlookItemIdOf(instance: Pick<Instance, 'event' | 'original'>): string {
  return exchangeBytes(exchangeName(instance));
}

/** As Graph has it: the same bytes, safe in an address. */
export function graphEventId(instance: Pick<Instance, 'event' | 'original'>): string {
  return exchangeBytes(exchangeName(instance)).replaceAll('/', '-').replaceAll('+', '_');
}

export function graphCalendarId(key: string): string {
  return exchangeBytes(`calendar ${key}`).replaceAll('/', '-').replaceAll('+', '_');
}

/** Exchange's own uid holds the occurrence's date; one that another system made is kept as it was. */
export function graphUid(event: StandinEvent): string {
  if (event.uid) return event.uid;
  return `040000008200E00074C5B7101A82E00800000000${hash(`uid ${event.key}`).digest('hex').toUpperCase()}`;
}
