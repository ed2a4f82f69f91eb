// What a form that was opened on a signed entry would amend: the fields that differ, and nothing else.
import type { Meeting, MeetingChange } from '../../../domain/meeting/meeting.ts';
import { MeetingChange as Schema } from '../../../domain/meeting/meeting.ts';

const fields = Object.keys(Schema.shape) as (keyof MeetingChange)[];

/** A field that was taken out is set to what says nothing, because an amendment can’t take away. */
const nothing: MeetingChange = {
  preparationMinutes: 0,
  noticeHours: 0,
  sharedNote: '',
  modality: 'other',
  sessionType: '',
};

export function composeAmendChange(from: Meeting, to: Meeting): MeetingChange {
  const isSame = (field: keyof MeetingChange) => JSON.stringify(from[field]) === JSON.stringify(to[field]);
  const levels = (entry: Meeting) => entry.topicLevels ?? entry.topics.map(() => 0);
  const changed = fields
    .filter((field) => field !== 'topicLevels' && !isSame(field))
    .map((field) => [field, to[field] ?? nothing[field]] as const)
    .filter(([, value]) => value !== undefined);
  const isNested = JSON.stringify(levels(from)) !== JSON.stringify(levels(to));
  return { ...(Object.fromEntries(changed) as MeetingChange), ...(isNested && { topicLevels: levels(to) }) };
}
