// Who is invited, and what I answered.
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import type { Address } from '../../domain/record.ts';
import { findProps, getParam, type Part, type Prop } from './part.ts';

export interface People {
  organizer?: Address;
  attendees: Address[];
  myResponse: CalendarEvent['myResponse'];
}

/** `me`: the reader's own addresses, in lower case; without them nothing is known of an answer. */
export function readPeople(part: Part, me: ReadonlySet<string>): People {
  const organizer = readAddress(findProps(part, 'organizer')[0]);
  const attendees = new Map<string, Address>();
  let myResponse: CalendarEvent['myResponse'] = organizer && me.has(organizer.email) ? 'accepted' : 'none';
  for (const prop of findProps(part, 'attendee')) {
    const address = isThing(prop) ? null : readAddress(prop);
    if (address === null) continue;
    if (!attendees.has(address.email)) attendees.set(address.email, address);
    if (me.has(address.email)) myResponse = responses[getParam(prop, 'partstat').toUpperCase()] ?? myResponse;
  }
  return { ...(organizer && { organizer }), attendees: [...attendees.values()], myResponse };
}

const responses: Record<string, CalendarEvent['myResponse'] | undefined> = {
  ACCEPTED: 'accepted',
  COMPLETED: 'accepted',
  'IN-PROCESS': 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

/** A room or a projector is nobody. */
const isThing = (prop: Prop) => /^(room|resource)$/i.test(getParam(prop, 'cutype'));

/** Of a `mailto:` address, or of the EMAIL parameter that stands beside another kind (RFC 7986, 6.2). */
function readAddress(prop: Prop | undefined): Address | null {
  if (prop === undefined) return null;
  const value = typeof prop[3] === 'string' ? prop[3] : '';
  const email = [value.replace(/^\s*mailto:/i, ''), getParam(prop, 'email')]
    .map((each) => each.replace(/^[\s<"']+|[\s>"']+$/g, '').toLowerCase())
    .find((each) => /^[^\s@]+@[^\s@]+$/.test(each) && each.length <= 320);
  if (email === undefined) return null;
  const name = getParam(prop, 'cn').trim().slice(0, 300);
  return { ...(name !== '' && name.toLowerCase() !== email && { name }), email };
}
