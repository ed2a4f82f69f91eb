// How an entry, its readers and its signatures are put in words. Times are the reader's own.
import type { Meeting, Signature } from '../../../domain/meeting/meeting.ts';
import type { Relationship } from '../../../domain/people/relationship.ts';
import { findFormat } from '../../../ui/formats.ts';
import { composeMinutes } from '../../log-page/words.ts';
import type { EntrySetting } from './props.ts';

export const nameIn = ({ ledger }: Pick<EntrySetting, 'ledger'>, id: string): string => {
  const person = ledger.people.find((each) => each.id === id);
  return person?.name || person?.emails[0] || 'Someone';
};

/** "Jun Li, Ana Alvarez", oneself left out. */
export function composeOthers(setting: Pick<EntrySetting, 'ledger'>, { relationship, attendees }: Meeting): string {
  const me = setting.ledger.relationships.find(({ id }) => id === relationship)?.me;
  const others = attendees.filter((id) => id !== me).map((id) => nameIn(setting, id));
  return others.length > 0 ? others.join(', ') : 'Nobody named';
}

/** "Wed, 4 Mar 2026, 18:00 – 19:00"; the span of a meeting that was held. */
export function composeSpan(
  { start, minutes }: Pick<Meeting, 'start' | 'minutes'>,
  zone: string,
  locale?: string,
): string {
  const style = findFormat(
    zone,
    { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
    locale,
  );
  const from = Date.parse(start);
  return minutes > 0 ? style.formatRange(from, from + minutes * 60_000) : style.format(from);
}

/** "Thu 17:00, 50 min" within a week, else "12 Feb 17:00, 50 min". */
export function composeShortSpan(
  { start, minutes }: Pick<Meeting, 'start' | 'minutes'>,
  now: string,
  zone: string,
  locale?: string,
): string {
  const day = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
  const isNear = Math.abs(day(now).until(day(start)).days) < 7;
  const date = findFormat(zone, isNear ? { weekday: 'short' } : { day: 'numeric', month: 'short' }, locale);
  const time = findFormat(zone, { hour: 'numeric', minute: '2-digit' }, locale);
  const at = Date.parse(start);
  return `${date.format(at)} ${time.format(at)}, ${composeMinutes(minutes)}`;
}

const howWords: Record<Signature['how'], string> = {
  drawn: 'Drawn on this screen',
  typed: 'Typed on this screen',
  reply: 'Confirmed by reply',
  paper: 'On paper',
};

export const composeHow = ({ how }: Signature): string => howWords[how];

/** The people who may sign an entry: oneself, and those across who were there. */
export function findSigners(meeting: Meeting, { me, mentors, mentees, role }: Relationship): string[] {
  const others = meeting.attendees.filter((id) => id !== me && (role === 'mentor' ? mentees : mentors).includes(id));
  return [me, ...others];
}

export type Reader = 'mine' | 'ours' | 'programme';

/** Who may read a field. */
export function composeReader(reader: Reader, role: Relationship['role']): string {
  if (reader === 'mine') return 'Only you';
  const other = role === 'mentor' ? 'mentee' : 'mentor';
  return reader === 'ours' ? `You and your ${other}` : `You, your ${other} and the programme`;
}
