// Which absences set off a programme's rules (PROGRAMMES A1 to A4; section 1.9, note 2): one programme counts days, the
// other asks whether the duties can be met.
import type { Programme, Rule } from '../programme/programme.ts';
import type { Away } from './away.ts';
import type { Stretch } from './days.ts';

/** Why a rule is set off, as a code with its figures. */
export type Trigger =
  | { code: 'days'; days: number; moreThan: number }
  | { code: 'said-cannot-answer' }
  | { code: 'longer-than-reply-time'; hours: number; limit: number };

/** The shortest time in which the programme wants an answer, in hours; undefined where it names none. */
export function shortestReplyHours(programme: Programme): number | undefined {
  const hours = programme.rules
    .filter(({ rule }) => rule === 'reply-email' || rule === 'reply-text')
    .flatMap(({ figures }) => figures.hours ?? []);
  return hours.length > 0 ? Math.min(...hours) : undefined;
}

/**
 * What sets `rule` off in this stretch, or null. The mentor's own word whether they can answer decides over the length;
 * without it, whole days that are longer than the shortest reply time leave somebody unanswered.
 */
export function findTrigger(rule: Rule, programme: Programme, stretch: Stretch, away: Away): Trigger | null {
  if (rule.trigger === 'days-away' || rule.figures.moreThanDays !== undefined) {
    const moreThan = rule.figures.moreThanDays;
    return moreThan !== undefined && stretch.days > moreThan ? { code: 'days', days: stretch.days, moreThan } : null;
  }
  if (rule.trigger !== 'cannot-meet-duties') return null;
  if (away.canAnswer !== undefined) return away.canAnswer ? null : { code: 'said-cannot-answer' };
  const limit = shortestReplyHours(programme);
  const hours = stretch.days * 24;
  return limit !== undefined && hours > limit ? { code: 'longer-than-reply-time', hours, limit } : null;
}
