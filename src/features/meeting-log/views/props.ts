// What the views of an entry need and tell. Any surface may hold them: they know no popup and no page.
import type { Ledger } from '../../../domain/ledger.ts';
import type {
  Attachment,
  CalendarEvent,
  EventPrint,
  Meeting,
  MeetingChange,
  Reviewed,
  Signature,
} from '../../../domain/meeting/meeting.ts';
import type { FormOutcome } from './form-state.ts';

/** What stands around an entry: names, topics of the programme, homework, other entries. All of it may be `readSmall`. */
export interface EntrySetting {
  ledger: Ledger;
  /** An instant. */
  now: string;
  /** The reader's zone. */
  zone: string;
}

/** As `meeting.save` takes it. */
export interface EntryInput {
  meeting: Meeting;
  reviewed: { id: string; outcome: Reviewed['outcome'] }[];
  /** The entry as it was when the form opened; null for a new one. */
  before: Meeting | null;
}

export interface EntryFormProps {
  setting: EntrySetting;
  /** What the form begins with: an entry that is there, or one composed by `compose-draft.ts`. */
  draft: Meeting;
  /** The calendar's title of its event. */
  eventTitle?: string | undefined;
  /** What the form begins with as having happened, where it is not what the draft says. */
  outcome?: FormOutcome | undefined;
  onSave: (input: EntryInput) => void;
  onCancel?: (() => void) | undefined;
}

export interface EntryViewProps {
  setting: EntrySetting;
  meeting: Meeting;
  /** Its event as the calendar has it now, where that is known: a difference is shown and asked about (N10). */
  event?: CalendarEvent | undefined;
  /** Each left out where it can't be done; what a signed entry forbids is not offered. */
  onEdit?: (() => void) | undefined;
  onSign?: (() => void) | undefined;
  onAmend?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
  /** "Keep as it is". */
  onKeep?: ((print: EventPrint) => void) | undefined;
  /** "Update the entry", or "Amend the entry" where it is signed: with what the calendar says. */
  onFollow?: ((change: MeetingChange, print: EventPrint) => void) | undefined;
  /** Opens the message that confirmed it, and says that it was no confirmation. */
  onUnconfirm?: ((message: string) => void) | undefined;
  /** Opens the scan of a signed page. */
  onAttachment?: ((attachment: string) => void) | undefined;
}

export interface SignEntryProps {
  setting: EntrySetting;
  meeting: Meeting;
  /** The signature carries the digest of what was shown. */
  onSign: (signature: Signature, attachment?: Attachment) => void;
  /** Opens a new message in the webmail. */
  onMail: (to: string[], subject: string, body: string) => void;
  /** Opens the sheet to print; left out where there is none. */
  onPrint?: (() => void) | undefined;
}

export interface AmendFormProps {
  setting: EntrySetting;
  /** The entry as signed; the form begins with it as its amendments leave it. */
  meeting: Meeting;
  /** What to begin with in the place of what is there, as when the calendar changed. */
  change?: MeetingChange | undefined;
  reason?: string | undefined;
  onAmend: (reason: string, change: MeetingChange) => void;
  onCancel?: (() => void) | undefined;
}
