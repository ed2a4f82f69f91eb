// What an amendment changed, in words that may be read by the programme.
import type { MeetingChange } from '../../domain/meeting/meeting.ts';
import { composeClockRange, composeDay, composeHours, dayOf } from './sheet-words.ts';

/** One sentence without a full stop for each thing changed. What only mentor and mentee may read is not told, only that it changed. */
export function describeChange(change: MeetingChange, nameOf: (id: string) => string, zone: string): string[] {
  const { start, minutes, attendees, topics, homework, outcome, preparationMinutes } = change;
  const said = [
    start !== undefined &&
      `Date: ${composeDay(dayOf(start, zone))}, ${composeClockRange(start, minutes ?? 0, zone).split(' – ')[0]}`,
    minutes !== undefined && `Time spent: ${composeHours(minutes)}`,
    preparationMinutes !== undefined && `Preparation: ${preparationMinutes} minutes`,
    outcome !== undefined && `Outcome: ${outcome}`,
    attendees !== undefined && `Attended: ${attendees.map(nameOf).join(', ')}`,
    topics !== undefined && `Topics: ${topics.join('; ') || 'none'}`,
    homework !== undefined && `Homework: ${homework.join('; ') || 'none'}`,
    change.modality !== undefined && `Modality: ${change.modality}`,
    change.sessionType !== undefined && `Kind of session: ${change.sessionType}`,
    change.cancelledBy !== undefined && `Cancelled by: ${nameOf(change.cancelledBy)}`,
    change.noticeHours !== undefined && `Notice: ${change.noticeHours} hours`,
    change.sharedNote !== undefined && 'A note of mentor and mentee',
  ];
  return said.filter((each) => each !== false);
}
