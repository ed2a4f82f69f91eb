// What the checklist can do outside its own page: the doors to mail and settings that a surface is given.
import type { Away } from '../../../domain/away/away.ts';
import type { Task } from '../../../domain/away/plan.ts';
import type { Provider } from '../../../domain/meeting/calendar.ts';
import type { ComposedMessage } from '../compose-message.ts';
import type { AutoReplyState, SetOutcome } from '../contract.ts';

/** The automatic reply as the owner has it in front of them, plain text; both texts name the date of return. */
export interface ReplyTexts {
  subject: string;
  inside: string;
  outside: string;
}

/** An account whose automatic reply can be set from here. */
export interface ReplyAccount {
  id: string;
  provider: Provider;
  address: string;
}

/** How filling a page's form ended; whoever owns the page presses its save. */
export type FillOutcome =
  | { done: true }
  | { done: false; code: 'no-access' | 'form-not-found' | 'page-closed' | 'no-answer' | 'failed' };

/** Where to set it by hand, a line for each thing to press. */
export interface Steps {
  title: string;
  steps: string[];
  /** Opens the page where the first step is. */
  url?: string;
}

/** A ready mail: to one or more, or to many in Bcc. */
export interface ReadyMail extends ComposedMessage {
  to: string[];
  bcc: string[];
}

export type HandoverOutcome =
  | { done: true; mentor: string; mentees: number; threads: number }
  | { done: false; code: 'not-a-handover' | 'newer-version' | 'too-large' | 'unknown-mentees' | 'over' | 'failed' };

/** A door that a surface does not have is left out, and its button with it. */
export interface AwayActions {
  /** Accounts to offer, in order; empty where none can. */
  accounts: ReplyAccount[];
  readReply?(account: string): Promise<{ state?: AutoReplyState; outcome: SetOutcome }>;
  /** Through the account's API; called straight from a click, so that access can be asked for. */
  setInAccount?(away: Away, account: ReplyAccount, texts: ReplyTexts, over: boolean): Promise<SetOutcome>;
  /** Opens Gmail's settings and fills the form there; nothing is saved by it. */
  fillInGmail?(away: Away, texts: ReplyTexts): Promise<FillOutcome>;
  /** Puts the text on the clipboard and says where it goes. */
  copySteps?(away: Away, texts: ReplyTexts, provider: Provider): Promise<Steps>;
  /** Opens the webmail's own compose, filled; a person sends it. */
  writeMail?(away: Away, task: Task, mail: ReadyMail): Promise<void>;
  /** Gives out the handover sheet of a relationship as a file. */
  exportHandover?(away: Away, relationship: string): Promise<void>;
  /** The same as text, for a mail. */
  composeHandover?(away: Away, relationship: string): string;
  /** Reads a co-mentor's handover sheet and marks who covers. */
  importHandover?(file: File): Promise<HandoverOutcome>;
}
