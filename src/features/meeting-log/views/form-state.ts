// What stands in the form of an entry, and the entry it comes to. Pure: every field is as it was typed.
import type { Meeting, Modality, Reviewed } from '../../../domain/meeting/meeting.ts';
import { composeLocalInput, parseLocalInput } from '../../../ui/dates.ts';
import { withMe } from '../compose-draft.ts';
import { findOpenHomework } from '../homework.ts';
import { settleLevels, type Topic } from '../topics.ts';
import type { EntrySetting } from './props.ts';

/** `moved`: to another time, which may have been already or be ahead. */
export type FormOutcome = 'held' | 'cancelled' | 'no-show' | 'moved';

export interface FormState {
  relationship: string;
  outcome: FormOutcome;
  attendees: string[];
  /** As a datetime-local control has it. */
  start: string;
  minutes: string;
  preparation: string;
  modality: string;
  sessionType: string;
  cancelledBy: string;
  notice: string;
  topics: Topic[];
  /** Typed and not added yet: saved along. */
  topicText: string;
  homework: string[];
  homeworkText: string;
  reviewed: Record<string, Reviewed['outcome']>;
  goals: string[];
  sharedNote: string;
  privateNote: string;
}

export type Problems = Partial<Record<'start' | 'minutes' | 'preparation' | 'notice' | 'attendees', string>>;

export function readForm(draft: Meeting, { ledger, zone, now }: EntrySetting): FormState {
  const isAhead = draft.outcome === 'planned' && draft.start > now;
  const minutes = draft.outcome === 'cancelled' || draft.outcome === 'no-show' ? draft.plannedMinutes : draft.minutes;
  const relationship = ledger.relationships.find(({ id }) => id === draft.relationship);
  return {
    relationship: draft.relationship,
    outcome: draft.outcome === 'planned' ? (isAhead ? 'moved' : 'held') : draft.outcome,
    attendees: draft.attendees,
    start: composeLocalInput(draft.start, zone),
    minutes: String(minutes ?? draft.minutes),
    preparation: draft.preparationMinutes === undefined ? '' : String(draft.preparationMinutes),
    modality: draft.modality ?? '',
    sessionType: draft.sessionType ?? '',
    cancelledBy: draft.cancelledBy ?? draft.attendees[0] ?? relationship?.mentees[0] ?? '',
    notice: draft.noticeHours === undefined ? '' : String(draft.noticeHours),
    topics: settleLevels(draft.topics.map((text, at) => ({ text, level: draft.topicLevels?.[at] ?? 0 }))),
    topicText: '',
    homework: draft.homework,
    homeworkText: '',
    reviewed: Object.fromEntries((draft.reviewed ?? []).map(({ homework, outcome }) => [homework, outcome])),
    goals: draft.goals ?? [],
    sharedNote: draft.sharedNote ?? '',
    privateNote: draft.privateNote ?? '',
  };
}

/** Digits, or none. */
function readNumber(text: string, most: number): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 && value <= most ? value : null;
}

export function findProblems(state: FormState, { zone, now }: EntrySetting): Problems {
  const start = parseLocalInput(state.start, zone);
  const problems: Problems = {};
  if (start === null) problems.start = 'Enter a date and a time.';
  else if (start > now && (state.outcome === 'held' || state.outcome === 'no-show'))
    problems.start = 'This is still ahead. Choose “Moved”, or an earlier time.';
  if (isTimed(state) && !readNumber(state.minutes, 1440)) problems.minutes = 'Enter minutes, up to a day.';
  if (state.preparation !== '' && readNumber(state.preparation, 10_000) === null)
    problems.preparation = 'Enter minutes.';
  if (state.outcome === 'cancelled' && state.notice !== '' && readNumber(state.notice, 10_000) === null)
    problems.notice = 'Enter hours.';
  if (state.attendees.length === 0) problems.attendees = 'Choose who was there.';
  return problems;
}

const isTimed = ({ outcome }: FormState) => outcome === 'held' || outcome === 'moved';

/** The entry the form comes to; only to be asked where nothing is wrong. */
export function composeEntry(state: FormState, draft: Meeting, { ledger, zone, now }: EntrySetting): Meeting {
  const start = parseLocalInput(state.start, zone) ?? draft.start;
  const outcome = state.outcome === 'moved' ? (start > now ? 'planned' : 'held') : state.outcome;
  const topics = settleLevels([...state.topics, ...added(state.topicText).map((text) => ({ text, level: 0 }))]);
  const isNested = topics.some(({ level }) => level > 0);
  const relationship = ledger.relationships.find(({ id }) => id === state.relationship);
  return {
    ...bookkeeping(draft),
    relationship: state.relationship,
    // The control knows whole minutes; what was not touched stays as it was.
    start: state.start === composeLocalInput(draft.start, zone) ? draft.start : start,
    minutes: isTimed(state) ? (readNumber(state.minutes, 1440) ?? draft.minutes) : 0,
    outcome,
    attendees: relationship ? withMe(relationship, state.attendees) : state.attendees,
    topics: topics.map(({ text }) => text),
    homework: [...state.homework, ...added(state.homeworkText)],
    ...(isNested && { topicLevels: topics.map(({ level }) => level) }),
    ...number('preparationMinutes', state.preparation),
    ...(state.modality !== '' && { modality: state.modality as Modality }),
    ...(state.sessionType !== '' && { sessionType: state.sessionType }),
    ...(outcome === 'cancelled' && state.cancelledBy !== '' && { cancelledBy: state.cancelledBy }),
    ...(outcome === 'cancelled' && number('noticeHours', state.notice)),
    ...(state.goals.length > 0 && { goals: state.goals }),
    ...(state.sharedNote.trim() !== '' && { sharedNote: state.sharedNote.trim() }),
    ...(state.privateNote.trim() !== '' && { privateNote: state.privateNote.trim() }),
    ...(draft.countOnly && topics.length === 0 && { countOnly: true }),
  };
}

/** What no field of the form holds. */
function bookkeeping(draft: Meeting): Pick<Meeting, 'id' | 'signatures'> & Partial<Meeting> {
  const { id, signatures, event, series, eventPrint, keptDespite, plannedStart, plannedMinutes } = draft;
  const { enteredAt, enteredFrom } = draft;
  const more = { event, series, eventPrint, keptDespite, plannedStart, plannedMinutes, enteredAt, enteredFrom };
  const present = Object.entries(more).filter(([, value]) => value !== undefined);
  return { id, signatures, ...(Object.fromEntries(present) as Partial<Meeting>) };
}

const added = (text: string): string[] => (text.trim() === '' ? [] : [text.trim()]);

function number<F extends 'preparationMinutes' | 'noticeHours'>(field: F, text: string): Partial<Record<F, number>> {
  const value = readNumber(text, 10_000);
  return (value === null ? {} : { [field]: value }) as Partial<Record<F, number>>;
}

/** Homework that heads the form, with what became of it here. */
export function findHeading(draft: Meeting, state: FormState, { ledger, zone }: EntrySetting) {
  const start = parseLocalInput(state.start, zone) ?? draft.start;
  const entry = { id: draft.id, relationship: state.relationship, start, attendees: state.attendees };
  return findOpenHomework(ledger.homework, ledger.meetings, entry);
}
