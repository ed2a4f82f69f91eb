// What the worker's handlers need of the accounts' automatic replies. It changes the accounts and nothing here: what is
// to be kept of it is handed back.
import type { Away, SetReply } from '../../domain/away/away.ts';
import type { AutoReplyState, SetOutcome } from './contract.ts';

export interface ReplyOutcome {
  outcome: SetOutcome;
  /** The absence's replies as they now stand, those of other accounts included. */
  replies: SetReply[];
}

export interface ReplySetter {
  readReply(account: string): Promise<{ state?: AutoReplyState; outcome: SetOutcome }>;
  /** Sets it from the beginning to the end of the absence; done again with the same texts, it changes nothing. */
  setReply(wanted: {
    away: Away;
    account: string;
    inside: string;
    outside: string;
    over: boolean;
  }): Promise<ReplyOutcome>;
  /** Puts back what stood before in every account that still has what was set; the others are left as they are. */
  restore(away: Away): Promise<ReplyOutcome>;
}
