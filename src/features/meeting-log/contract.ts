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

/** Homework of an earlier entry, and what became of it in this one. */
const HomeworkInput = z.object({ id: Id, outcome: z.enum(['done', 'carried', 'dropped']) });

/** What takes a saving or a removal back: the entry as it was before, null where there was none. */
export const EntryUndo = z.object({ meeting: Id, before: z.nullable(Meeting) });
export type EntryUndo = z.infer<typeof EntryUndo>;

export const meetingLog = {
  /**
   * Puts an entry, new or changed, with what it does to homework: one transaction. The id of a new one is the caller's
   * (the event's id where it came from an event), so that a repeated call makes no second entry. `reviewed` becomes the
   * entry's own; homework in `meeting.homework` becomes records. `before` is the entry as the caller knows it, null for
   * none: when something else stands there, `not-allowed`, detail `exists` or `changed`. Left out, it is not looked at.
   * The same event in the same relationship is logged once: detail `exists`. A signed entry is closed: detail `signed`.
   */
  'meeting.save': call(
    pages,
    z.object({ meeting: Meeting, reviewed: z.array(HomeworkInput), before: z.optional(z.nullable(Meeting)) }),
  ).returns<{ meeting: string; undo: EntryUndo }>(),
  /** Several at once: a sheet that was imported. All or none; one that is signed already refuses them all. */
  'meeting.saveAll': call(['dashboard'], z.object({ meetings: z.array(Meeting) })).returns<{ saved: number }>(),
  /** Takes back the saving or removal of an entry that nobody has signed: as it was before, or gone. */
  'meeting.undo': call(pages, z.object({ undo: EntryUndo })).returns<null>(),
  /** Removes an unsigned entry with its homework. Signed: `not-allowed`, detail `signed`. */
  'meeting.remove': call(pages, z.object({ meeting: Id })).returns<{ undo: EntryUndo }>(),
  /**
   * Adds a signature. `signature.digest` must be that of the entry as it stands now (`digestToSign`), else
   * `not-allowed`, detail `changed`: nobody signs what they did not see. A scan over 5 MB: `bad-input`, `attachment`.
   */
  'meeting.sign': call(
    pages,
    z.object({ meeting: Id, signature: Signature, attachment: z.optional(Attachment) }),
  ).returns<null>(),
  /** A message that was taken for a confirmation is none: its signature goes, and the message is not taken again. */
  'meeting.unconfirm': call(pages, z.object({ meeting: Id, message: Id })).returns<null>(),
  /** Amends a signed entry. The worker makes the chain. Not signed: `not-allowed`, detail `not-signed`. */
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
