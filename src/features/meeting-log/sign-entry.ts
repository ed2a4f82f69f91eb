// Signing and amending, checked against the entry as it is stored: nobody signs what they did not see. Each becomes the
// next link of the relationship's chain, so these are planned one after the other (`in-turn.ts`).
import type { Ledger } from '../../domain/ledger.ts';
import {
  type ChainFacts,
  composeAmendment,
  digestToSign,
  findHead,
  isClosed,
  sealAmendment,
  sealSignature,
  sealWithdrawal,
} from '../../domain/meeting/chain.ts';
import type { Amendment, Attachment, Meeting, MeetingChange, Signature } from '../../domain/meeting/meeting.ts';
import { digestScan } from '../../domain/meeting/verify-scans.ts';
import type { Change } from '../../ledger/ledger.ts';
import { CallFailure } from '../../messages/failure.ts';

/** 5 MB as base64: four letters for three bytes. */
export const MOST_LETTERS = Math.ceil((5 * 1024 * 1024) / 3) * 4;

export type Facts = ChainFacts & Pick<Ledger, 'relationships'>;

export interface SignInput {
  meeting: string;
  signature: Signature;
  attachment?: Attachment | undefined;
}

/** Throws a CallFailure where it may not be signed so. */
export async function planSign(facts: Facts, { meeting: id, signature, attachment }: SignInput): Promise<Change[]> {
  const meeting = getEntry(facts, id);
  checkSigner(facts, meeting, signature);
  checkAttachment(id, signature, attachment);
  const isThere = meeting.signatures.some(({ by, at, digest }) => {
    return by === signature.by && at === signature.at && digest === signature.digest;
  });
  if (isThere) return [];
  if (signature.digest !== (await digestToSign(meeting, facts.amendments)))
    throw new CallFailure('not-allowed', 'changed');
  const { scan: _scan, seal: _seal, ...given } = signature;
  const scan = attachment && (await digestScanOrFail(attachment));
  const put = await addSignatures(facts, meeting, [{ ...given, ...(scan && { scan }) }]);
  return [{ list: 'meetings', put }, ...(attachment ? [{ list: 'attachments' as const, put: attachment }] : [])];
}

/** The entry with more signatures, each sealed after the one before; `head` is the seal that the first follows. */
export async function addSignatures(
  facts: ChainFacts,
  meeting: Meeting,
  fresh: readonly Signature[],
  head = findHead(facts, meeting.relationship),
): Promise<Meeting> {
  const signatures = [...meeting.signatures];
  let previous = head;
  for (const each of fresh) {
    const sealed = await sealSignature(meeting, each, previous);
    signatures.push(sealed);
    previous = sealed.seal.digest;
  }
  return { ...meeting, signatures };
}

/** What is no base64 is no file. */
const digestScanOrFail = (attachment: Attachment): Promise<string> =>
  digestScan(attachment).catch(() => {
    throw new CallFailure('bad-input', 'attachment');
  });

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

function checkAttachment(meeting: string, signature: Signature, attachment: Attachment | undefined): void {
  const isOurs = attachment?.id === signature.attachment && (!attachment || attachment.meeting === meeting);
  if (!isOurs || (attachment && attachment.data.length > MOST_LETTERS))
    throw new CallFailure('bad-input', 'attachment');
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
  const amendment = await composeAmendment(meeting, facts.amendments, { ...made, by, reason, change });
  return sealAmendment(amendment, findHead(facts, meeting.relationship));
}

/**
 * Takes back what a message confirmed; the chain keeps that it did, and that it was taken back. An amended entry keeps
 * one signature, which its amendments begin with.
 */
export async function planUnconfirm(facts: Facts, id: string, message: string, at: string): Promise<Change[]> {
  const meeting = getEntry(facts, id);
  const isOf = ({ how, message: of }: Signature) => how === 'reply' && of === message;
  const signatures = meeting.signatures.filter((each) => !isOf(each));
  const isAmended = facts.amendments.some((each) => each.meeting === id);
  if (signatures.length === 0 && isAmended) throw new CallFailure('not-allowed', 'amended');
  const changes: Change[] = [{ list: 'meetings', put: { ...meeting, signatures } }];
  let previous = findHead(facts, meeting.relationship);
  for (const signature of meeting.signatures.filter(isOf)) {
    if (!signature.seal) continue;
    const said = { id: `withdrawal ${signature.seal.digest}`, meeting: id, at, signature };
    const put = await sealWithdrawal({ ...said, relationship: meeting.relationship }, previous);
    changes.push({ list: 'withdrawals', put });
    previous = put.seal.digest;
  }
  return changes;
}
