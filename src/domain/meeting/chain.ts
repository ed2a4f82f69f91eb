// A signed entry is closed: what is said about it later stands beside it, each amendment holding the digest of what came
// before. An entry is closed from its first signature on; others may still sign it as it stands.
import { composeCanonicalAmendment, composeCanonicalMeeting } from './canonical.ts';
import { digestText } from './digest.ts';
import type { Amendment, Meeting } from './meeting.ts';

export { fingerprint, sealPrint } from './digest.ts';
export { type ChainFacts, findHead, type Link, readChain } from './links.ts';
export { sealAmendment, sealSignature, sealWithdrawal } from './seal.ts';
export { type Finding, type FindingCode, verifyChain } from './verify-chain.ts';

export const digestMeeting = (meeting: Meeting): Promise<string> => digestText(composeCanonicalMeeting(meeting));

export const digestAmendment = (amendment: Omit<Amendment, 'digest'>): Promise<string> =>
  digestText(composeCanonicalAmendment(amendment));

/** Whether anybody signed, so that it may only be amended. */
export function isClosed(meeting: Pick<Meeting, 'signatures'>): boolean {
  return meeting.signatures.length > 0;
}

/** Whether this person signed it. */
export function isSigned(meeting: Pick<Meeting, 'signatures'>, person: string): boolean {
  return meeting.signatures.some(({ by }) => by === person);
}

/** The amendments of one entry, first to last by their links; those whose link is broken follow, by their time. */
export function findAmendments(meeting: Pick<Meeting, 'id'>, amendments: readonly Amendment[]): Amendment[] {
  const own = amendments.filter((each) => each.meeting === meeting.id);
  const left = new Set(own.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)));
  const digests = new Set(own.map(({ digest }) => digest));
  const ordered: Amendment[] = [];
  let next = own.find(({ previous }) => !digests.has(previous));
  while (next) {
    ordered.push(next);
    left.delete(next);
    const { digest } = next;
    next = [...left].find(({ previous }) => previous === digest);
  }
  return [...ordered, ...left];
}

/** The entry as its amendments leave it; the stored one stays as it was signed. */
export function currentMeeting(meeting: Meeting, amendments: readonly Amendment[]): Meeting {
  const current: Meeting = { ...meeting };
  for (const { change } of findAmendments(meeting, amendments)) Object.assign(current, present(change));
  return current;
}

const present = (change: object) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

/** What a signature stands for now: the digest of the entry, or of its last amendment, which holds all before it. */
export async function digestToSign(meeting: Meeting, amendments: readonly Amendment[]): Promise<string> {
  return findAmendments(meeting, amendments).at(-1)?.digest ?? digestMeeting(meeting);
}

/** The next amendment of a closed entry, to be sealed; `amendments` are those there are, of any entry. */
export async function composeAmendment(
  meeting: Meeting,
  amendments: readonly Amendment[],
  said: Pick<Amendment, 'id' | 'at' | 'by' | 'reason' | 'change'>,
): Promise<Amendment> {
  const previous = await digestToSign(meeting, amendments);
  const amendment = { ...said, relationship: meeting.relationship, meeting: meeting.id, previous };
  return { ...amendment, digest: await digestAmendment(amendment) };
}
