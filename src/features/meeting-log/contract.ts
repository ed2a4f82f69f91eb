// Calls about the meeting log: entries, signatures, amendments, homework, refusals, programme dates.
import * as z from 'zod/mini';
import {
  type Amendment,
  Attachment,
  EventPrint,
  Meeting,
  MeetingChange,
  ProgrammeEvent,
  Refusal,
  Signature,
} from '../../domain/meeting/meeting.ts';
import { Id, Instant } from '../../domain/record.ts';
import { call } from '../../messages/contract.ts';

const pages = ['popup', 'dashboard'] as const;

/** Homework closed, carried on or set along with an entry. */
const HomeworkInput = z.object({ id: Id, outcome: z.enum(['done', 'carried', 'dropped']) });

export const meetingLog = {
  /**
   * Puts an entry, new or changed, with what it does to homework: one transaction. The id of a new one is the caller's
   * (the event's id where it came from an event), so that a repeated call makes no second entry. A signed entry is
   * closed: `not-allowed`, detail `signed`. Homework in `meeting.homework` becomes records.
   */
  'meeting.save': call(pages, z.object({ meeting: Meeting, reviewed: z.array(HomeworkInput) })).returns<{
    meeting: string;
    undo: string;
  }>(),
  /** Several at once: a sheet that was imported. All or none. */
  'meeting.saveAll': call(['dashboard'], z.object({ meetings: z.array(Meeting) })).returns<{ saved: number }>(),
  /** Takes back the saving of an entry that nobody has signed: as it was before, or gone. `undo` came from saving. */
  'meeting.undo': call(pages, z.object({ undo: Id })).returns<null>(),
  /** Removes an unsigned entry with its homework. Signed: `not-allowed`, detail `signed`. */
  'meeting.remove': call(pages, z.object({ meeting: Id })).returns<{ undo: string }>(),
  /**
   * Adds a signature. `signature.digest` must be that of the entry as it stands now, else `not-allowed`, detail
   * `changed`: nobody signs what they did not see.
   */
  'meeting.sign': call(
    pages,
    z.object({ meeting: Id, signature: Signature, attachment: z.optional(Attachment) }),
  ).returns<null>(),
  /** Amends a signed entry. The worker makes the chain. */
  'meeting.amend': call(
    pages,
    z.object({
      meeting: Id,
      by: Id,
      reason: z.string().check(z.minLength(1), z.maxLength(2000)),
      change: MeetingChange,
    }),
  ).returns<{ amendment: Amendment }>(),
  /** The owner saw that the calendar differs and leaves the entry as it is. */
  'meeting.keepDespite': call(pages, z.object({ meeting: Id, print: EventPrint })).returns<null>(),
  /** This event (or series, or title) is no mentoring meeting. */
  'suggestion.refuse': call(pages, z.object({ refusal: Refusal })).returns<null>(),
  'suggestion.unrefuse': call(pages, z.object({ refusal: Id })).returns<null>(),
  /** A programme's date was set, ticked or unticked. */
  'programmeEvent.save': call(pages, z.object({ event: ProgrammeEvent })).returns<null>(),
  'programmeEvent.remove': call(pages, z.object({ event: Id })).returns<null>(),
  /** Homework closed or opened again outside an entry. */
  'homework.set': call(
    pages,
    z.object({ homework: Id, done: z.boolean(), dropped: z.optional(z.boolean()), at: Instant }),
  ).returns<null>(),
};
