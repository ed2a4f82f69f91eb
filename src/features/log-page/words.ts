// How an entry is put in words. Times are local to the relationship.
import type { Meeting, Modality, Signature } from '../../domain/meeting/meeting.ts';
import type { LogRow } from './rows.ts';
import type { Signed } from './signed.ts';
import type { Totals } from './totals.ts';

/** "1 h 30 min", "45 min". */
export function composeMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** "13.0": hours with one decimal, as the tracking sheet has them; two where a tenth would hide minutes. */
export function composeHours(minutes: number): string {
  const hours = minutes / 60;
  return hours.toFixed(Math.abs(hours * 10 - Math.round(hours * 10)) < 1e-9 ? 1 : 2);
}

export const outcomeWords: Record<Meeting['outcome'], string> = {
  planned: 'Planned',
  held: 'Held',
  cancelled: 'Cancelled',
  'no-show': 'No-show',
};

export const signedWords: Record<Signed, string> = {
  unsigned: 'Not signed',
  mentor: 'Mentor signed',
  mentee: 'Mentee signed',
  both: 'Signed by both',
};

export const modalityWords: Record<Modality, string> = {
  'in-person': 'In person',
  video: 'Video',
  phone: 'Phone',
  online: 'Online',
  hybrid: 'Hybrid',
  other: 'Other',
};

const howWords: Record<Signature['how'], string> = {
  drawn: 'drawn',
  typed: 'typed',
  reply: 'by reply',
  paper: 'on paper',
};

/** "drawn, by reply": the ways in which it was signed, each once. */
export function composeHow(signatures: readonly Signature[]): string {
  return [...new Set(signatures.map(({ how }) => howWords[how]))].join(', ');
}

/** "3 h notice", of a cancelled meeting; '' where it is not known. */
export function composeNotice({ noticeHours }: Pick<Meeting, 'noticeHours'>): string {
  if (noticeHours === undefined) return '';
  if (noticeHours < 1) return noticeHours === 0 ? 'no notice' : 'under 1 h notice';
  return noticeHours < 72 ? `${Math.round(noticeHours)} h notice` : `${Math.floor(noticeHours / 24)} days notice`;
}

/** "Amina Okafor, Jun Li and 3 more". */
export function composePeople(people: LogRow['people'], most = 2): string {
  const names = people.map(({ name }) => name);
  if (names.length === 0) return 'Nobody named';
  if (names.length <= most + 1) return names.join(', ');
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** "13 meetings held, 13.0 h; 2.5 h preparation apart; 1 cancelled". */
export function composeTotals({ held, minutes, preparation, cancelled, missed }: Totals): string {
  return [
    `${plural(held, 'meeting', 'meetings')} held, ${composeHours(minutes)} h`,
    ...(preparation > 0 ? [`${composeHours(preparation)} h preparation apart`] : []),
    ...(cancelled > 0 ? [`${cancelled} cancelled`] : []),
    ...(missed > 0 ? [plural(missed, 'no-show', 'no-shows')] : []),
  ].join('; ');
}

export interface When {
  /** "Wed, 18 May 2016". */
  day: string;
  /** "18:00 – 19:00". */
  time: string;
}

/** Makes the words for dates of one zone; the formats are made once, because many rows use them. */
export function makeWhen(zone: string, locale?: string): (meeting: Pick<Meeting, 'start' | 'minutes'>) => When {
  const day = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: zone,
  });
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: zone });
  return ({ start, minutes }) => {
    const from = Date.parse(start);
    return { day: day.format(from), time: time.formatRange(from, from + minutes * 60_000) };
  };
}
