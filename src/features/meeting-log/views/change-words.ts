// What an amendment changes, in words.
import type { MeetingChange } from '../../../domain/meeting/meeting.ts';
import { composeStamp } from '../../../ui/dates.ts';
import { composeMinutes, modalityWords, outcomeWords } from '../../log-page/words.ts';
import type { EntrySetting } from './props.ts';
import { nameIn } from './words.ts';

type Say = { [F in keyof MeetingChange]-?: (value: NonNullable<MeetingChange[F]>, setting: EntrySetting) => string };

const names = (ids: readonly string[], setting: EntrySetting) => ids.map((id) => nameIn(setting, id)).join(', ');
const list = (texts: readonly string[]) => (texts.length > 0 ? texts.join('; ') : 'none');

const say: Say = {
  start: (value, { zone }) => `Start: ${composeStamp(value, zone)}`,
  minutes: (value) => `Time spent: ${composeMinutes(value)}`,
  preparationMinutes: (value) => `Preparation: ${composeMinutes(value)}`,
  outcome: (value) => `Outcome: ${outcomeWords[value]}`,
  attendees: (value, setting) => `With: ${names(value, setting) || 'nobody'}`,
  topics: (value) => `Topics: ${list(value)}`,
  topicLevels: () => '',
  homework: (value) => `To do: ${list(value)}`,
  modality: (value) => `How you met: ${modalityWords[value]}`,
  sessionType: (value) => `Kind of session: ${value}`,
  cancelledBy: (value, setting) => `Cancelled by ${nameIn(setting, value)}`,
  noticeHours: (value) => `Notice: ${value} h`,
  sharedNote: (value) => `Shared note: ${value}`,
};

/** "Time spent: 45 min. Topics: Exams; Sleep." */
export function composeChange(change: MeetingChange, setting: EntrySetting): string {
  const fields = Object.keys(say) as (keyof MeetingChange)[];
  const said = fields.map((field) => (change[field] === undefined ? '' : say[field](change[field] as never, setting)));
  return said.filter(Boolean).join('. ');
}
