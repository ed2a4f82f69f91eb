// The words for rules, their strength and their figures.
import type { DutyOwner, Figures, Rule, RuleId } from '../../../domain/programme/programme.ts';

const names: Record<RuleId, string> = {
  'reply-email': 'Answer mail',
  'reply-text': 'Answer texts and calls',
  'monthly-contact': 'Be in touch every month',
  'semester-meeting': 'Meet every semester',
  'yearly-meetings': 'Meet through the year',
  'hours-or-meetings': 'Hours or meetings',
  'log-complete': 'Complete log entries',
  'agenda-ready': 'Agenda in advance',
  'goals-set': 'Set goals',
  'away-message': 'Automatic reply while away',
  'away-tell-co-mentor': 'Tell the co-mentor when away',
  'away-tell-mentees': 'Tell mentees when away',
  'programme-event': 'Take part in programme events',
  'check-in': 'Check-ins',
  'evaluation-midway': 'Evaluation midway',
  'evaluation-final': 'Evaluation at the end',
  agreement: 'Agree how to work together',
  'limits-explained': 'Explain the limits',
  closing: 'Close well',
};

const strengths = { must: 'Must', expected: 'Expected', suggested: 'Suggested' } as const;
const owners: Record<DutyOwner, string> = { mentor: 'Mentor', mentee: 'Mentee', both: 'Both', organiser: 'Organiser' };

export const composeRuleName = (rule: RuleId): string => names[rule];
export const composeStrength = (strength: Rule['strength']): string => strengths[strength];
export const composeOwner = (owner: DutyOwner): string => owners[owner];

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

function composeMeetings({ meetings, meetingsUpTo }: Figures): string {
  if (meetings === undefined) return '';
  return meetingsUpTo ? `${meetings} to ${meetingsUpTo} meetings` : count(meetings, 'meeting', 'meetings');
}

/** "48 hours", "3 hours or 3 meetings in 6 months"; "No figure" where the document gives none. */
export function composeFigures(figures: Figures): string {
  const amount = [
    figures.hours === undefined ? '' : count(figures.hours, 'hour', 'hours'),
    composeMeetings(figures),
    figures.contacts === undefined ? '' : count(figures.contacts, 'contact', 'contacts'),
  ].filter(Boolean);
  const text = [
    amount.join(' or '),
    figures.months === undefined ? '' : `in ${count(figures.months, 'month', 'months')}`,
    figures.moreThanDays === undefined ? '' : `more than ${count(figures.moreThanDays, 'day', 'days')} away`,
  ].filter(Boolean);
  return text.join(' ') || 'No figure';
}

export interface FigureField {
  figure: keyof Figures;
  label: string;
}

const fields: Partial<Record<RuleId, FigureField[]>> = {
  'reply-email': [{ figure: 'hours', label: 'Hours to answer' }],
  'reply-text': [{ figure: 'hours', label: 'Hours to answer' }],
  'monthly-contact': [{ figure: 'contacts', label: 'Contacts a month' }],
  'semester-meeting': [{ figure: 'meetings', label: 'Meetings a semester' }],
  'yearly-meetings': [
    { figure: 'meetings', label: 'Meetings a year' },
    { figure: 'meetingsUpTo', label: 'Up to' },
  ],
  'hours-or-meetings': [
    { figure: 'hours', label: 'Hours' },
    { figure: 'meetings', label: 'or meetings' },
    { figure: 'months', label: 'Within months' },
  ],
  'away-message': [{ figure: 'moreThanDays', label: 'Days away, more than' }],
};

/** The figures a rule can have. */
export const findFigureFields = (rule: RuleId): FigureField[] => fields[rule] ?? [];
