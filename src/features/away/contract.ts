// Calls about going away and coming back.
import * as z from 'zod/mini';
import { AwayPlanned } from '../../domain/away/away.ts';
import { Id, Instant, PlainDate } from '../../domain/record.ts';
import { call } from '../../messages/contract.ts';

const pages = ['popup', 'dashboard'] as const;
const Text = z.string().check(z.maxLength(20_000));

/** How setting an automatic reply ended; a failure is a code that the surface turns into a sentence and what to do. */
export type SetOutcome =
  | { done: true }
  | {
      done: false;
      code:
        | 'changed-meanwhile'
        | 'scope-missing'
        | 'signed-out'
        | 'offline'
        | 'no-answer'
        | 'not-configured'
        | 'failed';
    };

/** An automatic reply as it is set now. `ours` is false for one that was set elsewhere. */
export interface AutoReplyState {
  account: string;
  on: boolean;
  ours: boolean;
  from?: string;
  to?: string;
  text: string;
}

export const away = {
  /** Puts an absence, new or changed; the id of a new one is the caller's. What was done for it stays as it is. */
  'away.save': call(pages, z.object({ away: AwayPlanned })).returns<null>(),
  /**
   * Removes an absence with its notices. Automatic replies that were set for it are restored first; where that fails
   * nothing is removed, unless `anyway`.
   */
  'away.remove': call(pages, z.object({ away: Id, anyway: z.optional(z.boolean()) })).returns<SetOutcome>(),
  /** People were told: ticked by hand, or seen in the mail that was sent. */
  'away.told': call(pages, z.object({ away: Id, people: z.array(Id), at: Instant })).returns<null>(),
  'away.untold': call(pages, z.object({ away: Id, person: Id })).returns<null>(),
  /** Somebody who was told agreed to cover; null takes it back. */
  'away.cover': call(pages, z.object({ away: Id, person: z.nullable(Id), at: Instant })).returns<null>(),
  /** The automatic reply as an account has it now. */
  'away.readReply': call(pages, z.object({ account: Id })).returns<{ state?: AutoReplyState; outcome: SetOutcome }>(),
  /** Sets an account's automatic reply. `over` is true once the owner saw that one set elsewhere will be replaced. */
  'away.setReply': call(
    pages,
    z.object({ away: Id, account: Id, inside: Text, outside: Text, over: z.boolean() }),
  ).returns<SetOutcome>(),
  /** The owner set the automatic reply by hand, with this text. */
  'away.setByHand': call(pages, z.object({ away: Id, text: Text, at: Instant })).returns<null>(),
  /** Takes back that the automatic message was set by hand. */
  'away.unset': call(pages, z.object({ away: Id })).returns<null>(),
  /** The automatic reply was turned off by hand. */
  'away.replyOff': call(pages, z.object({ away: Id, at: Instant })).returns<null>(),
  /** A meeting inside was moved, cancelled or kept; `seenTo` false takes it back. */
  'away.meeting': call(pages, z.object({ away: Id, meeting: Id, seenTo: z.boolean() })).returns<null>(),
  /** Back on another date than planned: the absence ends, and what was set for it is restored. */
  'away.back': call(pages, z.object({ away: Id, on: PlainDate })).returns<SetOutcome>(),
};
