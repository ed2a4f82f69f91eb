// Signing and amending, checked against the entry as it is stored: nobody signs what they did not see.
import type { Ledger } from '../../domain/ledger.ts';
import { composeAmendment, digestToSign, isClosed } from '../../domain/meeting/chain.ts';
import type { Amendment, Attachment, Meeting, MeetingChange, Signature } from '../../domain/meeting/meeting.ts';
import type { Change } from '../../ledger/ledger.ts';
import { CallFailure } from '../../messages/failure.ts';

/** 5 MB as base64: four letters for three bytes. */
export const MOST_LETTERS = Math.ceil((5 * 1024 * 1024) / 3) * 4;

export type Facts = Pick<Ledger, 'meetings' | 'amendments' | 'relationships'>;

export interface SignInput {
  meeting: string;
  signature: Signature;
  attachment?: Attachment | undefined;
}

/** Throws a CallFailure where it may not be signed so. */
export async function planSign(facts: Facts, { meeting: id, signature, attachment }: SignInput): Promise<Change[]> {
  const meeting = getEntry(facts, id);
  checkSigner(facts, meeting, signature);
  if (attachment) checkAttachment(id, signature, attachment);
  const isThere = meeting.signatures.some(({ by, at, digest }) => {
    return by === signature.by && at === signature.at && digest === signature.digest;
  });
  if (isThere) return [];
  if (signature.digest !== (await digestToSign(meeting, facts.amendments)))
    throw new CallFailure('not-allowed', 'changed');
  return [
    { list: 'meetings', put: { ...meeting, signatures: [...meeting.signatures, signature] } },
    ...(attachment ? [{ list: 'attachments' as const, put: attachment }] : []),
  ];
}

function getEntry({ meetings }: Pick<Facts, 'meetings'>, id: string): Meeting {
  const meeting = meetings.find((each) => each.id === id);
  if (!meeting) throw new CallFailure('not-found');
  return meeting;
}

function checkSigner({ relationships }: Facts, meeting: Meeting, signature: Signature): void {
  const relationship = relationships.find(({ id }) => id === meeting.relationship);
  const people = [...(relationship?.mentors ?? []), ...(relationship?.mentees ?? [])];
  if (!people.includes(signature.by)) throw new CallFailure('bad-input', 'signature.by');
  if (meeting.outcome === 'planned') throw new CallFailure('not-allowed', 'planned');
  const isEmpty =
    (signature.how === 'drawn' && !signature.drawing?.paths.length) ||
    (signature.how === 'typed' && !signature.name?.trim());
  if (isEmpty) throw new CallFailure('bad-input', 'signature');
}

function checkAttachment(meeting: string, signature: Signature, attachment: Attachment): void {
  const isOurs = attachment.meeting === meeting && attachment.id === signature.attachment;
  if (!isOurs || attachment.data.length > MOST_LETTERS) throw new CallFailure('bad-input', 'attachment');
}

export interface AmendInput {
  meeting: string;
  by: string;
  reason: string;
  change: MeetingChange;
}

/** The next amendment of a signed entry. `made` gives its id and time; an amendment of that id is answered as it stands. */
export async function composeNextAmendment(
  facts: Facts,
  { meeting: id, by, reason, change }: AmendInput,
  made: { id: string; at: string },
): Promise<Amendment> {
  const meeting = getEntry(facts, id);
  const known = facts.amendments.find((each) => each.id === made.id);
  if (known) return known;
  if (!isClosed(meeting)) throw new CallFailure('not-allowed', 'not-signed');
  if (Object.values(change).every((value) => value === undefined)) throw new CallFailure('bad-input', 'change');
  return composeAmendment(meeting, facts.amendments, { ...made, by, reason, change });
}

/** Takes back what a message confirmed. An amended entry keeps one signature, which its chain begins with. */
export function planUnconfirm({ meetings, amendments }: Facts, id: string, message: string): Change[] {
  const meeting = getEntry({ meetings }, id);
  const signatures = meeting.signatures.filter((each) => !(each.how === 'reply' && each.message === message));
  const isAmended = amendments.some((each) => each.meeting === id);
  if (signatures.length === 0 && isAmended) throw new CallFailure('not-allowed', 'amended');
  return [{ list: 'meetings', put: { ...meeting, signatures } }];
}
